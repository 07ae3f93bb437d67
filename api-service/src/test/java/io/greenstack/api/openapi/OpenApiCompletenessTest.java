package io.greenstack.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/** What a consumer finds in the committed document about every operation; each gap is named. */
class OpenApiCompletenessTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    /** Its pages are parts of one answer, which has the total in its body. */
    private static final Set<String> PAGED_IN_THE_BODY = Set.of("get /api/search");
    /** Any key or token will do. */
    private static final Set<String> WITHOUT_A_ROLE = Set.of("get /api/auth/me");
    /** Files, of which an example would be octets. */
    private static final List<String> OCTETS = List.of("image/", "application/zip", "application/octet-stream",
            "application/vnd.openxmlformats", "application/xml", "application/yaml", "text/x-", "text/plain");

    private JsonNode document;
    private final List<String> gaps = new ArrayList<>();

    @BeforeEach
    void read() throws IOException {
        document = CanonicalDocument.committed();
    }

    private interface Check {
        void of(String name, JsonNode operation);
    }

    private void each(Check check) {
        int[] operations = new int[1];
        document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> {
            if (METHODS.contains(method.getKey())) {
                operations[0]++;
                check.of(method.getKey() + ' ' + path.getKey(), method.getValue());
            }
        }));
        assertThat(operations[0]).isGreaterThan(200);
        assertThat(gaps).isEmpty();
    }

    private void need(boolean there, String operation, String what) {
        if (!there) {
            gaps.add(operation + ": " + what);
        }
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static Set<String> parameters(JsonNode operation, String in) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(one -> one.path("in").asText().equals(in)).map(one -> one.path("name").asText())
                .collect(Collectors.toSet());
    }

    @Test
    void eachHasAnIdATagASummaryAndSecurity() {
        Set<String> ids = new TreeSet<>();
        Set<String> tags = StreamSupport.stream(document.path("tags").spliterator(), false)
                .filter(tag -> !tag.path("description").asText().isBlank()).map(tag -> tag.path("name").asText())
                .collect(Collectors.toSet());
        each((name, json) -> {
            need(ids.add(json.path("operationId").asText()), name, "an id of its own");
            need(!json.path("summary").asText().isBlank(), name, "a summary");
            need(json.path("tags").size() == 1 && tags.contains(json.path("tags").path(0).asText()), name,
                    "one tag, which is described");
            need(json.has("security"), name, "security");
            if (!json.path("security").isEmpty()) {
                json.path("security").forEach(scheme -> scheme.properties().forEach(one -> {
                    need(document.at("/components/securitySchemes").has(one.getKey()), name, one.getKey());
                    need(!one.getValue().isEmpty() || WITHOUT_A_ROLE.contains(name), name, "roles of " + one.getKey());
                }));
                need(json.path("responses").has("401") && json.path("responses").has("403"), name, "401 and 403");
            }
            json.path("parameters").forEach(parameter -> need(
                    !parameter.path("description").asText().isBlank() && parameter.has("schema"), name,
                    "description and schema of " + parameter.path("name").asText()));
        });
    }

    @Test
    void eachRefusalIsAProblemWithCodesAndAnExample() {
        each((name, json) -> json.path("responses").properties().forEach(answer -> {
            if (answer.getKey().compareTo("400") < 0) {
                return;
            }
            JsonNode refusal = resolved(answer.getValue());
            JsonNode problem = refusal.at("/content/application~1problem+json");
            String what = name + ' ' + answer.getKey();
            need(problem.at("/schema/$ref").asText().endsWith("/Problem"), what, "the schema of problems");
            need(problem.path("example").path("status").asText().equals(answer.getKey()), what,
                    "an example with its status");
            int codes = refusal.path("description").asText().indexOf("code: ");
            need(codes >= 0 && List.of(refusal.path("description").asText().substring(codes + 6).split(", "))
                    .contains(problem.path("example").path("code").asText()), what, "its codes, one in the example");
        }));
    }

    @Test
    void eachBodyHasASchemaAndAnExample() {
        each((name, json) -> {
            json.at("/requestBody/content").properties().forEach(body -> {
                need(body.getValue().has("schema"), name, "a schema of what is sent");
                need(!body.getKey().endsWith("json") || body.getValue().has("example"), name,
                        "an example of what is sent");
            });
            need(json.path("responses").properties().stream().anyMatch(answer -> answer.getKey().startsWith("2")),
                    name, "an answer");
            json.path("responses").properties().forEach(answer -> {
                if (answer.getKey().startsWith("2")) {
                    need(answer.getKey().equals("204") != answer.getValue().has("content"), name,
                            "a body unless it is 204");
                    answer.getValue().path("content").properties().forEach(body -> answered(name, body));
                }
            });
        });
    }

    private void answered(String name, Map.Entry<String, JsonNode> body) {
        String what = name + " as " + body.getKey();
        need(body.getValue().has("schema"), what, "a schema");
        need(!body.getKey().endsWith("json") || !body.getValue().at("/schema/type").asText().equals("string"), what,
                "a schema that is no mere text");
        if (OCTETS.stream().noneMatch(body.getKey()::startsWith)) {
            need(body.getValue().has("example"), what, "an example");
        }
    }

    @Test
    void pagesTagsAndPlacesHaveTheirHeaders() {
        each((name, json) -> {
            Set<String> query = parameters(json, "query");
            JsonNode headers = json.at("/responses/200/headers");
            if (query.contains("page") && !PAGED_IN_THE_BODY.contains(name)) {
                need(query.contains("size"), name, "the parameter size");
                for (String header : List.of("X-Total-Count", "Link", "ETag")) {
                    need(headers.has(header), name, header);
                }
            }
            if (name.startsWith("get ") && headers.has("ETag")) {
                need(json.path("responses").has("304"), name, "304");
                need(parameters(json, "header").contains("If-None-Match"), name, "If-None-Match");
            }
            if (json.path("responses").has("201")) {
                need(json.at("/responses/201/headers").has("Location"), name, "Location");
            }
            json.path("responses").forEach(answer -> answer.path("headers").forEach(header -> need(
                    resolved(header).has("schema") && resolved(header).has("example"), name,
                    "schema and example of a header")));
        });
    }
}
