package io.greenstack.edge.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.edge.intake.BatchHandler;
import io.greenstack.edge.ledger.MessageLedger;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;

/** A replica that leaves: what the broker still has for it is handled, and then its session is ended. */
class LeaveTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SESSION_EXPIRY = MqttPropertyType.SESSION_EXPIRY_INTERVAL.value();
    private static final String FILTER = "$share/group/devices/+/telemetry";

    private final Vertx vertx = Vertx.vertx();
    private final List<MqttEndpoint> connections = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final RecordingHandler handler = new RecordingHandler();
    private volatile int expiry = -1;
    private volatile int waiting = 3;
    private volatile boolean old;
    private MqttServer server;
    private MqttIngress ingress;

    @BeforeEach
    void start() throws Exception {
        server = MqttServer.create(vertx, new MqttServerOptions().setHost("127.0.0.1").setPort(0));
        server.endpointHandler(this::accept);
        server.listen().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    /** A broker that goes on with what it had queued when the subscription is taken back. */
    private void accept(MqttEndpoint endpoint) {
        if (old && endpoint.protocolVersion() == 5) {
            endpoint.reject(MqttConnectReturnCode.CONNECTION_REFUSED_UNSUPPORTED_PROTOCOL_VERSION);
            return;
        }
        connections.add(endpoint);
        endpoint.subscribeHandler(subscribe -> endpoint.subscribeAcknowledge(subscribe.messageId(),
                List.of(MqttSubAckReasonCode.GRANTED_QOS1), MqttProperties.NO_PROPERTIES));
        endpoint.unsubscribeHandler(unsubscribe -> {
            endpoint.unsubscribeAcknowledge(unsubscribe.messageId());
            next(endpoint);
        });
        endpoint.publishAcknowledgeHandler(id -> {
            acknowledged.add(id);
            next(endpoint);
        });
        endpoint.disconnectMessageHandler(message -> {
            if (message.properties().getProperty(SESSION_EXPIRY) instanceof IntegerProperty seconds) {
                expiry = seconds.value();
            }
        });
        endpoint.accept(false);
    }

    private void next(MqttEndpoint endpoint) {
        int left = waiting;
        if (left > 0) {
            waiting = left - 1;
            endpoint.publish("devices/a/telemetry", Buffer.buffer((left + "").getBytes(StandardCharsets.UTF_8)),
                    MqttQoS.AT_LEAST_ONCE, false, false);
        }
    }

    private void connect(BatchHandler messages) {
        ingress = new MqttIngress(vertx, TestSettings.plain("127.0.0.1", server.actualPort(), "leaver-1"),
                TestSettings.serial(100, 10, Duration.ofMillis(1)), List.of(FILTER), messages, new MessageLedger());
        ingress.start();
        await().atMost(PATIENCE).until(() -> ingress.status().connected());
    }

    @Test
    void whatTheBrokerStillHasIsHandledAndTheSessionEnds() {
        connect(handler);
        ingress.leave(PATIENCE);
        assertThat(handler.stored()).containsExactly(3, 2, 1);
        assertThat(acknowledged).hasSize(3);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(expiry).isZero());
    }

    @Test
    void beforeMqtt5ACleanConnectionEndsTheSession() {
        old = true;
        connect(handler);
        ingress.leave(PATIENCE);
        assertThat(handler.stored()).containsExactly(3, 2, 1);
        assertThat(connections).hasSize(2);
        assertThat(connections.get(0).isCleanSession()).isFalse();
        assertThat(connections.get(1).isCleanSession()).isTrue();
    }

    @Test
    void whatCannotBeHandledKeepsTheSession() {
        connect(new RecordingHandler(() -> new IllegalStateException("the store is away")));
        ingress.leave(Duration.ofSeconds(2));
        assertThat(acknowledged).isEmpty();
        assertThat(expiry).isEqualTo(-1);
        assertThat(connections).hasSize(1);
    }

    @Test
    void aReplicaThatOnlyStopsKeepsItsSession() {
        connect(handler);
        ingress.stop(PATIENCE);
        assertThat(expiry).isEqualTo(-1);
        assertThat(connections).hasSize(1);
    }
}
