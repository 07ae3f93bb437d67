package io.greenstack.loadtest.check;

import java.io.IOException;
import java.util.List;

/** The time-series store, as far as the checker reads it. */
interface History {

    /** Name of the measurement with raw process data. */
    String RAW = "device_raw";
    /** Name of the measurement with values. */
    String VALUES = "device_telemetry";

    /**
     * Numbers of a device, in the order of their timestamps.
     *
     * @param raw whether the device sends raw process data, where the number is in the octets
     */
    List<Integer> numbers(String device, boolean raw) throws IOException;
}
