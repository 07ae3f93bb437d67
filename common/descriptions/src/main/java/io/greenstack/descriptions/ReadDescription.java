package io.greenstack.descriptions;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import io.greenstack.core.processdata.ProcessDataLayout;

/**
 * A description that was read and is ready to be stored or used.
 *
 * @param kind format
 * @param identity what devices are matched by
 * @param product what it is called
 * @param edition which edition it is
 * @param fileName name of the main file without a folder
 * @param sha256 hash of the main file, 64 hex digits; the same hash is the same description
 * @param byteSize octets of the main file
 * @param detail detail document as JSON, as the kind's resource serves it, with {@link #MOST_PARAMETERS} at most
 * @param model the whole model of the file as JSON, null where the reader has none
 * @param layout compiled process data
 * @param findings what the reader found questionable
 * @param parameters rows for search
 * @param files original files, the main one included
 * @param search what a search finds of it
 */
public record ReadDescription(String kind, Identity identity, Product product, Edition edition,
        String fileName, String sha256, long byteSize, String detail, String model, ProcessDataLayout layout,
        List<Finding> findings, List<ParameterRow> parameters, List<PackageFile> files, SearchDocument search) {

    /**
     * Parameters that a detail document is stored with: one more than an answer has, so that it shows that there are more. Those of
     * a file with tens of thousands would be read with every screen that shows its name.
     */
    public static final int MOST_PARAMETERS = 2_001;

    /** A description of a format that leaves what is searched for to its names and parameters. */
    public ReadDescription(String kind, Identity identity, Product product, Edition edition, String fileName,
            String sha256, long byteSize, String detail, String model, ProcessDataLayout layout,
            List<Finding> findings, List<ParameterRow> parameters, List<PackageFile> files) {
        this(kind, identity, product, edition, fileName, sha256, byteSize, detail, model, layout, findings, parameters,
                files, SearchDocument.of(identity, product, parameters));
    }

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
    public record Edition(String formatVersion, String fileVersion, Integer major, Integer minor, LocalDate date) {}

    public ReadDescription {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(layout, "layout");
        findings = List.copyOf(findings);
        parameters = List.copyOf(parameters);
        files = List.copyOf(files);
        Objects.requireNonNull(search, "search");
    }

    /** Its place among the releases of the device. */
    public Release release() {
        return new Release(0, product.vendorName(), identity.productIds(), edition.major(), edition.minor(),
                edition.date(), edition.fileVersion());
    }

    /** The findings as a JSON array, as services store and serve it. */
    public String findingsJson() {
        return DescriptionJson.write(findings);
    }
}
