package io.greenstack.api.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.api.ApiTest;
import io.greenstack.api.LoggedErrors;
import io.greenstack.api.platform.OpenApi;
import io.greenstack.api.platform.OpenApi.Operation;
import io.greenstack.api.platform.Sql;
import io.greenstack.api.security.DeclaredRoles.Need;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;

/** Every operation of the OpenAPI document against everybody who may come, and against what he may write. */
@ApiTest
@TestProfile(MatrixMode.class)
class SecurityMatrixTest {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What would tell of the inside: names of classes, statements, frames, folders. */
    private static final Pattern INSIDE = Pattern
            .compile("(?i)exception|\\bat [a-z]+(\\.\\w+)+\\(|\\b(java|javax|jakarta|"
                    + "org\\.(hibernate|postgresql|jboss)|io\\.(quarkus|vertx|greenstack|smallrye))\\.\\w|sqlstate|postgres|hibernate|"
                    + "\\bselect .+ from\\b|\\binsert into\\b|/home/|/root/|\\.java\\b");
    private static final List<String> HOSTILE = List.of("'; drop table device; --", "\"><script>alert(1)</script>",
            "../../../../etc/shadow", "${jndi:ldap://127.0.0.1/x}", "a\r\nX-Injected: 1", "\uD83D\uDCA5\u202E\u0000",
            "-99999999999999999999", "%27%20%2e%2e%2f", "{\"$ne\":null}", "x".repeat(1_500));

    private record Caller(String name, String header, String value, Scope scope, boolean known) {}

    @Inject
    Sql sql;

    private final List<Caller> callers = new ArrayList<>();

    private static Map<String, Object> key(String name, String scope) {
        return given().header("X-API-Key", KeysMode.ADMIN_KEY).contentType(ContentType.JSON)
                .body(Map.of("name", name, "scope", scope)).post("/api/keys").then().statusCode(201).extract()
                .jsonPath().getMap("");
    }

    private void key(Scope scope) {
        String key = (String) key("matrix-" + scope, scope.name()).get("key");
        callers.add(new Caller("key of " + scope, "X-API-Key", key, scope, true));
        callers.add(new Caller("bearer key of " + scope, "Authorization", "Bearer " + key, scope, true));
    }

    private void stranger(String name, String header, String value) {
        callers.add(new Caller(name, header, value, null, false));
    }

    @BeforeEach
    @SuppressWarnings("unchecked")
    void everybody() {
        stranger("nobody", "X-Nothing", "x");
        stranger("wrong key", "X-API-Key", "gs_wrong");
        String expired = (String) key("matrix-expired", "admin").get("key");
        sql.query("update api_key set expires_at = now() - interval '1 minute' where name = 'matrix-expired'").update();
        Map<String, Object> revoked = key("matrix-revoked", "admin");
        given().header("X-API-Key", KeysMode.ADMIN_KEY)
                .delete("/api/keys/" + ((Map<String, Object>) revoked.get("details")).get("id")).then().statusCode(204);
        stranger("expired key", "X-API-Key", expired);
        stranger("revoked key", "X-API-Key", (String) revoked.get("key"));
        for (Scope scope : Scope.values()) {
            key(scope);
            callers.add(new Caller("token of " + scope, "Authorization",
                    "Bearer " + Tokens.of("matrix", "greenstack-" + scope.name().toLowerCase(Locale.ROOT)),
                    scope, true));
        }
        callers.add(new Caller("token without a role", "Authorization", "Bearer " + Tokens.of("matrix", "admin"), null,
                true));
        Map<String, Object> claims = Tokens.claims("matrix", "greenstack-admin");
        stranger("foreign token", "Authorization", "Bearer " + Tokens.signed(claims, Tokens.keys().getPrivate()));
        stranger("unsigned token", "Authorization", "Bearer " + Tokens.unsigned(claims));
        claims.put("exp", Instant.now().getEpochSecond() - 60);
        stranger("expired token", "Authorization", "Bearer " + Tokens.signed(claims, Tokens.key()));
    }

    @Test
    void everyOperationIsForWhomItSays() {
        Map<String, Need> needs = DeclaredRoles.read();
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        try (LoggedErrors log = LoggedErrors.listen()) {
            for (Operation operation : OpenApi.operations().filter(each -> each.path().startsWith("/api/")).toList()) {
                Need need = needs.get(operation.toString());
                if (need == null) {
                    wrong.add(operation + ": nothing says who may call it");
                    continue;
                }
                // whom it refuses it does nothing for, so that those may come side by side
                Map<Boolean, List<Caller>> mayCome = callers.stream().collect(Collectors.partitioningBy(
                        caller -> need == Need.NOBODY || caller.known() && need.metBy(caller.scope())));
                wrong.addAll(mayCome.get(false).parallelStream().map(caller -> wrong(operation, need, caller))
                        .filter(Objects::nonNull).toList());
                wrong.addAll(mayCome.get(true).stream().map(caller -> wrong(operation, need, caller))
                        .filter(Objects::nonNull).toList());
                asked += callers.size();
            }
            assertThat(log.errors()).isEmpty();
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).as("requests").isGreaterThan(100 * callers.size());
    }

