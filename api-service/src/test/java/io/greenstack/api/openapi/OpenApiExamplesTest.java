package io.greenstack.api.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * The examples of requests work as they stand. With {@code -Dopenapi.examples} the examples of answers that are missing are
 * taken from what this service answers, shortened.
 */
@ApiTest
class OpenApiExamplesTest {

    private static final Path FILE = Path.of(System.getProperty("greenstack.root", ".."),
            "api-service/src/main/resources/META-INF/openapi-examples.json");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CSV = "text/csv";
    private static final int LONGEST_TEXT = 120;
    private static final int MOST_MEMBERS = 40;
    private static final int DEEPEST = 7;
    /** Need what the operator has set, a folder or a mail server, and are refused without. */
    private static final Set<String> OF_THE_OPERATOR = Set.of("POST /api/imports", "POST /api/iodd/import",
            "POST /api/eds/import", "POST /api/alarm-channels", "PUT /api/alarm-channels/{id}",
            "POST /api/iodd-source/fetch");

    /** Wait for the answer of a bridge, of which there is none here. */
    private static final Set<String> OF_THE_BRIDGE = Set.of("POST /api/masters/test");

    private final Map<String, String> ids = new LinkedHashMap<>();

    @BeforeEach
    void library() {
        String iodd = Integer.toString(Samples.upload("sample.xml", Samples.conditional(3601)).extract()
                .path("device_id"));
        String eds = Samples
                .eds("""
                        [Params]
                          Param1 = 0,,,0x0000,0xC7,2,"Speed","rpm","help",0,100,42,1,1,1,0,,,,,0;
                        [Groups]
                          Group1 = "All",1,1;
                        [Assembly]
                          Assem100 = "In",,2,0x0000,,,16,Param1;
                          Assem101 = "Out",,2,0x0000,,,16,Param1;
                        [Connection Manager]
                          Connection1 = 0x04010002,0x44640405,,2,Assem101,,2,Assem100,,,,,"Exclusive","","20 04 24 65 2C 65 2C 64";
                        """)
                .replace("ProdCode = 7", "ProdCode = 3601");
        byte[] zip = Samples.zip(Map.of("V1.2/thing.eds", eds.getBytes(StandardCharsets.UTF_8)));
        String packed = given().multiPart("file", "vendor.zip", zip).post("/api/eds/upload-package").then().extract()
                .path("package_id").toString();
        String file = given().get("/api/eds/packages/" + packed).then().extract().path("eds_files[0].id").toString();
        json(Map.of("device_id", "press-7", "name", "Press 7", "iolink",
                Map.of("vendor_id", 65535, "device_id", 3601))).post("/api/devices/register");
        given().delete("/api/devices/press-8");
        given().delete("/api/masters/line-2");
        json(Map.of("id", "line-1", "kind", "ifm_http", "address", "192.168.0.11", "enabled", false))
                .post("/api/masters");
        ids.put("/api/masters/", "line-1");
        String note = json(Map.of("title", "Unit of the pressure", "text", "The screen of the device shows bar."))
                .post("/api/descriptions/" + iodd + "/notes").then().extract().path("id").toString();
        json(Map.of("text", "Seen at line 4 too.")).post("/api/notes/" + note + "/comments");
        given().multiPart("file", "photo.png", new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
                .post("/api/notes/" + note + "/attachments");
        json(Map.of("events", List.of(Map.of("device_id", "press-7", "code", 36000, "mode", "appears", "type", "error",
                "timestamp", Instant.now().toString(), "from_device", true, "received_at",
                Instant.now().toString())))).post("/api/events/batch").then().statusCode(200);
        List<Integer> alarms = given().get("/api/alarms?device=press-7").then().statusCode(200).extract().path("id");
        ids.put("/api/alarms/", alarms.isEmpty() ? "999999" : alarms.get(0).toString());
        ids.put("/api/alarm-rules/", json(Map.of("name", "Tank too hot", "kind", "range", "scope",
                Map.of("type", "device", "device_id", "nobody"), "condition",
                Map.of("parameter", "temperature", "high", 80))).post("/api/alarm-rules").then()
                .extract().path("id").toString());
        ids.put("/api/keys/", json(Map.of("name", "To be rotated", "scope", "viewer")).post("/api/keys").then()
                .extract().path("details.id").toString());
        List<Map<String, Object>> mappings = given().get("/api/mappings?size=500").jsonPath().getList("$");
        mappings.stream().filter(mapping -> mapping.get("name").toString().startsWith("press-line"))
                .forEach(mapping -> given().delete("/api/mappings/" + mapping.get("id")));
        ids.put("/api/mappings/", json(Map.of("name", "press-line-1", "topics", List.of("x"), "device", "'x'", "values",
                "{}")).post("/api/mappings").then().extract().path("id").toString());
        json(Map.of("description_id", Integer.parseInt(iodd), "device_id", "press-9")).post("/api/simulations");
        ids.put("/api/simulations/", "press-9");
        json(Map.of("V_Unit", 1)).patch("/api/devices/press-7/shadow/reported");
        ids.put("/api/parameter-sets/", json(Map.of("name", "Press 7 before the repair"))
                .post("/api/devices/press-7/parameter-sets").then().extract().path("id").toString());
        ids.put("/api/devices/", "press-7");
        ids.put("/api/eds/packages/", packed);
        ids.put("/api/eds/", file);
        ids.put("/api/notes/", note);
        for (String path : List.of("descriptions", "iodd", "config-export/iodd", "generate", "flows")) {
            ids.put("/api/" + path + "/", iodd);
        }
    }

    private static RequestSpecification json(Object body) {
        return given().contentType(ContentType.JSON).body(body);
    }

    private String address(String path) {
        String filled = path.replace("{kind}", "iodd").replace("{parameter}", "V_Unit").replace("{assembly}", "100")
                .replace("{number}", "1").replace("{content}", "parameters").replace("{platform}", "node-red")
                .replace("{generator}", "node-red-monitoring").replace("{vendor_code}", "65535")
                .replace("{product_code}", "3601");
        for (Map.Entry<String, String> id : ids.entrySet()) {
            if (filled.startsWith(id.getKey())) {
                return filled.replace("{id}", id.getValue()).replaceAll("\\{[^}]+}", "999999");
            }
        }
        return filled.replaceAll("\\{[^}]+}", "999999");
    }

    private String body(Object example) {
        return JSON.valueToTree(example).toString().replace("[42]", "[" + ids.get("/api/iodd/") + "]")
                .replace("\"device_id\":42", "\"device_id\":" + ids.get("/api/iodd/"))
                .replace("\"description_id\":42", "\"description_id\":" + ids.get("/api/iodd/"));
    }

    private static Map<String, Map<String, Object>> examples() throws IOException {
        return JSON.readValue(FILE.toFile(), new TypeReference<TreeMap<String, Map<String, Object>>>() {
        });
    }

    private Response send(String key, Object example) {
        String[] operation = key.split(" ", 2);
        RequestSpecification request = example == null ? given() : json(body(example));
        String query = switch (key) {
            case "GET /api/search", "GET /api/search/suggestions" -> "?q=temp";
            case "GET /api/descriptions/export/{content}" -> "?ids=" + ids.get("/api/iodd/");
            case "GET /api/config-export/batch/json" -> "?device_type=IODD&device_ids=" + ids.get("/api/iodd/");
            default -> "";
        };
        return send(operation, request, query);
    }

    private Response send(String[] operation, RequestSpecification request, String query) {
        return request.request(operation[0], address(operation[1]) + query);
    }

    @Test
    void requestsAreTakenAsTheyStand() throws IOException {
        List<String> refused = new ArrayList<>();
        for (Map.Entry<String, Map<String, Object>> example : examples().entrySet()) {
            Object request = example.getValue().get("request");
            if (request != null) {
                Response answer = send(example.getKey(), request);
                boolean expected = OF_THE_BRIDGE.contains(example.getKey())
                        ? answer.statusCode() == 503
                        : OF_THE_OPERATOR.contains(example.getKey())
                                ? answer.statusCode() < 500
                                : answer.statusCode() < 300;
                if (!expected) {
                    refused.add(example.getKey() + ": " + answer.statusCode() + ' ' + answer.asString());
                }
            }
        }
        given().delete("/api/branding");
        assertThat(refused).isEmpty();
    }

    /** What a read answers in its headers stands in the document, and the other way round; so does its media type. */
    @Test
    void headersAndMediaTypesAreTold() throws IOException {
        List<String> wrong = new ArrayList<>();
        int[] read = new int[1];
        CanonicalDocument.built().path("paths").properties().forEach(path -> {
            JsonNode told = path.getValue().at("/get/responses/200");
            if (told.isMissingNode() || told.at("/content").has("text/event-stream")) {
                return;
            }
            Response answer = send("GET " + path.getKey(), null);
            if (answer.statusCode() != 200) {
                return;
            }
            read[0]++;
            for (String header : List.of("ETag", "X-Total-Count", "Link")) {
                if (told.at("/headers").has(header) != answer.headers().hasHeaderWithName(header)) {
                    wrong.add("GET " + path.getKey() + ' ' + header + ": told is "
                            + told.at("/headers").has(header) + ", answered " + answer.header(header));
                }
            }
            String type = answer.contentType().replaceFirst(";.*", "");
            if (!told.at("/content").has(type) && !told.at("/content").has(type.replaceFirst("/.*", "/*"))) {
                wrong.add("GET " + path.getKey() + ": answered is " + type);
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(read[0]).isGreaterThan(80);
    }

    @Test
    void missingAnswersAreTakenFromTheService() throws IOException {
        if (System.getProperty("openapi.examples") == null) {
            return;
        }
        Map<String, Map<String, Object>> examples = examples();
        JsonNode document = CanonicalDocument.built();
        document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> {
            String key = method.getKey().toUpperCase(java.util.Locale.ROOT) + ' ' + path.getKey();
            Map<String, Object> known = examples.getOrDefault(key, Map.of());
            boolean asks = method.getKey().equals("get") || known.containsKey("request");
            if (method.getValue().at("/responses/200/content").has(CSV) && !known.containsKey(CSV)) {
                String query = path.getKey().equals("/api/descriptions/export/{content}")
                        ? "?format=csv&ids=" + ids.get("/api/iodd/")
                        : path.getKey().endsWith("/csv") ? "" : "?format=csv";
                Response answer = send(key.split(" ", 2), given(), query);
                if (answer.statusCode() == 200) {
                    examples.computeIfAbsent(key, none -> new LinkedHashMap<>()).put(CSV,
                            answer.asString().lines().limit(2).collect(Collectors.joining("\r\n", "", "\r\n")));
                }
            }
            boolean streams = method.getValue().toString().contains("text/event-stream");
            if (asks && !streams && !known.containsKey("response")) {
                Response answer = send(key, known.get("request"));
                if (answer.statusCode() < 300 && answer.contentType().startsWith("application/json")) {
                    examples.computeIfAbsent(key, none -> new LinkedHashMap<>()).put("response",
                            shortened(read(answer), 0));
                }
            }
        }));
        given().delete("/api/branding");
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        Files.writeString(FILE, JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(lines)
                .withArrayIndenter(lines)).writeValueAsString(examples) + "\n");
    }

    private static JsonNode read(Response answer) {
        try {
            return JSON.readTree(answer.asByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonNode shortened(JsonNode node, int depth) {
        if (node.isArray()) {
            ArrayNode first = JsonNodeFactory.instance.arrayNode();
            if (!node.isEmpty() && depth < DEEPEST) {
                first.add(shortened(node.get(0), depth + 1));
            }
            return first;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties().stream().limit(depth < DEEPEST ? MOST_MEMBERS : 0)
                    .forEach(each -> object.set(each.getKey(), shortened(each.getValue(), depth + 1)));
            return object;
        }
        return node.isTextual() && node.textValue().length() > LONGEST_TEXT
                ? JsonNodeFactory.instance.textNode(node.textValue().substring(0, LONGEST_TEXT - 3) + "...")
                : node;
    }
}
