package io.greenstack.bridge.master;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

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

    private final DeviceOutlet outlet;
    private final Clock clock;

    WantedValues(DeviceOutlet outlet, Clock clock) {
        this.outlet = outlet;
        this.clock = clock;
    }

    /** Ends well, whatever the device says; fails when that cannot be reported, or when the master is not run any more. */
    Future<Void> write(PortPlace place, DeviceId device, JsonObject message) {
        JsonArray writes = message.getJsonArray("writes", new JsonArray());
        JsonObject reported = new JsonObject();
        JsonObject rejected = new JsonObject();
        return place.runner()
                .inTurn(() -> next(place, writes.stream().map(JsonObject.class::cast).toList(),
                        message.getBoolean("block", false), reported, rejected))
                .onFailure(failure -> LOG.debugf("Wanted values of %s wait: %s", device.value(), failure.getMessage()))
                .recover(failure -> place.runner().stopped()
                        ? Future.failedFuture(place.pause())
                        : Future.succeededFuture())
                .compose(done -> reported.isEmpty() && rejected.isEmpty()
                        ? Future.succeededFuture()
                        : Future.fromCompletionStage(outlet.say(TopicKind.CONFIG_REPORTED, device,
                                report(message, reported, rejected))));
    }

    private byte[] report(JsonObject message, JsonObject reported, JsonObject rejected) {
        return new JsonObject().put("reported", reported).put("rejected", rejected)
                .put("version", message.getValue("version")).put("timestamp", clock.instant().toString()).encode()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** One that the device refuses costs only itself: the others of its block are written without it. */
    private static Future<Void> next(PortPlace place, List<JsonObject> writes, boolean block, JsonObject reported,
            JsonObject rejected) {
        return new BlockWrites(place.runner().adapter(), place.port()).write(writes, block).compose(written -> {
            int culprit = written.culprit();
            if (culprit >= 0) {
                reject(rejected, writes.get(culprit), written.refusals().get(culprit));
                List<JsonObject> others = new ArrayList<>(writes);
                others.remove(culprit);
                return next(place, others, true, reported, rejected);
            }
            for (int i = 0; i < written.refusals().size(); i++) {
                AdapterException refusal = written.refusals().get(i);
                if (refusal == null) {
                    put(reported, writes.get(i), writes.get(i).getValue("value"));
                } else {
                    reject(rejected, writes.get(i), refusal);
                }
            }
            return Future.succeededFuture();
        });
    }

    private static void reject(JsonObject rejected, JsonObject write, AdapterException refusal) {
        put(rejected, write, new JsonObject().put("reason", refusal.getMessage()).put("code", refusal.code()));
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
