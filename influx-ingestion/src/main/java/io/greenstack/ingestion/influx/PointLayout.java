package io.greenstack.ingestion.influx;

/** How values lie in the store. Readers understand both, also side by side. */
enum PointLayout {
    /** A line for each value, the parameter is a tag. */
    NARROW,
    /** A line for each message, the parameters are its fields. */
    WIDE
}
