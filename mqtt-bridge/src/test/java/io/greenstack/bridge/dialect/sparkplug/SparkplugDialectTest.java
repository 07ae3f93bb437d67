package io.greenstack.bridge.dialect.sparkplug;

import static io.greenstack.bridge.dialect.Said.lines;
import static io.greenstack.bridge.dialect.Said.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.greenstack.bridge.dialect.Said;
import io.greenstack.bridge.dialect.Translation;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.PayloadException;

class SparkplugDialectTest {

    private static final long T = 1_772_600_000_000L;
    private static final String AT = "\"timestamp\":\"2026-03-04T04:53:20Z\"}";

    private final Store births = new Store();
    private final SparkplugDialect dialect = dialect();

    private SparkplugDialect dialect() {
        return new SparkplugDialect(List.of("+"), Duration.ofSeconds(10), births, (device, values) -> {},
                Said.MESSAGES);
    }

    private static final class Store implements BirthStore {
        private final Map<String, Map<String, byte[]>> kept = new HashMap<>();

        @Override
        public Map<String, byte[]> load(String node) {
            return kept.getOrDefault(node, Map.of());
        }

        @Override
        public void saveNode(String node, byte[] birth) {
            kept.put(node, new LinkedHashMap<>(Map.of("", birth)));
        }

        @Override
        public void saveDevice(String node, String device, byte[] birth) {
            kept.computeIfAbsent(node, key -> new LinkedHashMap<>()).put(device, birth);
        }
    }

    private static Encoded birth(long bdSeq) {
        return new Encoded().at(T).seq(0).metric("bdSeq", null, 8, out -> out.writeUInt64(11, bdSeq))
                .metric("Node Control/Rebirth", null, 11, out -> out.writeBool(14, false))
                .metric("Line Speed", 1, 9, out -> out.writeFloat(12, 2.5f));
    }

    private Translation say(String topic, Encoded payload) {
        return dialect.translate(message("spBv1.0/plant/" + topic, payload.octets()));
    }

    @Test
    void aNodeIsBornAndItsDataIsNamedByAliases() {
        assertThat(lines(say("NBIRTH/press", birth(7)))).containsExactly(
                "devices/plant:press/register {\"name\":\"press\",\"sparkplug_group\":\"plant\",\"sparkplug_node\":\"press\"}",
                "(retained) devices/plant:press/status {\"state\":\"connected\"," + AT,
                "devices/plant:press/telemetry {\"Line Speed\":2.5," + AT);
        assertThat(lines(say("NDATA/press",
                new Encoded().at(T).seq(1).metric(null, 1, 0, out -> out.writeFloat(12, 3.5f)))))
                .containsExactly("devices/plant:press/telemetry {\"Line Speed\":3.5," + AT);
    }

    @Test
    void devicesHaveIdsUnitsAndTimesOfTheirOwn() {
        say("NBIRTH/press", birth(7));
        say("DBIRTH/press/t1", new Encoded().at(T).seq(1).metric("temp", 5, 3, out -> {
            out.writeUInt32(10, 20);
            out.writeByteArray(9, Encoded.message(set -> {
                set.writeString(1, "engUnit");
                set.writeByteArray(2, Encoded.message(value -> value.writeString(8, "°C")));
            }));
        }));

        assertThat(lines(say("DDATA/press/t1", new Encoded().at(T).seq(2).metric(null, 5, 0, out -> {
            out.writeUInt64(3, T + 1000);
            out.writeUInt32(10, -5);
        })))).containsExactly("devices/plant:press:t1/telemetry {\"parameter\":\"temp\",\"value\":-5.0,\"unit\":\"°C\","
                + "\"timestamp\":\"2026-03-04T04:53:21Z\"}");
    }

    @Test
    void aMissingMessageAsksForARebirthOnceInAWhileAndLosesNothing() {
        say("NBIRTH/press", birth(7));

        List<String> lines = lines(say("NDATA/press",
                new Encoded().at(T).seq(3).metric(null, 1, 0, out -> out.writeFloat(12, 1))));
        assertThat(lines).hasSize(2).anyMatch(line -> line.contains("\"Line Speed\":1.0"))
                .anyMatch(line -> line.startsWith("spBv1.0/plant/NCMD/press "));
        assertThat(lines(say("NDATA/press", new Encoded().at(T).seq(9)))).isEmpty();
        assertThat(lines(say("NDATA/press", new Encoded().at(T).seq(10)))).isEmpty();
    }

    @Test
    void theRebirthRequestSetsTheMetricOfTheNode() {
        SparkplugPayload command = SparkplugCodec
                .read(say("NDATA/press", new Encoded().seq(1)).publications().get(0).payload());

        assertThat(command.metrics()).singleElement().satisfies(metric -> {
            assertThat(metric.name()).isEqualTo("Node Control/Rebirth");
            assertThat(metric.datatype()).isEqualTo(11);
            assertThat(metric.value()).isEqualTo(true);
        });
    }

    @Test
    void sequenceNumbersBeginAnewAfter255() {
        say("NBIRTH/press", birth(7));
        for (int seq = 1; seq <= 600; seq++) {
            assertThat(lines(say("NDATA/press", new Encoded().at(T).seq(seq % 256)))).isEmpty();
        }
    }

    @Test
    void aRedeliveredMessageIsNoGap() {
        say("NBIRTH/press", birth(7));
        byte[] data = new Encoded().at(T).seq(1).octets();
        dialect.translate(message("spBv1.0/plant/NDATA/press", data));

        assertThat(lines(dialect
                .translate(new InboundMessage("spBv1.0/plant/NDATA/press", data, 1, false, true, Said.NOW)))).isEmpty();
        assertThat(lines(say("NDATA/press", new Encoded().at(T).seq(2)))).isEmpty();
    }

