package io.greenstack.generators.client;

import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.generators.Blueprint;
import io.greenstack.generators.GeneratedFile;
import io.greenstack.generators.Generator;
import io.greenstack.generators.Json;
import io.greenstack.generators.Measured;
import io.greenstack.generators.Template;

/** A program in Python that reads a device over the API, and publishes for it. */
public final class PythonGenerator implements Generator {

    private static final Template PROGRAM = Template.of("client.py");

    @Override
    public About about() {
        return new About("python", "Python client",
                "Newest values, history and live readings in Python, and how to publish process data of the device.");
    }

    @Override
    public GeneratedFile generate(Blueprint blueprint) {
        ObjectNode values = Json.object();
        for (Blueprint.Value value : blueprint.values()) {
            String unit = Measured.of(value).unit();
            values.put(value.key(), value.title() + (unit == null ? "" : ", " + unit));
        }
        String text = PROGRAM.fill(Map.of("title", Shell.comment(blueprint.title()).replace("\"", "'"), "api",
                Json.literal(blueprint.site().apiUrl()), "device", Json.literal(Shell.device(blueprint)), "values",
                Json.pretty(values).strip(), "broker", Json.literal(blueprint.site().brokerHost()), "port",
                String.valueOf(blueprint.site().brokerPort()), "prefix",
                Json.literal(blueprint.site().topicPrefix())));
        return new GeneratedFile(blueprint.slug() + ".py", "text/x-python", text);
    }
}
