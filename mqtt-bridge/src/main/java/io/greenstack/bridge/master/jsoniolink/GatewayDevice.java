package io.greenstack.bridge.master.jsoniolink;

import io.greenstack.bridge.master.PortIdentity;
import io.greenstack.bridge.master.PortReading;
import io.greenstack.bridge.master.PortReading.State;
import io.vertx.core.json.JsonObject;

/**
 * What a gateway has published of the device on a port. Its identification is retained, so it may be that of a device that hung there
 * before: it counts when the device itself has confirmed it. Used under the lock of its adapter.
 */
final class GatewayDevice {

    private final int number;
    private final String alias;
    private JsonObject told;
    private boolean offline;
    private PortIdentity identity;
    private int doubts;
    private PortReading news;
    private PortReading early;
    private String output;

    GatewayDevice(int number, String alias) {
        this.number = number;
        this.alias = alias;
    }

    int number() {
        return number;
    }

    String alias() {
        return alias;
    }

    /** Its identification as it was last told, null where it has none or nothing hangs there. */
    JsonObject told() {
        return offline ? null : told;
    }

    /** What is confirmed, null for nothing. */
    PortIdentity identity() {
        return identity;
    }

    int doubts() {
        return doubts;
    }

    /** The output data that was last told, null for none. */
    String output() {
        return output;
    }

    void identification(JsonObject message) {
        if (!message.equals(told)) {
            told = message;
            doubt();
        }
    }

    void online(boolean is) {
        if (offline == is) {
            offline = !is;
            doubt();
        }
    }

    private void doubt() {
        doubts++;
        output = null;
        early = null;
        boolean had = identity != null;
        identity = null;
        if (had || news == null || news.state() != State.ABSENT) {
            news = new PortReading(number, had ? State.ABSENT : State.VALID, null, null, null);
        }
    }

    /** Confirmed by the device, unless something was told meanwhile. */
    void confirmed(PortIdentity found, int asOf) {
        if (asOf == doubts) {
            news = identity == null && early != null ? early : news;
            early = null;
            identity = found;
        }
    }

    /** Process data; of a device that is not confirmed yet it waits until that is. */
    void processData(JsonObject message) {
        PortReading reading = IoLinkValues.reading(number, IoLinkValues.published(message), null);
        if (reading.state() == State.ABSENT) {
            return;
        }
        output = reading.out() == null ? output : reading.out();
        if (identity == null) {
            early = reading;
        } else {
            news = reading;
        }
    }

    /** What is new since the last call, null for nothing. */
    PortReading news() {
        PortReading now = news;
        news = null;
        return now;
    }

    /** What hangs there. A doubt that came while it was asked is told with the next news. */
    PortReading with(PortIdentity found, int asOf) {
        PortReading now = asOf == doubts ? news() : null;
        if (!found.hasDevice()) {
            return new PortReading(number, State.ABSENT, null, null, found);
        }
        return now == null || now.state() == State.ABSENT
                ? new PortReading(number, State.VALID, null, null, found)
                : new PortReading(number, now.state(), now.in(), now.out(), found);
    }
}
