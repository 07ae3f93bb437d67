package io.greenstack.bridge.master.ice2;

import io.greenstack.bridge.master.PortIdentity;
import io.greenstack.bridge.master.PortReading;
import io.greenstack.bridge.master.PortReading.State;

/**
 * What a port has told, and what is known of the device on it. After a word of the master that it may be another device, nothing counts
 * until it is asked again. Used under the lock of its adapter.
 */
final class Ice2Port {

    private static final long DEVICE_NANOS = 30_000_000_000L;
    private static final long EMPTY_NANOS = 10_000_000_000L;

    private final int number;
    private PortIdentity identity;
    private long identifiedAt;
    private int doubts;
    private String in;
    private String out;
    private boolean invalid;
    private PortReading news;

    Ice2Port(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** What is known of the device, null where it has to be asked. */
    PortIdentity identity(long nanos) {
        long kept = identity != null && identity.hasDevice() ? DEVICE_NANOS : EMPTY_NANOS;
        return identity == null || nanos - identifiedAt > kept ? null : identity;
    }

    /** What was last known of the device, null for nothing since a doubt. */
    PortIdentity lastIdentity() {
        return identity;
    }

    /** How often it was told that it may be another device. */
    int doubts() {
        return doubts;
    }

    /** What was found out, unless another device came meanwhile. */
    void identified(PortIdentity found, int asOf, long nanos) {
        if (asOf == doubts) {
            boolean first = identity == null;
            identity = found;
            identifiedAt = nanos;
            if (first && found.hasDevice() && (in != null || out != null)) {
                tell();
            }
        }
    }

    /** It may be another device, or none. */
    void doubt() {
        boolean had = identity != null && identity.hasDevice();
        doubts++;
        identity = null;
        in = null;
        out = null;
        invalid = false;
        if (had || news == null || news.state() != State.ABSENT) {
            news = new PortReading(number, had ? State.ABSENT : State.VALID, null, null, null);
        }
    }

    /** Process data of the device; where none was, one has come. */
    void input(String octets, boolean valid) {
        if (valid && identity != null && !identity.hasDevice()) {
            doubt();
        }
        in = octets;
        invalid = !valid;
        tell();
    }

    /** Process data to the device. */
    void output(String octets) {
        out = octets;
        tell();
    }

    /** Of what is not known to be a device nothing is told. */
    private void tell() {
        if (identity != null && identity.hasDevice()) {
            news = new PortReading(number, invalid ? State.INVALID : State.VALID, invalid ? null : in, out, null);
        }
    }

    /** The output data that the master last told, null for none. */
    String output() {
        return out;
    }

    /** Whether process data from the device is known. */
    boolean hasInput() {
        return in != null;
    }

    /** What is new since the last call, null for nothing. */
    PortReading news() {
        PortReading now = news;
        news = null;
        return now;
    }

    /** The same with what hangs there. A doubt that came while it was asked is told with the next news. */
    PortReading with(PortIdentity found, int asOf) {
        if (!found.hasDevice()) {
            return new PortReading(number, State.ABSENT, null, null, found);
        }
        PortReading now = asOf == doubts ? news() : null;
        return now == null || now.state() == State.ABSENT
                ? new PortReading(number, State.VALID, null, null, found)
                : new PortReading(number, now.state(), now.in(), now.out(), found);
    }
}