    @Test
    void anAliasThatNoBirthExplainsIsADeadLetterAndTheRestIsPassedOn() {
        say("NBIRTH/press", birth(7));

        Translation translation = say("NDATA/press",
                new Encoded().at(T).seq(1).metric(null, 99, 0, out -> out.writeUInt32(10, 1)).metric("named", null, 10,
                        out -> out.writeDouble(13, 4)));

        assertThat(translation.rejection().reason()).isEqualTo("unknown-alias");
        assertThat(translation.rejection()).hasMessageContaining("99");
        assertThat(lines(translation)).anyMatch(line -> line.contains("\"named\":4.0"))
                .anyMatch(line -> line.contains("/NCMD/"));
    }

    @Test
    void birthsAreKnownAfterARestart() {
        say("NBIRTH/press", birth(7));
        say("DBIRTH/press/t1", new Encoded().at(T).seq(1).metric("x", 2, 3, out -> out.writeUInt32(10, 1)));

        assertThat(lines(dialect().translate(message("spBv1.0/plant/DDATA/press/t1",
                new Encoded().at(T).seq(77).metric(null, 2, 0, out -> out.writeUInt32(10, 8)).octets()))))
                .containsExactly("devices/plant:press:t1/telemetry {\"x\":8.0," + AT);
    }

    @Test
    void theDeathOfANodeTakesItsDevicesAlong() {
        say("NBIRTH/press", birth(7));
        say("DBIRTH/press/t1", new Encoded().at(T).seq(1));

        assertThat(lines(say("NDEATH/press", new Encoded().metric("bdSeq", null, 8, out -> out.writeUInt64(11, 7)))))
                .hasSize(2).allMatch(line -> line.contains("disconnected"))
                .anyMatch(line -> line.contains("devices/plant:press/status"))
                .anyMatch(line -> line.contains("devices/plant:press:t1/status"));
    }

    @Test
    void aLateDeathOfAnEarlierSessionIsNoDeath() {
        say("NBIRTH/press", birth(8));

        assertThat(lines(say("NDEATH/press", new Encoded().metric("bdSeq", null, 8, out -> out.writeUInt64(11, 7)))))
                .isEmpty();
    }

    @Test
    void aNewSessionForgetsTheAliasesOfTheOneBefore() {
        say("NBIRTH/press", birth(7));
        say("DBIRTH/press/t1", new Encoded().at(T).seq(1).metric("x", 2, 3, out -> out.writeUInt32(10, 1)));
        say("NBIRTH/press", birth(8));

        assertThat(say("DDATA/press/t1",
                new Encoded().at(T).seq(1).metric(null, 2, 0, out -> out.writeUInt32(10, 8))).rejection()).isNotNull();
    }

    @Test
    void aDeviceThatDiesIsGone() {
        say("NBIRTH/press", birth(7));

        assertThat(lines(say("DDEATH/press/t1", new Encoded().at(T).seq(1))))
                .containsExactly("(retained) devices/plant:press:t1/status {\"state\":\"disconnected\"," + AT);
    }

    /** The recordings are the JSON form of the specification's examples; they are encoded here. */
    @Test
    void recordedBirthAndDataAreUnderstood() throws IOException {
        Encoded recordedBirth = recorded("sparkplug-line1208.json");
        Encoded recordedData = recorded("sparkplug-line1387.json");
        long sent = 1_486_144_502_122L;

        assertThat(lines(say("NBIRTH/Raspberry Pi", recordedBirth))).hasSize(3)
                .allMatch(line -> line.contains("devices/plant:Raspberry-Pi-"))
                .anyMatch(line -> line.contains("\"Inputs/A\":false") && line.contains("\"Hardware Make\":\"Pibrella\"")
                        || line.contains("\"Properties/Hardware Make\":\"Pibrella\""));
        assertThat(lines(say("NDATA/Raspberry Pi", recordedData)))
                .anyMatch(line -> line.contains("{\"Inputs/A\":true,\"Inputs/C\":true,\"timestamp\":\""
                        + Instant.ofEpochMilli(sent) + "\"}"));
    }

    private static Encoded recorded(String name) throws IOException {
        JsonNode json = JsonMapper.builder().build().readTree(Files.readAllBytes(Said.recorded(name)));
        Encoded encoded = new Encoded().at(json.path("timestamp").longValue()).seq(json.path("seq").longValue());
        for (JsonNode metric : json.path("metrics")) {
            boolean flag = "Boolean".equals(metric.path("dataType").textValue());
            encoded.metric(metric.path("name").textValue(), null, flag ? 11 : 12, out -> {
                out.writeUInt64(3, metric.path("timestamp").longValue());
                if (flag) {
                    out.writeBool(14, metric.path("value").booleanValue());
                } else {
                    out.writeString(15, metric.path("value").textValue());
                }
            });
        }
        return encoded;
    }

    @Test
    void brokenPayloadsAreRefusedAndNeverMore() {
        byte[] sound = birth(7).octets();
        Random random = new Random(20260304);
        for (int run = 0; run < 5_000; run++) {
            byte[] broken = sound.clone();
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            try {
                dialect.translate(message("spBv1.0/plant/NBIRTH/press", broken));
            } catch (PayloadException e) {
                assertThat(e.reason()).isNotBlank();
            }
        }
    }

    @Test
    void otherTopicsAreNone() {
        assertThatExceptionOfType(PayloadException.class)
                .isThrownBy(() -> dialect.translate(message("spBv1.0/plant/NCMD/press", new byte[0])));
        assertThatExceptionOfType(PayloadException.class)
                .isThrownBy(() -> dialect.translate(message("spBv1.0/plant/DDATA/press", new byte[0])));
    }
}
