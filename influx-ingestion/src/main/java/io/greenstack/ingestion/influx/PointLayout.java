package io.greenstack.ingestion.influx;

/** How values lie in the store. Readers understand both, also side by side. */
enum PointLayout {
    /** {@link #WIDE} in a store that is read by Flux, else {@link #NARROW}: a table of SQL has a column for each field. */
    AUTO,
    /** A line for each value, the parameter is a tag. */
    NARROW,
    /** A line for each message, the parameters are its fields. */
    WIDE;

    private static final String FLUX = "influxdb";

    /** One of the two forms. */
    PointLayout chosen(String readAs) {
        return this != AUTO ? this : FLUX.equals(readAs) ? WIDE : NARROW;
    }
}
