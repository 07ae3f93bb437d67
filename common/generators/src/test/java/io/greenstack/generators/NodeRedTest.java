package io.greenstack.generators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.generators.registry.Generators;

/**
 * Flows in a real Node-RED, beside a broker: what is published comes out decoded. {@code npm ci} in {@code src/test/node-red} gets
 * Node-RED; without it the test is skipped.
 */
class NodeRedTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("src/test/node-red");

    @Test
    void decodesRawProcessData() throws Exception {
        JsonNode result = run(Samples.level(), "node-red-monitoring", "devices/tank-1/telemetry",
                "{\"processDataIn\":\"01F4FF9C\",\"valid\":true}");

        assertThat(result.at("/sent/0/payload")).isEqualTo(JSON.readTree("{\"level\":50,\"temperature\":-10}"));
        assertThat(result.at("/sent/0/units")).isEqualTo(JSON.readTree("{\"level\":\"%\",\"temperature\":\"°C\"}"));
    }

    @Test
    void passesNamedValues() throws Exception {
        JsonNode result = run(Samples.level(), "node-red-custom", "devices/tank-1/telemetry",
                "{\"level\":12.5,\"timestamp\":1}");

        assertThat(result.at("/sent/0/payload")).isEqualTo(JSON.readTree("{\"level\":12.5}"));
    }

    private static JsonNode run(Blueprint blueprint, String generator, String topic, String payload) throws Exception {
        assumeTrue(Files.isDirectory(FOLDER.resolve("node_modules")), "Node-RED is not installed in " + FOLDER);
        ObjectNode input = JSON.createObjectNode();
        input.set("flow", JSON.readTree(Generators.find(generator).orElseThrow().generate(blueprint).content()));
        input.putArray("publish").addObject().put("topic", topic).set("payload", JSON.readTree(payload));
        input.put("expected", 1);
        JsonNode result = JSON.readTree(Tool.run(input.toString(), "node", FOLDER.resolve("import.mjs").toString()));
        assertThat(result.get("problems")).isEmpty();
        return result;
    }
}
