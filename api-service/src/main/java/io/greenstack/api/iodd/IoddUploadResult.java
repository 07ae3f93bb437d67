package io.greenstack.api.iodd;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.ImportedFile;
import io.greenstack.api.imports.UploadService;

/**
 * What became of an upload. For one IODD its members stand at the top, for several in {@code devices}.
 *
 * @param id catalog id of the only IODD
 * @param productName product of the only IODD
 * @param vendor vendor of the only IODD
 * @param parametersCount parameters of the only IODD
 * @param devices all IODDs, if there are several
 * @param totalCount number of IODDs, if there are several
 * @param message one sentence for a person
 * @param results one entry for each file of the upload that was looked at, EDS files too
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IoddUploadResult(@JsonProperty("device_id") Long id, String productName, String vendor,
        Integer parametersCount, List<UploadedDevice> devices, Integer totalCount, String message,
        List<ImportedFile> results) {

    /** A stored IODD. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record UploadedDevice(@JsonProperty("device_id") long id, String productName, String vendor,
            int parametersCount) {}

    static IoddUploadResult of(List<DescriptionSummary> iodds, List<ImportedFile> results) {
        String message = UploadService.message(results);
        if (iodds.size() == 1) {
            DescriptionSummary only = iodds.get(0);
            return new IoddUploadResult(only.id(), only.productName(), only.vendorName(), only.parameterCount(), null,
                    null, message, results);
        }
        List<UploadedDevice> devices = iodds.stream().map(iodd -> new UploadedDevice(iodd.id(), iodd.productName(),
                iodd.vendorName(), iodd.parameterCount())).toList();
        return new IoddUploadResult(null, null, null, null, devices, devices.size(), message, results);
    }
}
