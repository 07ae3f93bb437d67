package io.greenstack.bridge.master;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.greenstack.bridge.master.AdapterException.Kind;
import io.greenstack.core.layout.LayoutLookup;
import io.greenstack.core.layout.LayoutLookup.Bound;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.EncodeException;
import io.greenstack.core.processdata.ProcessDataEncoder;
import io.greenstack.platform.layout.LayoutSource;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/**
 * Writes output data by name: the named items get their values by the description of the device, all others keep what the device last
 * got.
 */
@Singleton
class OutputData {

    private static final String PREFIX = "out_";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final LayoutSource layouts;

    OutputData(LayoutSource layouts) {
        this.layouts = layouts;
    }

    /** What was written, in hexadecimal. */
    Future<JsonObject> write(PortPlace place, DeviceId device, JsonObject parameters) {
        if (!(parameters.getValue("values") instanceof JsonObject values) || values.isEmpty()) {
            return Future.failedFuture(new AdapterException(Kind.DEVICE, "bad-command",
                    "The command has no 'values', an object of names and values"));
        }
        MasterAdapter adapter = place.runner().adapter();
        return Future.fromCompletionStage(layouts.lookup(List.of(device.value())).subscribeAsCompletionStage())
                .compose(found -> adapter.readOutput(place.port())
                        .map(last -> encode(found.get(device.value()), values, last)))
                .compose(octets -> adapter.writeOutput(place.port(), octets)
                        .map(done -> new JsonObject().put("hex", HEX.formatHex(octets))));
    }

    private static byte[] encode(LayoutLookup lookup, JsonObject values, byte[] last) {
        if (!(lookup instanceof Bound bound)) {
            throw new AdapterException(Kind.DEVICE, "no-description",
                    "The device is bound to no description, so nothing is known of its output data");
        }
        Map<String, Object> named = new HashMap<>();
        values.forEach(value -> named.put(value.getKey().startsWith(PREFIX)
                ? value.getKey().substring(PREFIX.length())
                : value.getKey(), value.getValue()));
        try {
            return ProcessDataEncoder.of(bound.layout().layout()).encode(Direction.OUT, named, bound.parameters(),
                    last);
        } catch (EncodeException e) {
            throw new AdapterException(Kind.DEVICE, "value-not-valid", e.getMessage());
        }
    }
}
