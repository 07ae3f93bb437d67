package io.greenstack.core.processdata;

/** Direction of process data, seen from the controller. */
public enum Direction {
    /** Sent by the device (ProcessDataIn, T-to-O). */
    IN("in"),
    /** Received by the device (ProcessDataOut, O-to-T). */
    OUT("out");

    private final String token;

    Direction(String token) {
        this.token = token;
    }

    /** {@code in} or {@code out}, as used in payloads, Redis and tags. */
    public String token() {
        return token;
    }

    /**
     * Name of a field as a parameter of its device, in the live view and in time series. Field keys are unique within a
     * frame only, and input and output data of a device may name fields alike.
     *
     * @param fieldKey key of the field
     * @return the key itself for input data, with {@code out_} before it for output data
     */
    public String parameter(String fieldKey) {
        return this == OUT ? "out_" + fieldKey : fieldKey;
    }
}
