package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.greenstack.localstack.server.EmbeddedServer;
import io.greenstack.localstack.suite.ApiClient;
import io.greenstack.localstack.suite.ApiClient.Answer;
import io.greenstack.localstack.testing.MqttTestClient;
import redis.clients.jedis.Jedis;

/** What cannot be understood is refused or set aside with its reason, and leaves nothing behind. */
class BadInputIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String DEVICE = "bad-input.1";
    private static final int ELEVEN_MEGABYTES = 11 * 1024 * 1024;

    private static PackagedSuite suite;
    private static ApiClient api;

    @BeforeAll
    static void start() throws Exception {
        suite = PackagedSuite.running();
        api = suite.client();
        Answer upload = api.upload(suite.samples().resolve("iodd/GreenStack-TP100-20261123-IODD1.1.xml"));
        assertThat(upload.isOk()).as("%s", upload).isTrue();
        try (MqttTestClient device = suite.mqtt(DEVICE)) {
            device.publish("devices/" + DEVICE + "/register", "{\"iolink\":{\"vendor_id\":65535,\"device_id\":100}}");
        }
        await().atMost(LIMIT).untilAsserted(() -> assertThat(
                api.get("/api/devices/" + DEVICE).body().at("/binding/description_id").isNumber()).isTrue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            bad-input.1   | this is no JSON                        | not-json
            bad-input.1   | {"processDataIn":"00EB","valid":true}  | wrong-length
            bad-input.1   | {"parameter":"x","value":1,"timestamp":"1999-01-01T00:00:00Z"} | bad-timestamp
            bad-input.1   | {"processDataIn":"0G"}                  | bad-octets
            """)
    void a_message_that_can_never_be_stored_becomes_a_dead_letter_with_its_reason(String device, String payload,
            String reason) {
        String topic = "devices/" + device + "/telemetry";
        DeadLetterReader letters = new DeadLetterReader(suite.servers().redis());
        try (MqttTestClient client = suite.mqtt("bad-input-client")) {
            client.publish(topic, payload);
        }
        for (String service : new String[]{"mqtt-bridge", "influx-ingestion"}) {
            await().atMost(LIMIT).untilAsserted(() -> assertThat(letters.of(service, topic))
                    .as("dead letters of " + service).anySatisfy(
                            letter -> assertThat(letter).containsEntry("reason", reason).containsKey("payload")));
        }
    }

    /** The live view has no place for it; the history keeps its octets for the case that the device is registered. */
    @Test
    void raw_data_of_a_device_that_is_not_registered_is_a_dead_letter_of_the_bridge_alone() {
        String topic = "devices/nobody-knows/telemetry";
        DeadLetterReader letters = new DeadLetterReader(suite.servers().redis());
        try (MqttTestClient client = suite.mqtt("bad-input-client")) {
            client.publish(topic, "{\"processDataIn\":\"00EB023402\"}");
        }
        await().atMost(LIMIT).untilAsserted(() -> assertThat(letters.of("mqtt-bridge", topic)).singleElement()
                .satisfies(letter -> assertThat(letter).containsEntry("reason", "unknown-device")));
        try (Jedis jedis = new Jedis(EmbeddedServer.HOST, suite.servers().redis().port())) {
            await().atMost(LIMIT).until(() -> jedis.hexists("device:unregistered", "nobody-knows"));
        }
        assertThat(letters.of("influx-ingestion", topic)).isEmpty();
    }

    static Stream<Arguments> badFiles() throws IOException {
        byte[] dtd = ("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><IODevice>&a;</IODevice>")
                .getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                Arguments.of("no XML", "note.xml", "not XML at all".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("a DTD", "dtd.xml", dtd),
                Arguments.of("another root element", "root.xml", "<html/>".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("an empty file", "empty.xml", new byte[0]),
                Arguments.of("a file of 11 MB", "large.xml", new byte[ELEVEN_MEGABYTES]),
                Arguments.of("a name outside the archive", "slip.zip", zip("../../escape.xml", 10)),
                Arguments.of("a ZIP bomb", "bomb.zip", zip("bomb.xml", 400 * 1024 * 1024)));
    }

    private static byte[] zip(String name, int zeros) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] block = new byte[Math.min(zeros, 1 << 20)];
            for (int written = 0; written < zeros; written += block.length) {
                zip.write(block);
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void a_bad_file_is_refused_with_a_problem_and_stores_nothing(String what, String name, byte[] content)
            throws Exception {
        int before = api.get("/api/descriptions?size=100").body().size();
        Answer answer = api.upload("/api/iodd/upload", name, content);
        assertThat(answer.status()).as("%s: %s", what, answer).isBetween(400, 499);
        assertThat(answer.body().path("code").asText()).isNotEmpty();
        assertThat(answer.body().path("title").asText()).isNotEmpty();
        assertThat(answer.body().toString()).doesNotContain("java.", "Exception", "\tat ");
        assertThat(api.get("/api/descriptions?size=100").body().size()).isEqualTo(before);
        assertThat(api.get("/api/descriptions?size=1").isOk()).isTrue();
    }

    @Test
    void good_messages_go_through_after_bad_ones() {
        String topic = "devices/" + DEVICE + "/telemetry";
        try (MqttTestClient client = suite.mqtt("bad-input-client")) {
            client.publish(topic, "broken");
            client.publish(topic, "{\"processDataIn\":\"FFCE001211\",\"valid\":true}");
        }
        await().atMost(LIMIT).untilAsserted(() -> assertThat(
                api.get("/api/devices/" + DEVICE + "/telemetry/latest").body().at("/raw/hex").asText())
                .isEqualTo("FFCE001211"));
    }
}
