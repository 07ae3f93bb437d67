package io.greenstack.api.description;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.greenstack.core.processdata.ProcessDataLayout;

/**
 * A description that was read and is ready to be stored.
 *
 * @param kind format
 * @param identity what devices are matched by
 * @param product what it is called
 * @param release which edition it is
 * @param fileName name of the main file without a folder
 * @param sha256 hash of the main file, 64 hex digits; the same hash is the same description
 * @param byteSize octets of the main file
 * @param detail detail document as JSON, as the kind's resource serves it
 * @param model the whole model of the file as JSON, null where the reader has none
 * @param layout compiled process data
 * @param findings JSON array of the findings of the reader
 * @param findingCount length of that array
 * @param parameters rows for search
 * @param files original files, the main one included
 */
public record DescriptionDraft(DescriptionKind kind, Identity identity, Product product, Release release,
        String fileName, String sha256, long byteSize, String detail, String model, ProcessDataLayout layout,
        String findings,
        int findingCount, List<ParameterDraft> parameters, List<FileDraft> files) {

    /**
     * Identity that devices are matched by.
     *
     * @param vendorId IO-Link vendor id or CIP vendor code
     * @param deviceId IO-Link device id or CIP product code
     * @param additionalDeviceIds further device ids that the description is made for
     * @param productIds product ids of the variants or catalog numbers
     */
    public record Identity(long vendorId, long deviceId, List<Long> additionalDeviceIds, List<String> productIds) {

        public Identity {
            additionalDeviceIds = List.copyOf(additionalDeviceIds);
            productIds = List.copyOf(productIds);
        }
    }

    /** Names for screens; vendor and family may be null. */
    public record Product(String vendorName, String name, String family) {

        public Product {
            Objects.requireNonNull(name, "name");
        }
    }

    /**
     * Edition of the description.
     *
     * @param formatVersion version of the format, for example {@code 1.1}; may be null
     * @param fileVersion version of the file as its vendor counts, may be null
     * @param major major revision of the device (EDS), may be null
     * @param minor minor revision of the device (EDS), may be null
     * @param date release date, may be null
     */
    public record Release(String formatVersion, String fileVersion, Integer major, Integer minor, LocalDate date) {}

    public DescriptionDraft {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(layout, "layout");
        parameters = List.copyOf(parameters);
        files = List.copyOf(files);
    }

    /** The same draft with one more file. */
    public DescriptionDraft with(FileDraft file) {
        List<FileDraft> more = new ArrayList<>(files);
        more.add(file);
        return new DescriptionDraft(kind, identity, product, release, fileName, sha256, byteSize, detail, model, layout,
                findings, findingCount, parameters, more);
    }
}
