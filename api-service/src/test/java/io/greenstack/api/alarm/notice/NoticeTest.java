package io.greenstack.api.alarm.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.greenstack.api.ApiTest;
import io.greenstack.api.platform.Sql;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** What people are told, with a webhook of the test's own and a mailbox in memory. */
@ApiTest
class NoticeTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    MockMailbox mailbox;
    @Inject
    Sql sql;

    private final String device = "no-" + UUID.randomUUID();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile int status = 204;
    private HttpServer server;
    private String channel;
    private String secret;

    private record Call(String body, String signature, String time, String delivery, int answered) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException(body, e);
            }
        }

        List<String> reasons() {
            return json().path("notices").findValuesAsText("reason");
        }
    }

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        if (channel != null) {
            given().delete("/api/alarm-channels/{id}", channel).then().statusCode(204);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int answer = failures.getAndDecrement() > 0 ? 500 : status;
        calls.add(new Call(body, exchange.getRequestHeaders().getFirst("X-GreenStack-Signature"),
                exchange.getRequestHeaders().getFirst("X-GreenStack-Timestamp"),
                exchange.getRequestHeaders().getFirst("X-GreenStack-Delivery"), answer));
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    @Test
    void whatComesTogetherIsOneMessageAndSigned() {
        webhook("\"gather\":\"1s\"");
        appears(1);
        appears(2);
        appears(3);

        await().atMost(LIMIT).until(() -> !calls.isEmpty());
        Call call = calls.get(0);
        assertThat(call.reasons()).containsExactly("raised", "raised", "raised");
        assertThat(call.json().at("/notices/0/alarm/device_id").asText()).isEqualTo(device);
        assertThat(call.json().at("/notices/0/alarm/state").asText()).isEqualTo("active");
        assertThat(call.json().path("delivery").asText()).isEqualTo(call.delivery());
        assertThat(call.signature()).isEqualTo("sha256=" + WebhookSender.signature(secret, call.time(),
                call.body().getBytes(StandardCharsets.UTF_8)));
        notices().body("state", contains("sent", "sent", "sent"));

        disappears(1);
        await().atMost(LIMIT).until(() -> calls.size() == 2);
        assertThat(calls.get(1).reasons()).containsExactly("cleared");
    }

    @Test
    void aMessageThatIsNotTakenComesAgainWithTheSameNumber() {
        failures.set(2);
        webhook("\"gather\":\"0s\"");
        appears(1);

        await().atMost(LIMIT).until(() -> calls.size() == 3);
        assertThat(calls).extracting(Call::answered).containsExactly(500, 500, 204);
        assertThat(calls).extracting(Call::delivery).containsOnly(calls.get(0).delivery());
        await().atMost(LIMIT).untilAsserted(() -> notices().body("[0].state", equalTo("sent")).body("[0].attempts",
                equalTo(3)));
    }

    @Test
    void whatIsNeverTakenIsGivenUp() {
        status = 302;
        webhook("\"gather\":\"0s\"");
        appears(1);

        await().atMost(LIMIT).untilAsserted(() -> notices().body("[0].state", equalTo("failed")).body("[0].error",
                containsString("302, and redirects are not followed")));
        assertThat(calls).hasSize(3);
        given().post("/api/alarm-channels/{id}/test", channel).then().statusCode(502).body("code",
                equalTo("notice-failed"));
        status = 200;
        given().post("/api/alarm-channels/{id}/test", channel).then().statusCode(204);
        assertThat(calls.get(calls.size() - 1).json().at("/notices/0/alarm/message").asText()).contains("trial");
    }

    @Test
    void anEscalationIsOnlyToldOfWhatNobodyAcknowledged() {
        webhook("\"gather\":\"0s\",\"after\":\"2s\"");
        appears(1);
        appears(2);
        appears(3);
        acknowledge(1);
        disappears(2);

        await().atMost(LIMIT).until(() -> !calls.isEmpty());
        assertThat(calls.get(0).json().path("notices").findValuesAsText("code")).containsExactly("3");
        await().atMost(LIMIT).untilAsserted(() -> given().queryParam("state", "pending")
                .get("/api/alarm-channels/{id}/notices", channel).then().body("", hasSize(0)));
        notices().body("findAll { it.state == 'dropped' }.size()", equalTo(3));
        assertThat(calls).hasSize(1);
    }

    @Test
    void whatNobodyAcknowledgesIsToldAgain() {
        webhook("\"gather\":\"0s\",\"repeat\":\"1m\"");
        appears(1);
        await().atMost(LIMIT).until(() -> calls.size() == 1);
        repeatNow();
        await().atMost(LIMIT).until(() -> calls.size() == 2);
        assertThat(calls.get(1).reasons()).containsExactly("repeated");

        acknowledge(1);
        repeatNow();

        await().atMost(LIMIT).untilAsserted(() -> notices().body("[0].state", equalTo("dropped")).body("[0].reason",
                equalTo("repeated")));
        assertThat(calls).hasSize(2);
    }

    @Test
    void whatIsShelvedIsToldWhenTheShelfEnds() {
        webhook("\"gather\":\"1s\"");
        appears(1);
        given().contentType(ContentType.JSON).body("{\"duration\":\"1h\"}").post("/api/alarms/{id}/shelve", alarm(1))
                .then().statusCode(200);
        await().atMost(LIMIT).untilAsserted(() -> notices().body("[0].error", equalTo("The alarm is shelved.")));
        assertThat(calls).isEmpty();

        given().contentType(ContentType.JSON).post("/api/alarms/{id}/unshelve", alarm(1)).then().statusCode(200);

        await().atMost(LIMIT).until(() -> calls.size() == 1);
    }

    @Test
    void onlyWhatAChannelIsForIsTold() {
        webhook("\"gather\":\"0s\",\"told\":[\"acknowledged\"],\"min_priority\":\"high\"");
        appears(1);
        events("{\"device_id\":\"" + device + "\",\"code\":9,\"mode\":\"appears\",\"type\":\"warning\",\"timestamp\":\""
                + Instant.now() + "\",\"from_device\":true,\"received_at\":\"" + Instant.now()
                + "\",\"duplicate\":false}");
        acknowledge(9);
        acknowledge(1);

        await().atMost(LIMIT).untilAsserted(() -> notices().body("reason", contains("acknowledged"))
                .body("[0].alarm_id", equalTo(alarm(1))));
    }

    @Test
    void anAlarmThatFlapsIsToldOnce() {
        webhook("\"gather\":\"0s\"");
        appears(1);
        await().atMost(LIMIT).until(() -> calls.size() == 1);
        disappears(1);
        appears(1);

        notices().body("reason", contains("cleared", "raised")).body("state", contains("dropped", "sent"));
    }

    @Test
    void aWebhookHasTheFormThatItsReceiverWants() {
        webhook("\"gather\":\"0s\",\"body\":\"{\\\"text\\\":\\\"{{count}} {{priority}}: {{lines}}\\\"}\","
                + "\"line\":\"{{device_id}} \\\"{{code}}\\\"\"");
        appears(1);

        await().atMost(LIMIT).until(() -> calls.size() == 1);
        assertThat(calls.get(0).json().path("text").asText()).isEqualTo("1 high: " + device + " \"0x0001\"");
    }

    @Test
    void peopleGetMail() {
        channel = given().contentType(ContentType.JSON)
                .body("{\"name\":\"shift\",\"type\":\"email\",\"gather\":\"0s\",\"recipients\":[\"a-" + device
                        + "@example.org\",\"b-" + device
                        + "@example.org\"],\"scope\":{\"type\":\"device\",\"device_id\":\""
                        + device + "\"},\"line\":\"{{device}}: {{message}} {{rule}}!\"}")
                .post("/api/alarm-channels").then().statusCode(201).body("", not(hasKey("secret"))).extract()
                .path("id").toString();
        appears(1);

        await().atMost(LIMIT).until(() -> mailbox.getMailsSentTo("b-" + device + "@example.org").size() == 1);
        Mail mail = mailbox.getMailsSentTo("a-" + device + "@example.org").get(0);
        assertThat(mail.getFrom()).isEqualTo("alarms@example.org");
        assertThat(mail.getTo()).hasSize(1);
        assertThat(mail.getSubject()).startsWith("[high] raised: " + device);
        assertThat(mail.getText()).contains(device + ": Event 0x0001 !");
    }

    @Test
    void aChannelIsMadeReadReplacedAndDeleted() {
        webhook("\"after\":\"15m\"");
        assertThat(secret).hasSizeGreaterThan(40);
        given().get("/api/alarm-channels/{id}", channel).then().statusCode(200).body("after", equalTo("15m"))
                .body("gather", equalTo("10s")).body("told", contains("raised", "cleared"))
                .body("min_priority", equalTo("low")).body("", not(hasKey("secret")));
        given().queryParam("size", 500).get("/api/alarm-channels").then().body("id",
                hasItem(Integer.valueOf(channel)));
        given().post("/api/alarm-channels/{id}/secret", channel).then().statusCode(200)
                .header("Cache-Control", "no-store").body("secret", not(equalTo(secret)));
        given().contentType(ContentType.JSON).body(body("\"enabled\":false")).put("/api/alarm-channels/{id}", channel)
                .then().statusCode(200).body("enabled", equalTo(false)).body("after", equalTo("0s"));
        given().queryParam("path", "/api/alarm-channels/" + channel).get("/api/audit").then()
                .body("method", contains("PUT", "POST")).body("[0].before", containsString("\"enabled\":true"))
                .body("[0].after", containsString("\"enabled\":false")).body("[1].after", containsString("updated_at"))
                .body("", not(containsString(secret)));
        given().get("/api/alarm-channels/999999999").then().statusCode(404).body("code",
                equalTo("unknown-alarm-channel"));
    }

    @Test
    void whatIsWrongIsNamed() {
        wrong("\"url\":\"http://example.org/\"", "url");
        wrong("\"url\":\"https://user@127.0.0.1/\"", "url");
        wrong("\"recipients\":[\"a@example.org\"]", "recipients");
        wrong("\"subject\":\"x\"", "subject");
        wrong("\"line\":\"{{secret}}\"", "line");
        wrong("\"body\":\"{{line}}\"", "body");
        wrong("\"body\":\"{\\\"text\\\":{{summary}}}\"", "body");
        wrong("\"after\":\"25h\"", "after");
        wrong("\"repeat\":\"5s\"", "repeat");
        wrong("\"told\":[\"repeated\"]", "told");
        wrong("\"type\":\"email\",\"recipients\":[\"a@example.org\\nBcc: b@example.org\"]", "recipients");
        wrong("\"type\":\"email\",\"recipients\":[]", "recipients");
    }

    private void wrong(String members, String field) {
        String type = members.contains("\"type\"") ? "" : "\"type\":\"webhook\",";
        String url = members.contains("\"url\"") || type.isEmpty() ? "" : "\"url\":\"http://127.0.0.1:1/\",";
        given().contentType(ContentType.JSON).body("{\"name\":\"x\"," + type + url + members + "}")
                .post("/api/alarm-channels").then().statusCode(400).body("errors[0].field", equalTo(field));
    }

    private void webhook(String members) {
        ValidatableResponse made = given().contentType(ContentType.JSON).body(body(members))
                .post("/api/alarm-channels").then().statusCode(201).header("Cache-Control", "no-store")
                .header("Location", matchesPattern("/api/alarm-channels/\\d+"));
        channel = made.extract().path("id").toString();
        secret = made.extract().path("secret");
    }

    private String body(String members) {
        return "{\"name\":\"hook\",\"type\":\"webhook\",\"url\":\"http://127.0.0.1:" + server.getAddress().getPort()
                + "/hook?x=1\",\"scope\":{\"type\":\"device\",\"device_id\":\"" + device + "\"}," + members + "}";
    }

    private ValidatableResponse notices() {
        return given().get("/api/alarm-channels/{id}/notices", channel).then().statusCode(200);
    }

    private void repeatNow() {
        await().atMost(LIMIT).until(() -> sql.query("update alarm_notice set due_at = now() where channel_id = "
                + ":channel::bigint and reason = 'REPEATED' and state = 'PENDING'").bind("channel", channel)
                .update() == 1);
    }

    private int alarm(int code) {
        return given().queryParam("device", device).get("/api/alarms").then().extract()
                .path("find { it.code == " + code + " }.id");
    }

    private void acknowledge(int code) {
        given().contentType(ContentType.JSON).body("{}").post("/api/alarms/{id}/acknowledge", alarm(code)).then()
                .statusCode(200);
    }

    private void appears(int code) {
        event(code, "appears");
    }

    private void disappears(int code) {
        event(code, "disappears");
    }

    private void event(int code, String mode) {
        events("{\"device_id\":\"" + device + "\",\"code\":" + code + ",\"mode\":\"" + mode + "\",\"type\":\"error\","
                + "\"timestamp\":\"" + Instant.now() + "\",\"from_device\":true,\"received_at\":\"" + Instant.now()
                + "\",\"duplicate\":false}");
    }

    private static void events(String event) {
        given().contentType(ContentType.JSON).body("{\"events\":[" + event + "]}").post("/api/events/batch").then()
                .statusCode(200);
    }
}
