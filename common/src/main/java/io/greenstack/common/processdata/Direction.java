package io.greenstack.common.processdata;

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
}
