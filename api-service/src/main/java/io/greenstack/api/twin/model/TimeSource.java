package io.greenstack.api.twin.model;

/** Where the time of a report comes from, which decides what it may replace. */
public enum TimeSource {
    /** It arrived then: reports are applied in the order of their arrival. */
    ARRIVAL,
    /** The device said so: a report does not replace what the device said later. */
    DEVICE,
    /** The broker had kept the report, nobody knows since when: it fills what is not known yet and replaces nothing. */
    RETAINED
}
