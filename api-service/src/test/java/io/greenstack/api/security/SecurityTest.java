package io.greenstack.api.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@ApiTest
@TestProfile(KeysMode.class)
class SecurityTest {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Set<String> OPEN = Set.of("/api/health", "/api/health/live", "/api/health/ready",
            "/api/auth/config");
    /** Read by the page that asks for the key. */
    private static final Set<String> OPEN_TO_READ = Set.of("/api/branding", "/api/branding/logo");

    private static RequestSpecification as(String key) {
        return given().header("X-API-Key", key);
    }

    private static Map<String, String> create(String name, Scope scope) {
        return as(KeysMode.ADMIN_KEY).contentType(ContentType.JSON).body(Map.of("name", name, "scope", scope.name()))
                .post("/api/keys").then().statusCode(201).header("Cache-Control", "no-store").extract().jsonPath()
                .getMap("", String.class, String.class);
    }

    @Test
    void everyEndpointDeniesStrangers() throws IOException, InterruptedException {
        Map<String, Map<String, Object>> paths = given().get("/openapi.json").then().statusCode(200).extract()
                .path("paths");
        int checked = 0;
        for (Map.Entry<String, Map<String, Object>> path : paths.entrySet()) {
            String target = path.getKey().replaceAll("\\{[^}]+}", "1");
            for (String method : path.getValue().keySet()) {
                if (!Set.of("get", "post", "put", "patch", "delete").contains(method) || OPEN.contains(path.getKey())
                        || method.equals("get") && OPEN_TO_READ.contains(path.getKey())
                        || !target.startsWith("/api")) {
                    continue;
                }
                boolean form = path.getKey().matches(".*/(upload(-package)?|attachments|logo)");
                for (String key : new String[]{null, "wrong-key", ""}) {
                    HttpResponse<String> answer = request(method.toUpperCase(Locale.ROOT), target, key, form);
                    assertThat(answer.statusCode()).as("%s %s", method, target).isEqualTo(401);
                    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                            .startsWith("application/problem+json");
                    assertThat(answer.body()).contains("\"code\":\"unauthorized\"");
                    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).contains("Bearer");
                }
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(25);
    }

    private static HttpResponse<String> request(String method, String target, String key, boolean form)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + target))
                .header("Content-Type", form ? "multipart/form-data; boundary=x" : "application/json")
                .method(method, form
                        ? HttpRequest.BodyPublishers.ofString("--x\r\nContent-Disposition: form-data; name=\"file\"; "
                                + "filename=\"x.xml\"\r\n\r\n\u0001\r\n--x--\r\n")
                        : HttpRequest.BodyPublishers.noBody());
        if (key != null) {
            request.header("X-API-Key", key);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void healthNeedsNoKey() {
        for (String path : OPEN) {
            given().get(path).then().statusCode(200);
        }
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void scopesIncludeEachOther() {
        String viewer = create("viewer", Scope.VIEWER).get("key");
        String operator = create("operator", Scope.OPERATOR).get("key");
        Map<String, Object> device = Map.of("device_id", "sec-1");
        as(viewer).get("/api/devices").then().statusCode(200);
        as(viewer).contentType(ContentType.JSON).body(device).post("/api/devices/register").then().statusCode(403)
                .contentType("application/problem+json").body("code", equalTo("forbidden"));
        as(operator).contentType(ContentType.JSON).body(device).post("/api/devices/register").then().statusCode(201);
        as(operator).delete("/api/devices/sec-1").then().statusCode(403);
        as(operator).get("/api/keys").then().statusCode(403);
        as(KeysMode.EDGE_KEY).contentType(ContentType.JSON).body(device).post("/api/devices/register").then()
                .statusCode(200);
        as(KeysMode.EDGE_KEY).delete("/api/devices/sec-1").then().statusCode(403);
        given().header("Authorization", "Bearer " + KeysMode.ADMIN_KEY).delete("/api/devices/sec-1").then()
                .statusCode(204);
    }

    /** The second read and those after it are answered without the endpoint. */
    @Test
    void anAnswerThatIsKeptIsForThoseWhoMayReadOnly() {
        Map<String, String> gone = as(KeysMode.ADMIN_KEY).contentType(ContentType.JSON)
                .body(Map.of("name", "kept", "scope", "viewer")).post("/api/keys").then().extract().jsonPath()
                .getMap("", String.class, String.class);
        for (String path : List.of("/api/iodd?size=7", "/api/devices?size=7", "/api/eds?size=7",
                "/api/descriptions?size=7")) {
            for (int round = 0; round < 3; round++) {
                as(gone.get("key")).get(path).then().statusCode(200);
                as(KeysMode.ADMIN_KEY).get(path).then().statusCode(200);
            }
            given().get(path).then().statusCode(401);
            as("wrong-key").get(path).then().statusCode(401);
        }
        String id = as(KeysMode.ADMIN_KEY).queryParam("size", 500).get("/api/keys").jsonPath()
                .getString("find { it.name == 'kept' }.id");
        as(KeysMode.ADMIN_KEY).delete("/api/keys/" + id).then().statusCode(204);
        await().untilAsserted(() -> as(gone.get("key")).get("/api/iodd?size=7").then().statusCode(401));
        as(KeysMode.ADMIN_KEY).get("/api/iodd?size=7").then().statusCode(200);
    }

    @Test
    void aKeyIsShownOnceAndEndsWhenRevoked() {
        Map<String, String> created = create("short-lived", Scope.VIEWER);
        String key = created.get("key");
        assertThat(key).startsWith("gs_").hasSizeGreaterThan(40);
        as(key).get("/api/devices").then().statusCode(200);
        as(KeysMode.ADMIN_KEY).get("/api/keys?size=500").then().statusCode(200).body("name", hasItem("short-lived"))
                .body(not(containsString(key))).body("find { it.name == 'short-lived' }.last_used_at", notNullValue())
                .body("find { it.name == 'short-lived' }.created_by", equalTo("bootstrap-admin"));
        int id = as(KeysMode.ADMIN_KEY).get("/api/keys?size=500").path("find { it.name == 'short-lived' }.id");
        as(KeysMode.ADMIN_KEY).delete("/api/keys/" + id).then().statusCode(204);
        as(key).get("/api/devices").then().statusCode(401);
        as(KeysMode.ADMIN_KEY).delete("/api/keys/" + id).then().statusCode(204);
        as(KeysMode.ADMIN_KEY).delete("/api/keys/987654321").then().statusCode(404);
    }

    @Test
    void aFloodIsAnsweredWith429AndDisturbsNobodyElse() throws IOException, InterruptedException {
        String key = create("flood", Scope.VIEWER).get("key");
        for (int i = 0; i < 380; i++) {
            assertThat(request("GET", "/api/breakers", key, false).statusCode()).isEqualTo(200);
        }
        ValidatableResponse last = as(key).get("/api/breakers").then();
        for (int i = 0; i < 5000 && last.extract().statusCode() != 429; i++) {
            last = as(key).get("/api/breakers").then();
        }
        last.statusCode(429).contentType("application/problem+json").body("code", equalTo("rate-limited"))
                .header("Retry-After", notNullValue()).header("RateLimit", startsWith("\"reads\";r=0;t="))
                .header("RateLimit-Policy", equalTo("\"reads\";q=400;w=20"));
        as(key).contentType(ContentType.JSON).body(Map.of("device_id", "x")).post("/api/devices").then().statusCode(403)
                .header("RateLimit", startsWith("\"writes\";r=999;t="));
        as(KeysMode.ADMIN_KEY).get("/api/breakers").then().statusCode(200);
        as("wrong").get("/api/health/live").then().statusCode(200);
    }

    @Test
    void uploadsHaveABudgetOfTheirOwn() {
        String key = create("uploads", Scope.VIEWER).get("key");
        for (int i = 0; i < 5; i++) {
            as(key).multiPart("file", "x.xml", new byte[]{1}).post("/api/iodd/upload").then().statusCode(403);
        }
        ValidatableResponse last = as(key).multiPart("file", "x.xml", new byte[]{1}).post("/api/iodd/upload").then();
        for (int i = 0; i < 100 && last.extract().statusCode() != 429; i++) {
            last = as(key).multiPart("file", "x.xml", new byte[]{1}).post("/api/iodd/upload").then();
        }
        last.statusCode(429).header("RateLimit-Policy", startsWith("\"uploads\";q=5;"));
        as(key).get("/api/devices").then().statusCode(200);
    }

    @Test
    void aRefusedBodyLeavesItsConnectionUsable() throws IOException {
        String key = create("kept-alive", Scope.VIEWER).get("key");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            String body = "x".repeat(2000);
            String request = "POST /api/iodd/upload HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + key
                    + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 2000\r\n\r\n" + body;
            String look = "GET /api/auth/me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-API-Key: " + key
                    + "\r\n\r\n";
            socket.setSoTimeout(20_000);
            for (int i = 0; i < 10; i++) {
                try (Socket other = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
                    other.getOutputStream().write(request.replace("Host:", "Connection: close\r\nHost:")
                            .getBytes(StandardCharsets.US_ASCII));
                    other.getInputStream().readAllBytes();
                }
            }
            socket.getOutputStream().write((request + look).getBytes(StandardCharsets.US_ASCII));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers).startsWith("HTTP/1.1 429").contains("HTTP/1.1 200");
        }
    }

    @Test
    void theEdgeServicesHaveABudgetOfTheirOwn() {
        as(KeysMode.EDGE_KEY).get("/api/devices").then().statusCode(200)
                .header("RateLimit-Policy", startsWith("\"services\";"));
        given().get("/api/auth/config").then().header("RateLimit-Policy", startsWith("\"strangers\";"));
        given().get("/api/health/live").then().header("RateLimit-Policy", nullValue());
    }

    @Test
    void aKeyIsRotatedWithAnOverlap() {
        Map<String, String> old = create("rotating", Scope.VIEWER);
        int id = as(KeysMode.ADMIN_KEY).get("/api/keys?size=500").path("find { it.name == 'rotating' }.id");
        String fresh = as(KeysMode.ADMIN_KEY).contentType(ContentType.JSON).body(Map.of("overlap", "1h"))
                .post("/api/keys/" + id + "/rotate").then().statusCode(201).header("Cache-Control", "no-store")
                .body("details.replaces", equalTo(id)).body("details.scope", equalTo("viewer")).extract().path("key");
        as(old.get("key")).get("/api/devices").then().statusCode(200);
        as(fresh).get("/api/devices").then().statusCode(200);
        as(KeysMode.ADMIN_KEY).get("/api/keys/" + id).then().statusCode(200).body("expires_at", notNullValue());

        as(KeysMode.ADMIN_KEY).contentType(ContentType.JSON).body(Map.of("overlap", "0s"))
                .post("/api/keys/" + id + "/rotate").then().statusCode(201);
        as(old.get("key")).get("/api/devices").then().statusCode(401);
        as(KeysMode.ADMIN_KEY).contentType(ContentType.JSON).post("/api/keys/" + id + "/rotate").then().statusCode(409)
                .body("code", equalTo("key-ended"));
        as(KeysMode.ADMIN_KEY).contentType(ContentType.JSON).body(Map.of("overlap", "soon"))
                .post("/api/keys/" + id + "/rotate").then().statusCode(400);
        as(KeysMode.ADMIN_KEY).contentType(ContentType.JSON).post("/api/keys/987654321/rotate").then().statusCode(404);
        as(KeysMode.ADMIN_KEY).queryParam("path", "/api/keys/" + id + "/rotate").get("/api/audit").then()
                .body("find { it.status == 201 }.before", containsString("expires_at"));
    }

    @Test
    void aKeyIsTakenFromItsAddressesOnly() throws IOException {
        String key = as(KeysMode.ADMIN_KEY).contentType(ContentType.JSON)
                .body(Map.of("name", "at home", "scope", "viewer", "allowed_addresses",
                        List.of("127.0.0.2/31", "2001:db8::/32")))
                .post("/api/keys").then().statusCode(201)
                .body("details.allowed_addresses", equalTo(List.of("127.0.0.2/31", "2001:db8::/32"))).extract()
                .path("key");

        assertThat(statusFrom("127.0.0.3", key)).isEqualTo(200);
        assertThat(statusFrom("127.0.0.4", key)).isEqualTo(401);
        assertThat(statusFrom("127.0.0.1", key)).isEqualTo(401);
        assertThat(statusFrom("127.0.0.3", key)).isEqualTo(200);
        for (String wrong : List.of("localhost", "127.0.0.1/33", "1.2.3", "::/129", "10.0.0.0/x")) {
            as(KeysMode.ADMIN_KEY).contentType(ContentType.JSON)
                    .body(Map.of("name", "x", "scope", "viewer", "allowed_addresses", List.of(wrong)))
                    .post("/api/keys").then().statusCode(400).body("code", equalTo("invalid-address"));
        }
    }

    @Test
    void liveStreamsOfAKeyAreBounded() throws IOException {
        as(KeysMode.ADMIN_KEY).contentType(ContentType.JSON).body(Map.of("device_id", "stream-limit"))
                .post("/api/devices").then().statusCode(201);
        String key = create("streams", Scope.VIEWER).get("key");
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                open.add(stream(key));
                assertThat(status(open.get(i))).isEqualTo(200);
            }
            try (Socket refused = stream(key)) {
                assertThat(status(refused)).isEqualTo(429);
            }
            try (Socket another = stream(KeysMode.ADMIN_KEY)) {
                assertThat(status(another)).isEqualTo(200);
            }
            open.remove(0).close();
            await().untilAsserted(() -> {
                try (Socket again = stream(key)) {
                    assertThat(status(again)).isEqualTo(200);
                }
            });
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    private static Socket stream(String key) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(("GET /api/devices/stream-limit/telemetry/stream HTTP/1.1\r\nHost: localhost\r\n"
                + "X-API-Key: " + key + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static int status(Socket socket) throws IOException {
        return Integer.parseInt(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII)
                .substring(9));
    }

    @Test
    void anAddressThatTriesKeysIsAnsweredWith429AndOthersAreNot() throws IOException {
        String right = create("beside-a-thief", Scope.VIEWER).get("key");
        assertThat(statusFrom("127.0.0.2", right)).isEqualTo(200);
        int status = 401;
        for (int i = 0; i < 1500 && status == 401; i++) {
            status = statusFrom("127.0.0.2", "guess-" + i);
        }
        assertThat(status).isEqualTo(429);
        assertThat(statusFrom("127.0.0.2", right)).isEqualTo(200);
        as("wrong").get("/api/breakers").then().statusCode(401);
    }

    private static int statusFrom(String address, String key) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), RestAssured.port,
                InetAddress.getByName(address), 0)) {
            socket.getOutputStream().write(("GET /api/breakers HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "X-API-Key: " + key + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    @Test
    void keysAndErrorsAreKeptByNobodyAndListsAreAskedForAgain() {
        as(KeysMode.ADMIN_KEY).get("/api/keys").then().statusCode(200).header("Cache-Control", "no-store");
        as(KeysMode.ADMIN_KEY).get("/api/devices").then().statusCode(200).header("Cache-Control", "private, no-cache");
        as(KeysMode.ADMIN_KEY).get("/api/devices/none").then().statusCode(404).header("Cache-Control", "no-store");
    }

    @Test
    void aScopeMayBeWrittenInAnyCaseAndAWrongOneIsToldTheRightOnes() {
        as(KeysMode.ADMIN_KEY).contentType(ContentType.JSON).body(Map.of("name", "small", "scope", "viewer"))
                .post("/api/keys").then().statusCode(201);
        as(KeysMode.ADMIN_KEY).contentType(ContentType.JSON).body(Map.of("name", "big", "scope", "god"))
                .post("/api/keys").then().statusCode(400).body("detail", containsString("viewer, operator, admin"));
    }

    @Test
    void addressesInAnswersDoNotNameTheHostThatTheRequestClaims() {
        as(KeysMode.ADMIN_KEY).header("Host", "evil.example").get("/api/keys?size=1").then().statusCode(200)
                .header("Link", containsString("</api/keys?size=1&page=1>; rel=\"first\""));
        as(KeysMode.ADMIN_KEY).header("Host", "evil.example").contentType(ContentType.JSON)
                .body(Map.of("name", "hosted", "scope", "VIEWER")).post("/api/keys").then().statusCode(201)
                .header("Location", startsWith("/api/keys/"));
    }

    @Test
    void anExpiredKeyIsNoKey() {
        as(KeysMode.ADMIN_KEY).contentType(ContentType.JSON)
                .body(Map.of("name", "past", "scope", "VIEWER", "expires_at", "2020-01-01T00:00:00Z")).post("/api/keys")
                .then()
                .statusCode(400).body("code", equalTo("validation-failed"));
    }

    @Test
    void aSlowRequestEndsWith504AndItsWorkIsInterrupted() {
        as(KeysMode.ADMIN_KEY).get("/api/test/slow").then().statusCode(504).contentType("application/problem+json")
                .body("code", equalTo("request-timeout"));
        as(KeysMode.ADMIN_KEY).get("/api/test/slow/outcome").then().statusCode(200).body(equalTo("interrupted"));
    }

    @Test
    void endpointsWithoutARuleAreDenied() {
        as(KeysMode.ADMIN_KEY).get("/api/test/unannotated").then().statusCode(403);
        given().get("/api/test/unannotated").then().statusCode(401).body("trace_id", notNullValue()).body("errors",
                notNullValue()).body("nothing", nullValue());
    }
}
