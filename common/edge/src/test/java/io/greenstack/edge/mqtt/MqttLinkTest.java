package io.greenstack.edge.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.edge.intake.BatchHandler;
import io.greenstack.edge.intake.Outcome;
import io.greenstack.edge.intake.PauseException;
import io.greenstack.edge.ledger.MessageLedger;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;

/** What goes over the wire, against a server whose every answer the test decides. */
class MqttLinkTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<MqttEndpoint> sessions = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final MessageLedger ledger = new MessageLedger();
    private Vertx vertx;
    private MqttIngress ingress;

    @BeforeEach
    void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterEach
    void stop() throws Exception {
        if (ingress != null) {
            ingress.stop(Duration.ofMillis(200));
        }
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void connectsWithAPersistentSessionAndSubscribesWithQos1() throws Exception {
        List<String> subscriptions = Collections.synchronizedList(new ArrayList<>());
        int port = serve(endpoint -> {
            endpoint.subscribeHandler(message -> {
                message.topicSubscriptions()
                        .forEach(s -> subscriptions.add(s.topicName() + " " + s.qualityOfService().value()));
                endpoint.subscribeAcknowledge(message.messageId(),
                        List.of(MqttQoS.AT_LEAST_ONCE, MqttQoS.AT_LEAST_ONCE));
            });
            endpoint.accept(false);
        });

        start(port, 30, List.of("$share/ingestion/devices/+/telemetry", "devices/+/status"),
                batch -> written(batch.size()));

        await().atMost(PATIENCE).until(() -> ingress.status().connected());
        assertThat(subscriptions).containsExactly("$share/ingestion/devices/+/telemetry 1", "devices/+/status 1");
        assertThat(sessions.get(0).isCleanSession()).isFalse();
        assertThat(sessions.get(0).clientIdentifier()).isEqualTo("link-test");
        assertThat(sessions.get(0).keepAliveTimeSeconds()).isEqualTo(30);
    }

    @Test
    void isNotConnectedWhileTheBrokerRefusesASubscription() throws Exception {
        AtomicBoolean refuses = new AtomicBoolean(true);
        int port = serve(endpoint -> {
            endpoint.subscribeHandler(message -> endpoint.subscribeAcknowledge(message.messageId(),
                    List.of(refuses.get() ? MqttQoS.FAILURE : MqttQoS.AT_LEAST_ONCE)));
            endpoint.accept(false);
        });

        start(port, 30, List.of("devices/+/telemetry"), batch -> written(batch.size()));

        await().atMost(PATIENCE).until(() -> sessions.size() >= 3);
        assertThat(ingress.status().connected()).isFalse();
        assertThat(ingress.status().connects()).isZero();
        assertThat(ingress.status().lastError()).contains("refused the subscription devices/+/telemetry");
        refuses.set(false);
        await().atMost(PATIENCE).until(() -> ingress.status().connected());
    }

    @Test
    void triesAgainAfterARefusedConnection() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        int port = serve(endpoint -> {
            if (attempts.incrementAndGet() < 3) {
                endpoint.reject(MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD);
            } else {
                grant(endpoint);
            }
        });

        start(port, 30, List.of("a/+"), batch -> written(batch.size()));

        await().atMost(PATIENCE).until(() -> ingress.status().connected());
        assertThat(ingress.status().lastError()).contains("BAD_USER_NAME_OR_PASSWORD");
    }

    @Test
    void acknowledgesInTheOrderOfArrivalAlsoWhenLaterBatchesAreStoredFirst() throws Exception {
        CountDownLatch firstMayFinish = new CountDownLatch(1);
        AtomicInteger stored = new AtomicInteger();
        int port = serve(this::grant);
        start(port, 30, List.of("a/+"), batch -> {
            if (RecordingHandler.number(batch.get(0)) == 0) {
                firstMayFinish.await();
            }
            stored.addAndGet(batch.size());
            return written(batch.size());
        });
        await().atMost(PATIENCE).until(() -> ingress.status().connected());

        for (int i = 0; i < 50; i++) {
            send(i, 100 + i, false);
        }
        await().atMost(PATIENCE).until(() -> stored.get() == 40);
        assertThat(acknowledged).as("ten before it are not stored yet").isEmpty();
        firstMayFinish.countDown();

        await().atMost(PATIENCE).until(() -> acknowledged.size() == 50);
        assertThat(acknowledged).isSorted();
    }

    @Test
    void handlesInTheOrderOfArrivalAlsoWhenItHasToRepeat() throws Exception {
        AtomicInteger refusals = new AtomicInteger(5);
        List<Integer> stored = Collections.synchronizedList(new ArrayList<>());
        int port = serve(this::grant);
        start(port, 30, List.of("a/+"), 1, batch -> {
            if (RecordingHandler.number(batch.get(0)) >= 100 && refusals.getAndDecrement() > 0) {
                throw new PauseException("store is away");
            }
            batch.forEach(message -> stored.add(RecordingHandler.number(message)));
            return written(batch.size());
        });
        await().atMost(PATIENCE).until(() -> ingress.status().connected());

        for (int i = 0; i < 500; i++) {
            send(i, 1 + i, false);
        }

        await().atMost(PATIENCE).until(() -> acknowledged.size() == 500);
        assertThat(stored).isSorted().hasSize(500);
        assertThat(acknowledged).isSorted();
    }

    @Test
    void doesNotTakeAPacketTwiceWhileItIsUnacknowledged() throws Exception {
        CountDownLatch mayFinish = new CountDownLatch(1);
        int port = serve(this::grant);
        start(port, 30, List.of("a/+"), batch -> {
            mayFinish.await();
            return written(batch.size());
        });
        await().atMost(PATIENCE).until(() -> ingress.status().connected());

        send(1, 7, false);
        send(1, 7, true);
        send(2, 8, false);
        await().atMost(PATIENCE).until(() -> ledger.snapshot().received() == 2);
        mayFinish.countDown();

        await().atMost(PATIENCE).until(() -> acknowledged.size() == 2);
        assertThat(acknowledged).containsExactly(7, 8);
    }

    @Test
    void acknowledgesEverythingBeforeItDisconnects() throws Exception {
        CountDownLatch disconnected = new CountDownLatch(1);
        CountDownLatch mayFinish = new CountDownLatch(1);
        int port = serve(endpoint -> {
            endpoint.disconnectHandler(v -> {
                disconnected.countDown();
                endpoint.close();
            });
            grant(endpoint);
        });
        start(port, 30, List.of("a/+"), batch -> {
            mayFinish.await();
            return written(batch.size());
        });
        await().atMost(PATIENCE).until(() -> ingress.status().connected());
        for (int i = 0; i < 50; i++) {
            send(i, 1 + i, false);
        }
        await().atMost(PATIENCE).until(() -> ledger.snapshot().received() == 50);

        vertx.setTimer(100, id -> mayFinish.countDown());
        ingress.stop(Duration.ofSeconds(10));

        assertThat(disconnected.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(acknowledged).hasSize(50).isSorted();
        assertThat(ledger.snapshot().written()).isEqualTo(50);
    }

    @Test
    void neverAcknowledgesOnAnotherConnection() throws Exception {
        CountDownLatch mayFinish = new CountDownLatch(1);
        AtomicInteger stored = new AtomicInteger();
        int port = serve(this::grant);
        start(port, 30, List.of("a/+"), batch -> {
            mayFinish.await();
            stored.addAndGet(batch.size());
            return written(batch.size());
        });
        await().atMost(PATIENCE).until(() -> ingress.status().connected());
        send(1, 7, false);
        await().atMost(PATIENCE).until(() -> ledger.snapshot().received() == 1);

        sessions.get(0).close();
        await().atMost(PATIENCE).until(() -> sessions.size() == 2 && ingress.status().connected());
        mayFinish.countDown();

        await().atMost(PATIENCE).until(() -> stored.get() == 1);
        await().during(Duration.ofMillis(300)).atMost(PATIENCE).until(acknowledged::isEmpty);
    }

    /** Some clients lose this one: what was open on the old connection keeps them from answering its redelivery. */
    @Test
    void acknowledgesWhatTheBrokerDeliversAgainAfterAReconnect() throws Exception {
        CountDownLatch mayFinish = new CountDownLatch(1);
        int port = serve(endpoint -> {
            endpoint.subscribeHandler(message -> endpoint.subscribeAcknowledge(message.messageId(),
                    List.of(MqttQoS.AT_LEAST_ONCE)));
            endpoint.accept(sessions.size() > 1);
        });
        start(port, 30, List.of("a/+"), batch -> {
            mayFinish.await();
            return written(batch.size());
        });
        await().atMost(PATIENCE).until(() -> ingress.status().connected());
        send(1, 7, false);
        send(2, 8, false);
        await().atMost(PATIENCE).until(() -> ledger.snapshot().received() == 2);

        sessions.get(0).close();
        await().atMost(PATIENCE).until(() -> sessions.size() == 2 && ingress.status().connected());
        for (int number = 1; number <= 2; number++) {
            sessions.get(1).publish("a/b", Buffer.buffer(Integer.toString(number)), MqttQoS.AT_LEAST_ONCE, true, false,
                    6 + number);
        }
        await().atMost(PATIENCE).until(() -> ledger.snapshot().received() == 4);
        await().atMost(PATIENCE).until(() -> ingress.status().oldestMs() > 0);
        mayFinish.countDown();

        await().atMost(PATIENCE).until(() -> acknowledged.size() == 2);
        assertThat(acknowledged).containsExactly(7, 8);
        assertThat(ingress.status().unacknowledged()).isZero();
        assertThat(ingress.status().oldestMs()).isZero();
    }

    @Test
    void staysWhenAResumedSessionFillsItBeforeTheSubscriptionIsAnswered() throws Exception {
        CountDownLatch mayFinish = new CountDownLatch(1);
        int port = serve(endpoint -> {
            endpoint.subscribeHandler(message -> {
                for (int packet = 1; packet <= 2_000; packet++) {
                    endpoint.publish("a/b", Buffer.buffer(Integer.toString(packet)), MqttQoS.AT_LEAST_ONCE, true, false,
                            packet);
                }
                endpoint.subscribeAcknowledge(message.messageId(), List.of(MqttQoS.AT_LEAST_ONCE));
            });
            endpoint.accept(true);
        });
        start(settings(port, 30),
                new IngressLimits(10, 1 << 20, 10, Duration.ZERO, 1, Duration.ofMillis(20), Duration.ofMillis(200)),
                List.of("a/+"), batch -> {
                    mayFinish.await();
                    return written(batch.size());
                });
        await().atMost(PATIENCE).until(() -> ingress.status().paused());

        await().during(Duration.ofSeconds(3)).atMost(PATIENCE).until(() -> sessions.size() == 1);
        mayFinish.countDown();

        await().atMost(PATIENCE).until(() -> acknowledged.size() == 2_000);
        await().atMost(PATIENCE).until(() -> ingress.status().connected());
        assertThat(ingress.status().connects()).isOne();
    }

    @Test
    void holdsAsManyMessagesAsThereArePacketIds() throws Exception {
        CountDownLatch mayFinish = new CountDownLatch(1);
        int all = 65_535;
        int port = serve(this::grant);
        start(settings(port, 30),
                new IngressLimits(all + 1, 64L << 20, 5_000, Duration.ZERO, 1, Duration.ofMillis(20),
                        Duration.ofMillis(200)),
                List.of("a/+"), batch -> {
                    mayFinish.await();
                    return written(batch.size());
                });
        await().atMost(PATIENCE).until(() -> ingress.status().connected());

        for (int packet = 1; packet <= all; packet++) {
            sessions.get(0).publish("a/b", Buffer.buffer(Integer.toString(packet)), MqttQoS.AT_LEAST_ONCE, false, false,
                    packet);
        }
        await().atMost(PATIENCE).until(() -> ingress.status().unacknowledged() == all);
        assertThat(acknowledged).isEmpty();
        assertThat(ingress.status().paused()).isFalse();
        mayFinish.countDown();

        await().atMost(PATIENCE).until(() -> acknowledged.size() == all);
        assertThat(acknowledged).isSorted();
        assertThat(ledger.snapshot().written()).isEqualTo(all);
    }

    @Test
    void givesUpOnABrokerThatFallsSilent() throws Exception {
        int port = serve(endpoint -> {
            grant(endpoint);
            endpoint.autoKeepAlive(false);
        });

        start(port, 1, List.of("a/+"), batch -> written(batch.size()));
        await().atMost(PATIENCE).until(() -> ingress.status().connected());

        await().atMost(PATIENCE).until(() -> ingress.status().connects() >= 2);
        assertThat(ingress.status().lastError()).contains("silent");
    }

    @Test
    void saysThatAnotherClientHasTheSameId() throws Exception {
        int port = serve(endpoint -> {
            grant(endpoint);
            vertx.setTimer(100, id -> endpoint.disconnect(MqttDisconnectReasonCode.SESSION_TAKEN_OVER,
                    MqttProperties.NO_PROPERTIES));
        });

        start(port, 30, List.of("a/+"), batch -> written(batch.size()));

        await().atMost(PATIENCE).until(() -> ingress.status().connects() >= 2);
        assertThat(ingress.status().lastError()).contains("another client").contains("'link-test'")
                .contains("MQTT_CLIENT_ID");
    }

    /** A broker of before MQTT 5 only closes. */
    @Test
    void guessesThatAnotherClientHasTheSameIdFromConnectionsThatEndAgainAndAgain() throws Exception {
        int port = serve(endpoint -> {
            if (endpoint.protocolVersion() == 5) {
                endpoint.reject(MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION);
            } else {
                grant(endpoint);
                vertx.setTimer(100, id -> endpoint.close());
            }
        });

        start(port, 30, List.of("a/+"), batch -> written(batch.size()));

        await().atMost(PATIENCE).until(() -> String.valueOf(ingress.status().lastError()).contains("perhaps"));
        assertThat(ingress.status().lastError()).contains("'link-test'").contains("in a row");
        assertThat(ingress.status().connects()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void givesUpOnAServerThatNeverAnswers() throws Exception {
        NetServer mute = vertx.createNetServer().connectHandler(socket -> {});
        int port = mute.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS)
                .actualPort();

        start(port, 30, List.of("a/+"), batch -> written(batch.size()));

        await().atMost(PATIENCE).until(() -> ingress.status().lastError() != null);
        assertThat(ingress.status().lastError()).contains("No CONNACK and SUBACK within 2 s");
    }

    private int serve(Consumer<MqttEndpoint> behaviour) throws Exception {
        MqttServer server = MqttServer.create(vertx).endpointHandler(endpoint -> {
            endpoint.publishAcknowledgeHandler(acknowledged::add);
            sessions.add(endpoint);
            behaviour.accept(endpoint);
        });
        return server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS)
                .actualPort();
    }

    private void grant(MqttEndpoint endpoint) {
        endpoint.subscribeHandler(message -> endpoint.subscribeAcknowledge(message.messageId(),
                Collections.nCopies(message.topicSubscriptions().size(), MqttQoS.AT_LEAST_ONCE)));
        endpoint.accept(false);
    }

    private void send(int number, int packetId, boolean duplicate) throws Exception {
        sessions.get(0)
                .publish("a/b", Buffer.buffer(Integer.toString(number)), MqttQoS.AT_LEAST_ONCE, duplicate, false,
                        packetId)
                .toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    private void start(int port, int keepAliveSeconds, List<String> filters, BatchHandler handler) {
        start(port, keepAliveSeconds, filters, 5, handler);
    }

    private void start(int port, int keepAliveSeconds, List<String> filters, int batchesInFlight,
            BatchHandler handler) {
        start(settings(port, keepAliveSeconds),
                new IngressLimits(1000, 1 << 20, 10, Duration.ofMillis(100), batchesInFlight, Duration.ofMillis(20),
                        Duration.ofMillis(200)),
                filters, handler);
    }

    private void start(MqttConnectionSettings settings, IngressLimits limits, List<String> filters,
            BatchHandler handler) {
        ingress = new MqttIngress(vertx, settings, limits, filters, handler, ledger);
        ingress.start();
    }

    private static MqttConnectionSettings settings(int port, int keepAliveSeconds) {
        return new MqttConnectionSettings("127.0.0.1", port, "link-test", Optional.empty(), Optional.empty(), false,
                Optional.empty(), Duration.ofSeconds(keepAliveSeconds), Duration.ofSeconds(2), 1 << 20,
                Duration.ofMillis(50), Duration.ofMillis(200));
    }

    private static List<Outcome> written(int messages) {
        return Collections.nCopies(messages, Outcome.WRITTEN);
    }
}
