package io.greenstack.bridge.dialect.iolink;

import static io.greenstack.bridge.dialect.Said.lines;
import static io.greenstack.bridge.dialect.Said.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.bridge.dialect.Said;
import io.greenstack.bridge.dialect.Translation;
import io.greenstack.core.message.ClockRule;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.TelemetryMessage;
import io.greenstack.core.message.TelemetryReader;

/**
 * Every property that a gateway may send by the published contract of JSON for IO-Link is used or leaves a trace: a message with
 * it is not taken like one without it.
 */
class IoLinkContractTest {

    /** Of these topics the documentation says that they are not subscribed to. */
    private static final Set<String> NOT_READ = Set.of("gw1/gateway/identification", "gw1/masters/1/identification",
            "gw1/devices/a/parameter/16/value", "gw1/devices/a/parameter/16/1/value",
            "gw1/devices/a/parameter/response/7");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> schemas = schemas();

    @ParameterizedTest
    @CsvSource({"gatewayEventsGet,gw1/gateway/events", "deviceEventsGet,gw1/devices/a/events",
            "deviceIdentificationGet,gw1/devices/a/identification",
            "mastersPortsStatusGet,gw1/masters/1/ports/2/status",
            "processDataValue,gw1/devices/a/processdata/value",
            "deviceProcessDataValueGet,gw1/devices/a/processdata/value"})
    void everyPropertyIsUsedOrLeavesATrace(String schema, String topic) throws IOException {
        for (Object value : List.of(List.of(1, 2), 5, Map.of("Distance", Map.of("value", 1, "unit", "mm")))) {
            Object sample = sample(Map.of("$ref", "#/schemas/" + schema), value);
            String whole = taken(topic, sample);
            List<List<Object>> paths = new ArrayList<>();
            paths(sample, new ArrayList<>(), paths);
            assertThat(paths).isNotEmpty();
            for (List<Object> path : paths) {
                assertThat(taken(topic, without(sample, path))).as("%s of %s", path, schema).isNotEqualTo(whole);
            }
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void everyTopicIsReadOrSaidNotToBe() {
        IoLinkDialect dialect = new IoLinkDialect("gw1", false, Said.MESSAGES);
        Map<String, Object> channels = (Map<String, Object>) load("MQTT_for_IO-Link.yaml").get("channels");
        Set<String> notRead = new TreeSet<>();
        for (String channel : channels.keySet()) {
            String topic = channel.replace("{originatorId}", "gw1").replace("{masterNumber}", "1")
                    .replace("{portNumber}", "2").replace("{deviceAlias}", "a").replace("{parameterIdent}", "16")
                    .replace("{subParameterIdent}", "1").replace("{transactionId}", "7");
            boolean gatewayListens = topic.contains("/parameter/request/");
            if (!gatewayListens && !dialect.matches(topic) && !topic.endsWith("/processdata/value")) {
                notRead.add(topic);
            }
        }
        assertThat(notRead).containsExactlyInAnyOrderElementsOf(NOT_READ);
    }

    /** What became of a message, all of it. */
    private static String taken(String topic, Object payload) throws IOException {
        byte[] octets = JSON.writeValueAsBytes(payload);
        try {
            if (topic.endsWith("/processdata/value")) {
                TelemetryMessage message = new TelemetryReader(ClockRule.DEFAULT).read(octets, Said.NOW);
                return message + " " + message.leftOut();
            }
            IoLinkDialect dialect = new IoLinkDialect("gw1", false, Said.MESSAGES);
            Translation said = dialect.translate(message(topic, new String(octets, StandardCharsets.UTF_8)));
            List<String> learnt = lines(dialect.translate(
                    message("gw1/masters/7/ports/7/status", "{\"statusInfo\":\"DEVICE_ONLINE\"}")));
            return learnt + " " + lines(said) + " " + said.unused() + " "
                    + (said.rejection() == null ? "" : said.rejection().getMessage());
        } catch (PayloadException e) {
            return e.reason() + " " + e.getMessage();
        }
    }

    /** An example of a schema in which every property stands. */
    @SuppressWarnings("unchecked")
    private Object sample(Map<String, Object> schema, Object value) {
        if (schema.get("$ref") instanceof String reference) {
            return sample((Map<String, Object>) schemas.get(reference.substring(reference.lastIndexOf('/') + 1)),
                    value);
        }
        if (schema.containsKey("oneOf")) {
            return value;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        for (Object part : (List<Object>) schema.getOrDefault("allOf", List.of())) {
            Object inner = sample((Map<String, Object>) part, value);
            if (!(inner instanceof Map)) {
                return inner;
            }
            members.putAll((Map<String, Object>) inner);
        }
        ((Map<String, Object>) schema.getOrDefault("properties", Map.of()))
                .forEach((name, property) -> members.put(name, sample((Map<String, Object>) property, value)));
        if (!members.isEmpty() || "object".equals(schema.get("type"))) {
            return members;
        }
        if (schema.get("enum") instanceof List<?> constants) {
            return constants.contains("DEVICE_ONLINE") ? "DEVICE_ONLINE" : constants.get(constants.size() - 1);
        }
        return switch (schema.containsKey("minimum") ? "integer" : String.valueOf(schema.get("type"))) {
            case "array" -> List.of(sample((Map<String, Object>) schema.get("items"), value));
            case "integer", "number" -> 7;
            case "boolean" -> true;
            default -> String.valueOf(schema.get("description")).contains("8601") ? "2026-03-04T05:00:00Z" : "text";
        };
    }

    private static void paths(Object node, List<Object> path, List<List<Object>> paths) {
        if (node instanceof Map<?, ?> members) {
            members.forEach((name, member) -> {
                List<Object> further = new ArrayList<>(path);
                further.add(name);
                paths.add(further);
                paths(member, further, paths);
            });
        } else if (node instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map) {
            List<Object> further = new ArrayList<>(path);
            further.add(0);
            paths(list.get(0), further, paths);
        }
    }

    /** The same without a property, a truth value turned round: to be there and true may be the default. */
    private static Object without(Object node, List<Object> path) {
        if (node instanceof List<?> list) {
            return List.of(without(list.get(0), path.subList(1, path.size())));
        }
        Map<Object, Object> members = new LinkedHashMap<>((Map<?, ?>) node);
        if (path.size() == 1 && members.get(path.get(0)) instanceof Boolean flag) {
            members.put(path.get(0), !flag);
        } else if (path.size() == 1) {
            members.remove(path.get(0));
        } else {
            members.put(path.get(0), without(members.get(path.get(0)), path.subList(1, path.size())));
        }
        return members;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> schemas() {
        return (Map<String, Object>) load("schemas.yaml").get("schemas");
    }

    private static Map<String, Object> load(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolveSibling("shared").resolve("corpus").resolve("json-io-link").resolve(name);
            if (folder.getParent() != null && Files.isRegularFile(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    return new Yaml().load(in);
                } catch (IOException e) {
                    throw new AssertionError(file.toString(), e);
                }
            }
        }
        Assumptions.abort("Skipped: the contract (../shared/corpus/json-io-link) is not beside the repository");
        return Map.of();
    }
}
