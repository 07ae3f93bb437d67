package io.greenstack.api.iodd;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What became of an upload. For one description its members stand at the top, for several in {@code devices}.
 *
 * @param id catalog id of the only description
 * @param productName product of the only description
 * @param vendor vendor of the only description
 * @param parametersCount parameters of the only description
 * @param devices all descriptions, if there are several
 * @param totalCount number of descriptions, if there are several
 * @param message one sentence for a person
 * @param results one entry for each file of the upload that was looked at
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UploadResult(@JsonProperty("device_id") Long id, String productName, String vendor,
        Integer parametersCount, List<UploadedDevice> devices, Integer totalCount, String message,
        List<FileResult> results) {

    /** A stored description. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record UploadedDevice(@JsonProperty("device_id") long id, String productName, String vendor,
            int parametersCount) {}

    /**
     * A file of the upload.
     *
     * @param file its path in the upload
     * @param status {@code imported}, {@code already_known} or {@code ignored}
     * @param id catalog id, absent for ignored files
     * @param findingCount findings of the reader, see {@code /api/descriptions/{id}/findings}
     * @param code reason why it was ignored
     * @param message text of that reason
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FileResult(String file, String status, Long id, Integer findingCount, String code, String message) {}
}
