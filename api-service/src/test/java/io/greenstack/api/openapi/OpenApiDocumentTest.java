package io.greenstack.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.api.ApiTest;

/** The committed OpenAPI document is the one of the sources, and says of each operation what a consumer needs. */
@ApiTest
class OpenApiDocumentTest {

    private static final String RENEW = "./mvnw test -Dquick -Dui=false -pl api-service -am -Dtest=OpenApiDocumentTest "
            + "-Dsurefire.failIfNoSpecifiedTests=false -Dopenapi.write, then npm run api:types in "
            + "api-service/src/main/webui";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9_]*");
    private static final int MOST_DIFFERENCES = 20;
    /** Are served as the documents that were stored, of which the schema tells the main part only. */
    private static final Set<String> STORED_DOCUMENTS = Set.of("get /api/iodd/{id}",
            "get /api/eds/{id}",
            "get /api/iodd/{id}/process-data-layout",
            "get /api/descriptions/{id}/process-data-layout",
            "get /api/eds/{id}/assemblies/{assembly}/layout");

    private record Operation(String name, JsonNode json) {}

    private static List<Operation> operations(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> {
            if (METHODS.contains(method.getKey())) {
                operations.add(new Operation(method.getKey() + ' ' + path.getKey(), method.getValue()));
            }
        }));
        return operations;
    }

    @Test
    void theCommittedDocumentIsTheOneOfTheSources() throws IOException {
        JsonNode built = CanonicalDocument.built();
        if (System.getProperty("openapi.write") != null) {
            CanonicalDocument.write(built);
        }
        List<String> differences = new ArrayList<>();
        compare("", CanonicalDocument.committed(), built, differences);
        if (!differences.isEmpty()) {
            fail("api-service/openapi/openapi.json is not the document of the sources. Renew it: %s%nDifferent are:%n%s",
                    RENEW, String.join(System.lineSeparator(),
                            differences.subList(0, Math.min(MOST_DIFFERENCES, differences.size()))));
        }
    }

    private static void compare(String where, JsonNode committed, JsonNode built, List<String> differences) {
        if (committed.isObject() && built.isObject()) {
            Set<String> names = new TreeSet<>();
            committed.fieldNames().forEachRemaining(names::add);
            built.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(where + '/' + name, committed.path(name), built.path(name), differences));
        } else if (!committed.equals(built) && !committed.toString().equals(built.toString())) {
            differences.add(where + ": committed " + shortened(committed) + ", of the sources " + shortened(built));
        }
    }

    private static String shortened(JsonNode node) {
        String text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() <= 120 ? text : text.substring(0, 120) + "...";
    }

    @Test
    void everyOperationTellsWhatAConsumerNeeds() throws IOException {
        Set<String> ids = new TreeSet<>();
        for (Operation operation : operations(CanonicalDocument.built())) {
            JsonNode json = operation.json();
            String id = json.path("operationId").asText();
            assertThat(id).as(operation.name()).matches(SNAKE_CASE);
            assertThat(ids.add(id)).as("%s has an id of its own", operation.name()).isTrue();
            assertThat(json.path("summary").asText()).as(operation.name()).isNotBlank().doesNotEndWith(".");
            assertThat(json.path("tags")).as(operation.name()).hasSize(1);
            assertThat(json.has("security")).as(operation.name()).isTrue();
            for (String status : List.of("400", "429", "500", "503", "504")) {
                assertThat(json.path("responses").has(status)).as(operation.name() + ' ' + status).isTrue();
            }
            boolean secured = !json.path("security").isEmpty();
            assertThat(json.path("responses").has("401")).as(operation.name()).isEqualTo(secured);
            json.path("parameters").forEach(parameter -> assertThat(parameter.path("description").asText())
                    .as("%s %s", operation.name(), parameter.path("name").asText()).isNotBlank());
            if (operation.name().contains("{")) {
                assertThat(json.path("responses").has("404")).as(operation.name()).isTrue();
            }
        }
    }

    @Test
    void namesAreInSnakeCase() throws IOException {
        JsonNode document = CanonicalDocument.built();
        for (Operation operation : operations(document)) {
            Matcher variable = Pattern.compile("\\{([^}]*)}").matcher(operation.name());
            while (variable.find()) {
                assertThat(variable.group(1)).as(operation.name()).matches(SNAKE_CASE);
            }
            operation.json().path("parameters").forEach(parameter -> {
                if (!parameter.path("in").asText().equals("header")) {
                    assertThat(parameter.path("name").asText()).as(operation.name()).matches(SNAKE_CASE);
                }
            });
        }
        for (Map.Entry<String, JsonNode> schema : document.path("components").path("schemas").properties()) {
            schema.getValue().path("properties").fieldNames()
                    .forEachRemaining(name -> assertThat(name).as(schema.getKey()).matches(SNAKE_CASE));
        }
    }

    /** Every body of JSON that is sent has an example, and so has every answer. */
    @Test
    void bodiesHaveExamples() throws IOException {
        JsonNode document = CanonicalDocument.built();
        List<String> without = new ArrayList<>();
        for (Operation operation : operations(document)) {
            JsonNode body = operation.json().at("/requestBody/content/application~1json");
            if (!body.isMissingNode() && !body.has("example")) {
                without.add(operation.name() + " request");
            }
            operation.json().path("responses").properties().forEach(answer -> {
                JsonNode json = answer.getValue().at("/content/application~1json");
                if (answer.getKey().startsWith("2") && !json.isMissingNode() && !json.has("example")) {
                    without.add(operation.name() + " response");
                }
            });
        }
        assertThat(without).isEmpty();
    }

    /** The members of each example are those of its schema, so that an example does not outlive a change. */
    @Test
    void examplesHaveTheMembersOfTheirSchemas() throws IOException {
        JsonNode document = CanonicalDocument.built();
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations(document)) {
            if (STORED_DOCUMENTS.contains(operation.name())) {
                continue;
            }
            Stream.concat(Stream.of(operation.json().path("requestBody")),
                    operation.json().path("responses").properties().stream().map(Map.Entry::getValue))
                    .map(body -> body.at("/content/application~1json")).filter(body -> body.has("example"))
                    .forEach(body -> unknownMembers(operation.name(), document, body.path("schema"),
                            body.path("example"), wrong));
        }
        assertThat(wrong).isEmpty();
    }

    private static void unknownMembers(String where, JsonNode document, JsonNode schema, JsonNode example,
            List<String> wrong) {
        JsonNode known = schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
        if (example.isArray() && known.has("items")) {
            example.forEach(item -> unknownMembers(where + "[]", document, known.path("items"), item, wrong));
        } else if (example.isObject() && known.has("properties") && !known.has("allOf")) {
            example.properties().forEach(member -> {
                JsonNode property = known.path("properties").path(member.getKey());
                if (property.isMissingNode()) {
                    wrong.add(where + '.' + member.getKey());
                } else {
                    unknownMembers(where + '.' + member.getKey(), document, property, member.getValue(), wrong);
                }
            });
        }
    }

    /** Each code of a refusal in the sources stands in the document, with the operation or among the shared answers. */
    @Test
    void everyCodeOfARefusalIsDocumented() throws IOException {
        Set<String> documented = new TreeSet<>();
        CanonicalDocument.built().findValues("description").forEach(description -> {
            int codes = description.asText().indexOf("code: ");
            if (codes >= 0) {
                documented.addAll(List.of(description.asText().substring(codes + 6).split(", ")));
            }
        });
        Pattern code = Pattern
                .compile("(?:new ApiException\\(\\s*\\d+,|conflict\\(|unavailable\\()\\s*\"([a-z0-9-]+)\"");
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(
                Path.of(System.getProperty("greenstack.root", ".."), "api-service/src/main/java"))) {
            for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                code.matcher(Files.readString(source)).results().map(result -> result.group(1))
                        .filter(each -> !documented.contains(each))
                        .forEach(each -> missing.add(each + " in " + source.getFileName()));
            }
        }
        assertThat(missing).as("codes that are neither in ProblemAnswers nor in an @Answers(problems = ...)").isEmpty();
    }
}
