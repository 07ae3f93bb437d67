package io.greenstack.api.eds;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What became of an upload. For one file its members stand at the top too.
 *
 * @param edsId catalog id of the only file
 * @param productName product of the only file
 * @param vendorName vendor of the only file
 * @param message one sentence for a person
 * @param results one entry for each file
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EdsUpload(Long edsId, String productName, String vendorName, String message, List<Result> results) {

    /**
     * A file of the upload.
     *
     * @param status {@code imported} or {@code already_known}
     */
    public record Result(String file, String status, long id, int findingCount) {}
}
