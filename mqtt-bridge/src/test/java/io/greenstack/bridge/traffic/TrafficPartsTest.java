package io.greenstack.bridge.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.greenstack.core.message.InboundMessage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.json.JsonObject;

class TrafficPartsTest {

    private static InboundMessage message(String topic, byte[] payload) {
        return new InboundMessage(topic, payload, 0, true, false, Instant.EPOCH);
    }

    private static InboundMessage message(String topic, String payload) {
        return message(topic, payload.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject written(BrokerStatistics statistics) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            statistics.write(json);
        }
        return new JsonObject(out.toString());
    }

    @Test
    void theFiguresOfMosquittoAreTakenAndNothingElse() throws IOException {
        BrokerStatistics statistics = new BrokerStatistics();
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        statistics.bindTo(metrics);
        assertThat(written(statistics)).isEmpty();
        assertThat(metrics.get("greenstack.broker.clients").gauge().value()).isNaN();
        statistics.accept(message("$SYS/broker/publish/messages/dropped", "7"));
        statistics.accept(message("$SYS/broker/clients/connected", "12"));
        statistics.accept(message("$SYS/broker/load/messages/received/1min", "90.00"));
        statistics.accept(message("$SYS/broker/load/messages/sent/1min", "NaN"));
        statistics.accept(message("$SYS/broker/uptime", "4711 seconds"));
        statistics.accept(message("$SYS/broker/version", "mosquitto version 2.0.18"));
        statistics.accept(message("$SYS/broker/clients/total", "1e999"));
        statistics.accept(message("devices/version", "no"));

        assertThat(written(statistics)).isEqualTo(new JsonObject().put("clients_connected", 12)
                .put("messages_received_per_second", 1.5).put("uptime_seconds", 4711)
                .put("version", "mosquitto version 2.0.18"));
        assertThat(metrics.get("greenstack.broker.clients").gauge().value()).isEqualTo(12);
        assertThat(metrics.get("greenstack.broker.received.rate").gauge().value()).isEqualTo(1.5);
        assertThat(metrics.get("greenstack.broker.sent.rate").gauge().value()).isNaN();
        assertThat(metrics.get("greenstack.broker.dropped").gauge().value()).isEqualTo(7);
        statistics.clear();
        assertThat(written(statistics)).isEmpty();
        assertThat(metrics.get("greenstack.broker.clients").gauge().value()).isNaN();
    }

    @Test
    void whatAnotherFilterCoversIsNotSubscribedTwice() {
        WatchedFilters watched = WatchedFilters.of(List.of("a/+", "a/#", "b/c", "x#", "$SYS/#"), "$SYS/broker/#");
        assertThat(watched.subscribed()).containsExactlyInAnyOrder("a/#", "b/c", "$SYS/#");
        assertThat(watched.match("a/b/c")).isTrue();
        assertThat(watched.match("b/d")).isFalse();
        assertThat(WatchedFilters.of(List.of(), "$SYS/broker/#").subscribed()).containsExactly("$SYS/broker/#");
        assertThat(WatchedFilters.of(List.of(), "$SYS/broker/#").match("$SYS/broker/uptime")).isFalse();
    }

    @Test
    void octetsThatAreNoTextAreBase64AndLongOnesAreCut() {
        JsonObject text = new JsonObject(TrafficMessage.of(message("a", "é")));
        assertThat(text.getString("payload")).isEqualTo("é");
        assertThat(text.getInteger("size")).isEqualTo(2);
        assertThat(text.getBoolean("retain")).isTrue();
        JsonObject octets = new JsonObject(TrafficMessage.of(message("a", new byte[]{(byte) 0xff, 0})));
        assertThat(octets.getString("base64")).isEqualTo("/wA=");
        assertThat(octets.containsKey("payload")).isFalse();
        JsonObject cut = new JsonObject(TrafficMessage.of(message("a", "x".repeat(70_000))));
        assertThat(cut.getString("payload")).hasSize(64 * 1024);
        assertThat(cut.getBoolean("truncated")).isTrue();
        assertThat(cut.getInteger("size")).isEqualTo(70_000);
    }

    @Test
    void theBufferIsBoundedAndSaysHowManyAreMissing() {
        TrafficBuffer buffer = new TrafficBuffer();
        for (int i = 0; i < 130; i++) {
            buffer.add(message("a", "" + i));
        }
        assertThat(buffer.drain()).hasSize(101).last().isEqualTo("{\"dropped\":30}");
        assertThat(buffer.drain()).isEmpty();
        for (int i = 0; i < 50; i++) {
            buffer.add(message("a", "x".repeat(64 * 1024)));
        }
        assertThat(buffer.drain()).hasSize(33).last().isEqualTo("{\"dropped\":18}");
    }
}
