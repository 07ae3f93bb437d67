package io.greenstack.api.eds;

/** What counts as the same in a grouped list. */
enum EdsGrouping {
    /** Vendor and product. */
    DEVICE("vendor_id, device_id"),
    /** Vendor, product, revision and number of assemblies. */
    VARIANT("vendor_id, device_id, major_revision, minor_revision, "
            + EdsMembers.assemblyCount());

    private final String columns;

    EdsGrouping(String columns) {
        this.columns = columns;
    }

    String columns() {
        return columns;
    }
}