    private static String wrong(Operation operation, Need need, Caller caller) {
        Answer answer = ask(operation, operation.address(), caller, null);
        return right(answer, need, caller) ? null : operation + " by " + caller.name() + ": " + answer;
    }

    private static boolean right(Answer answer, Need need, Caller caller) {
        if (answer.status() >= 500 || answer.tellsOfTheInside()) {
            return false;
        }
        if (need == Need.NOBODY) {
            return answer.status() < 400 || answer.status() == 404;
        }
        if (!caller.known()) {
            return answer.status() == 401 && answer.body().contains("\"code\":\"unauthorized\"");
        }
        return need.metBy(caller.scope())
                ? answer.status() != 401 && answer.status() != 403
                : answer.status() == 403 && answer.body().contains("\"code\":\"forbidden\"");
    }

    /** An answer; the body of one that is no refusal is not read, since that of a stream does not end. */
    private record Answer(int status, String body, boolean injected) {

        private boolean tellsOfTheInside() {
            return INSIDE.matcher(body).find();
        }
    }

    private static Answer ask(Operation operation, String address, Caller caller, String json) {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + address))
                .timeout(Duration.ofSeconds(60)).header(caller.header(), caller.value());
        if (operation.consumes() != null) {
            request.header("Content-Type", json == null ? operation.consumes() : "application/json");
        }
        request.method(operation.method(), json == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(json));
        try {
            HttpResponse<InputStream> answer = CLIENT.send(request.build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return new Answer(answer.statusCode(), answer.statusCode() < 400
                        ? ""
                        : new String(body.readAllBytes(), StandardCharsets.UTF_8),
                        answer.headers().firstValue("X-Injected").isPresent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void noTextDoesHarm() throws IOException {
        Caller admin = new Caller("admin", "X-API-Key", KeysMode.ADMIN_KEY, Scope.ADMIN, true);
        JsonNode document = JSON.readTree(given().get("/openapi.json").asString());
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        try (LoggedErrors log = LoggedErrors.listen()) {
            for (Operation operation : OpenApi.operations().filter(each -> each.path().startsWith("/api/")).toList()) {
                List<Trial> trials = HOSTILE.stream().flatMap(text -> trials(document, operation, text).stream())
                        .toList();
                // what only reads may be read side by side
                Stream<Trial> some = operation.method().equals("GET") ? trials.parallelStream() : trials.stream();
                wrong.addAll(some.map(trial -> harm(operation, trial, admin)).filter(Objects::nonNull).toList());
                asked += trials.size();
            }
            assertThat(log.errors()).isEmpty();
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).as("requests").isGreaterThan(1_000);
    }

    private record Trial(String address, String json) {}

    private static String harm(Operation operation, Trial trial, Caller caller) {
        Answer answer = ask(operation, trial.address(), caller, trial.json());
        return answer.status() >= 500 || answer.injected() || answer.tellsOfTheInside()
                ? operation + " " + trial + ": " + answer
                : null;
    }

    /** The text in each place of an operation where a text may stand. */
    private static List<Trial> trials(JsonNode document, Operation operation, String text) {
        List<Trial> trials = new ArrayList<>();
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        if (operation.path().contains("{")) {
            trials.add(new Trial(operation.path().replaceAll("\\{[^}]+}", encoded.replace("$", "%24")), null));
        }
        for (String parameter : operation.query()) {
            trials.add(new Trial(operation.address() + '?' + parameter + '=' + encoded, null));
        }
        for (String member : members(document, operation)) {
            trials.add(new Trial(operation.address(), JSON.createObjectNode().put(member, text).toString()));
        }
        return trials;
    }

    private static List<String> members(JsonNode document, Operation operation) {
        JsonNode schema = document.path("paths").path(operation.path())
                .path(operation.method().toLowerCase(Locale.ROOT)).path("requestBody").path("content")
                .path("application/json").path("schema");
        String reference = schema.path("$ref").asText();
        JsonNode resolved = reference.isEmpty()
                ? schema
                : document.path("components").path("schemas").path(reference.substring(reference.lastIndexOf('/') + 1));
        List<String> members = new ArrayList<>();
        resolved.path("properties").fieldNames().forEachRemaining(members::add);
        return members;
    }
}
