package io.greenstack.bridge.master;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Iterator;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.bridge.master.AdapterException.Kind;
import io.greenstack.bridge.master.MasterMailbox.Place;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.TopicKind;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Writes what a twin wants into the device, and reports what the device has then, or why it refused. The octets come with the message
 * ({@code writes}), since only the API knows descriptions. While the master is away nothing is reported; the API says it again when
 * the device is there.
 */
@Singleton
class WantedValues {

    private static final Logger LOG = Logger.getLogger(WantedValues.class);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final DeviceOutlet outlet;
    private final Clock clock;

    WantedValues(DeviceOutlet outlet, Clock clock) {
        this.outlet = outlet;
        this.clock = clock;
    }

    /** Ends well, whatever the device says; fails when that cannot be reported. */
    Future<Void> write(Place place, DeviceId device, JsonObject message) {
        JsonArray writes = message.getJsonArray("writes", new JsonArray());
        JsonObject reported = new JsonObject();
        JsonObject rejected = new JsonObject();
        return place.runner().inTurn(() -> next(place, writes.iterator(), reported, rejected))
                .onFailure(failure -> LOG.debugf("Wanted values of %s wait: %s", device.value(), failure.getMessage()))
                .otherwiseEmpty().compose(done -> reported.isEmpty() && rejected.isEmpty()
                        ? Future.succeededFuture()
                        : Future.fromCompletionStage(outlet.say(TopicKind.CONFIG_REPORTED, device,
                                report(message, reported, rejected))));
    }

    private byte[] report(JsonObject message, JsonObject reported, JsonObject rejected) {
        return new JsonObject().put("reported", reported).put("rejected", rejected)
                .put("version", message.getValue("version")).put("timestamp", clock.instant().toString()).encode()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Future<Void> next(Place place, Iterator<Object> writes, JsonObject reported, JsonObject rejected) {
        if (!writes.hasNext()) {
            return Future.succeededFuture();
        }
        JsonObject write = (JsonObject) writes.next();
        return place.runner().adapter()
                .writeParameter(place.port(), write.getInteger("index"), write.getInteger("subindex"),
                        HEX.parseHex(write.getString("hex")))
                .onSuccess(done -> put(reported, write, write.getValue("value")))
                .recover(failure -> {
                    AdapterException refusal = AdapterException.of(failure);
                    if (refusal.kind() != Kind.DEVICE) {
                        return Future.failedFuture(refusal);
                    }
                    put(rejected, write,
                            new JsonObject().put("reason", refusal.getMessage()).put("code", refusal.code()));
                    return Future.succeededFuture();
                }).compose(done -> next(place, writes, reported, rejected));
    }

    /** At the variable, or at the item of it. */
    private static void put(JsonObject values, JsonObject write, Object value) {
        String variable = write.getString("variable_id");
        int subindex = write.getInteger("subindex");
        if (subindex == 0) {
            values.put(variable, value);
            return;
        }
        JsonObject record = values.getJsonObject(variable, new JsonObject());
        values.put(variable, record.put(Integer.toString(subindex), value));
    }
}
