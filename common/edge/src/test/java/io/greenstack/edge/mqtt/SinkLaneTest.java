package io.greenstack.edge.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.greenstack.core.message.Topics;
import io.greenstack.edge.intake.DeviceTimes;
import io.greenstack.edge.intake.PauseException;
import io.greenstack.edge.intake.TelemetryTopics;
import io.greenstack.edge.lane.Lane;
import io.greenstack.edge.ledger.LedgerSnapshot;
import io.greenstack.edge.ledger.MessageLedger;
import io.greenstack.edge.sink.Reading;
import io.greenstack.edge.sink.Sink;
import io.greenstack.edge.sink.SinkLane;
import io.greenstack.edge.sink.SinkMessage;
import io.greenstack.edge.sink.SinkResult;
import io.greenstack.edge.sink.Strangers;
import io.greenstack.edge.testing.Intakes;
import io.greenstack.edge.testing.MemoryUnregistered;
import io.greenstack.edge.testing.NoLayouts;
import io.greenstack.platform.config.MqttConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;

/** A second sink, as somebody would write one for a log of records: all that it takes is in this file. */
class SinkLaneTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    Path data;

    private final Vertx vertx = Vertx.vertx();
    private final MessageLedger ledger = new MessageLedger();
    private final Intakes intakes = new Intakes();
    private final RecordLog log = new RecordLog();
    private TestBroker broker;
    private MqttIngress ingress;

    /** Keeps one record for each reading, under the device as its key; it is away at first and refuses one device. */
    private static final class RecordLog implements Sink {

        private final AtomicInteger outages = new AtomicInteger(3);
        private final List<String> records = new CopyOnWriteArrayList<>();

        @Override
        public List<SinkResult> write(List<SinkMessage> messages) {
            if (outages.getAndDecrement() > 0) {
                throw new PauseException("the log is away");
            }
            List<SinkResult> results = new ArrayList<>();
            for (SinkMessage message : messages) {
                if (message.device().equals("refused")) {
                    results.add(new SinkResult.Refused("store-rejected", "no such topic"));
                } else {
                    message.readings().forEach(reading -> records.add(message.device() + " " + text(reading)));
                    results.add(SinkResult.STORED);
                }
            }
            return results;
        }

        private static String text(Reading reading) {
            if (reading instanceof Reading.Value value) {
                return value.parameter() + "=" + value.number();
            } else if (reading instanceof Reading.Attribute attribute) {
                return attribute.attribute() + "=" + attribute.text();
            } else if (reading instanceof Reading.ProcessData raw) {
                return raw.direction().token() + "=" + raw.hex();
            }
            return "event " + ((Reading.DeviceEvent) reading).code();
        }
    }

    @AfterEach
    void stop() throws Exception {
        ingress.stop(Duration.ofSeconds(1));
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        broker.close();
    }

    @Test
    void getsWhatMessagesSayAndAnswersForEach() throws Exception {
        broker = new TestBroker(data, true).start();
        MqttConfig config = Intakes.config(Map.of("MQTT_BROKER", "127.0.0.1:" + broker.port()));
        Lane lane = new SinkLane(log, config, new Topics("devices"), new TelemetryTopics(config),
                new DeviceTimes(Duration.ofMinutes(1), new SimpleMeterRegistry()), NoLayouts.source("unbound"),
                new Strangers(new MemoryUnregistered(), MemoryUnregistered.settings(Duration.ZERO),
                        InstantSource.system(), new SimpleMeterRegistry()),
                intakes.intake()).lanes().get(0);
        ingress = new MqttIngress(vertx, IngressSettings.connection(config), lane.limits(), lane.filters(),
                lane.handler(), ledger);
        ingress.start();
        await().atMost(PATIENCE).until(() -> ingress.status().connected());

        publish("a/telemetry", "{\"t\":21.5,\"mode\":\"auto\"}", "a/events", "{\"code\":36000}", "unbound/telemetry",
                "{\"processDataIn\":\"0A\"}", "stranger/telemetry", "{\"processDataIn\":\"0A\"}", "refused/telemetry",
                "{\"t\":1}", "a/telemetry", "no json");

        await().atMost(PATIENCE).untilAsserted(
                () -> assertThat(ledger.snapshot()).isEqualTo(new LedgerSnapshot(6, 3, 3, 0, 0, 0)));
        assertThat(log.records).containsExactlyInAnyOrder("a t=21.5", "a mode=auto", "a event 36000", "unbound in=0A");
        assertThat(intakes.letters()).extracting(letter -> letter.reason()).containsExactlyInAnyOrder("not-json",
                "store-rejected", "unknown-device");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(broker.backlog()).isZero());
    }

    private void publish(String... topicsAndPayloads) throws Exception {
        MqttClient client = MqttClient.create(vertx);
        client.connect(broker.port(), "127.0.0.1").toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        for (int i = 0; i < topicsAndPayloads.length; i += 2) {
            client.publish("devices/" + topicsAndPayloads[i], Buffer.buffer(topicsAndPayloads[i + 1]),
                    MqttQoS.AT_LEAST_ONCE, false, false).toCompletionStage().toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        }
    }
}
