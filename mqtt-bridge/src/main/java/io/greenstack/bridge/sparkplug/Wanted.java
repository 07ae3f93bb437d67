package io.greenstack.bridge.sparkplug;

import java.util.Map;

import io.vertx.core.json.JsonObject;

/** The values of a twin as metrics: the names of a metric's folders, joined by slashes, are members inside each other. */
final class Wanted {

    private Wanted() {}

    /** Adds the values of an object by the metric that each is for. */
    static void leaves(String prefix, JsonObject values, Map<String, Object> into) {
        values.forEach(member -> {
            String name = prefix + member.getKey();
            if (values.getValue(member.getKey()) instanceof JsonObject inner) {
                leaves(name + "/", inner, into);
            } else {
                into.put(name, member.getValue());
            }
        });
    }

    /** Puts values of metrics where the twin has them. */
    static void put(JsonObject shape, String prefix, Map<String, Object> byMetric, JsonObject into) {
        shape.fieldNames().forEach(name -> {
            if (shape.getValue(name) instanceof JsonObject inner) {
                JsonObject part = new JsonObject();
                put(inner, prefix + name + "/", byMetric, part);
                if (!part.isEmpty()) {
                    into.put(name, part);
                }
            } else if (byMetric.containsKey(prefix + name)) {
                into.put(name, byMetric.get(prefix + name));
            }
        });
    }
}
