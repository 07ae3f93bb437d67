package io.greenstack.edge.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.greenstack.core.message.InboundMessage;
import io.greenstack.edge.intake.Outcome;
import io.greenstack.edge.ledger.MessageLedger;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttProperties.UserProperty;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;

/** What MQTT 5 brings where the broker speaks it, and that 3.1.1 is spoken where it does not. */
class MqttVersionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @TempDir
    Path data;

    private final List<MqttEndpoint> sessions = Collections.synchronizedList(new ArrayList<>());
    private final List<InboundMessage> received = Collections.synchronizedList(new ArrayList<>());
    private final List<AutoCloseable> opened = new ArrayList<>();
    private Vertx vertx;

    @BeforeEach
    void open() {
        vertx = Vertx.vertx();
    }

    @AfterEach
    void close() throws Exception {
        Collections.reverse(opened);
        for (AutoCloseable resource : opened) {
            resource.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void theTraceContextTravelsThroughABrokerInUserProperties() {
        TestBroker broker = new TestBroker(data, true).start();
        opened.add(broker);
        MqttIngress ingress = ingress(broker.port(), 100);
        MqttSender sender = sender(broker.port());
        await().atMost(PATIENCE).until(() -> ingress.status().connected() && sender.connected());

        assertThat(sender.publish("a/1", new byte[]{1}, 1, false, TRACE).toCompletableFuture())
                .succeedsWithin(PATIENCE);
        assertThat(sender.publish("a/2", new byte[]{2}, 2, false).toCompletableFuture()).succeedsWithin(PATIENCE);

        await().atMost(PATIENCE).until(() -> received.size() == 2);
        assertThat(received).extracting(InboundMessage::topic, InboundMessage::traceparent)
                .containsExactly(tuple("a/1", TRACE),
                        tuple("a/2", null));
    }

    @Test
    void helloAsksForAPersistentSessionAndAsManyMessagesAsFitIn() throws Exception {
        int port = serve(MqttVersionTest::grant);
        MqttIngress ingress = ingress(port, 123);
        MqttSender sender = sender(port);
        await().atMost(PATIENCE).until(() -> ingress.status().connected() && sender.connected());

        MqttEndpoint subscriber = sessions.stream().filter(session -> "version-in".equals(session.clientIdentifier()))
                .findFirst().orElseThrow();
        assertThat(subscriber.protocolVersion()).isEqualTo(5);
        assertThat(subscriber.isCleanSession()).isFalse();
        assertThat(property(subscriber.connectProperties(), MqttPropertyType.SESSION_EXPIRY_INTERVAL)).isEqualTo(-1);
        assertThat(property(subscriber.connectProperties(), MqttPropertyType.RECEIVE_MAXIMUM)).isEqualTo(123);
        MqttEndpoint publisher = sessions.stream().filter(session -> "version-out".equals(session.clientIdentifier()))
                .findFirst().orElseThrow();
        assertThat(publisher.isCleanSession()).isTrue();
    }

    @Test
    void aRefusalSaysWhyAndWhetherTheMessageIsToBlame() throws Exception {
        int port = serve(endpoint -> {
            endpoint.publishHandler(message -> {
                MqttProperties why = new MqttProperties();
                if (message.topicName().startsWith("full")) {
                    endpoint.publishAcknowledge(message.messageId(), MqttPubAckReasonCode.QUOTA_EXCEEDED, why);
                } else {
                    why.add(new MqttProperties.StringProperty(MqttPropertyType.REASON_STRING.value(), "not yours"));
                    endpoint.publishAcknowledge(message.messageId(), MqttPubAckReasonCode.NOT_AUTHORIZED, why);
                }
            });
            endpoint.accept(false);
        });
        MqttSender sender = sender(port);
        await().atMost(PATIENCE).until(sender::connected);

        assertThat(sender.publish("a", new byte[0], 1, false).toCompletableFuture()).failsWithin(PATIENCE)
                .withThrowableThat().havingCause().isInstanceOf(MessageRefusedException.class)
                .withMessage("The broker refused the message: not authorized (not yours)");
        assertThat(sender.publish("full", new byte[0], 1, false).toCompletableFuture()).failsWithin(PATIENCE)
                .withThrowableThat().havingCause().isNotInstanceOf(MessageRefusedException.class)
                .withMessage("The broker refused the message: quota exceeded");
    }

    @Test
    void whatTheBrokerSaysItTakesNotIsNotSent() throws Exception {
        List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
        int port = serve(endpoint -> {
            endpoint.publishHandler(message -> {
                sizes.add(message.payload().length());
                endpoint.publishAcknowledge(message.messageId());
            });
            MqttProperties limits = new MqttProperties();
            limits.add(new IntegerProperty(MqttPropertyType.MAXIMUM_PACKET_SIZE.value(), 100));
            limits.add(new IntegerProperty(MqttPropertyType.MAXIMUM_QOS.value(), 1));
            endpoint.accept(false, limits);
        });
        MqttSender sender = sender(port);
        await().atMost(PATIENCE).until(sender::connected);

        assertThat(sender.publish("a", new byte[100], 1, false).toCompletableFuture()).failsWithin(PATIENCE)
                .withThrowableThat().havingCause().isInstanceOf(MessageRefusedException.class);
        assertThat(sender.publish("a", new byte[1], 2, false).toCompletableFuture()).failsWithin(PATIENCE)
                .withThrowableThat().havingCause().isInstanceOf(MessageRefusedException.class);
        assertThat(sender.publish("a", new byte[92], 1, false).toCompletableFuture()).succeedsWithin(PATIENCE);
        assertThat(sizes).containsExactly(92);
    }

    @Test
    void noMoreGoesOutThanTheBrokerTakes() throws Exception {
        List<Integer> arrived = Collections.synchronizedList(new ArrayList<>());
        int port = serve(endpoint -> {
            endpoint.publishHandler(message -> arrived.add(message.messageId()));
            MqttProperties limits = new MqttProperties();
            limits.add(new IntegerProperty(MqttPropertyType.RECEIVE_MAXIMUM.value(), 2));
            endpoint.accept(false, limits);
        });
        MqttSender sender = sender(port);
        await().atMost(PATIENCE).until(sender::connected);

        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.add(sender.publish("a", new byte[0], 1, false).toCompletableFuture());
        }
        await().atMost(PATIENCE).until(() -> arrived.size() == 2);
        await().during(Duration.ofMillis(200)).atMost(PATIENCE).until(() -> arrived.size() == 2);
        for (int i = 0; i < 5; i++) {
            int next = i;
            await().atMost(PATIENCE).until(() -> arrived.size() > next);
            sessions.get(0).publishAcknowledge(arrived.get(i));
            assertThat(sent.get(i)).succeedsWithin(PATIENCE);
        }
    }

    @Test
    void aRefusedSubscriptionSaysWhy() throws Exception {
        int port = serve(endpoint -> {
            endpoint.subscribeHandler(message -> endpoint.subscribeAcknowledge(message.messageId(),
                    List.of(MqttSubAckReasonCode.NOT_AUTHORIZED), MqttProperties.NO_PROPERTIES));
            endpoint.accept(false);
        });
        MqttIngress ingress = ingress(port, 100);

        await().atMost(PATIENCE).until(() -> ingress.status().lastError() != null);
        assertThat(ingress.status().lastError()).contains("a/+").contains("not authorized");
    }

    @Test
    void fallsBackWhenTheBrokerRefusesTheVersion() throws Exception {
        int port = serve(endpoint -> {
            if (endpoint.protocolVersion() == 5) {
                endpoint.reject(MqttConnectReturnCode.CONNECTION_REFUSED_UNSUPPORTED_PROTOCOL_VERSION);
            } else {
                grant(endpoint);
            }
        });
        MqttIngress ingress = ingress(port, 100);
        await().atMost(PATIENCE).until(() -> ingress.status().connected());

        assertThat(sessions).extracting(MqttEndpoint::protocolVersion).containsExactly(5, 4);
        assertThat(sessions.get(1).isCleanSession()).isFalse();
        sessions.get(1).publish("a/b", Buffer.buffer("x"), MqttQoS.AT_LEAST_ONCE, false, false, 7);
        await().atMost(PATIENCE).until(() -> received.size() == 1);
        assertThat(received.get(0).traceparent()).isNull();
    }

    /** A broker of before MQTT 5 answers CONNECT with its own CONNACK, which is shorter, and closes. */
    @Test
    void fallsBackWhenTheBrokerHasNeverHeardOfTheVersion() throws Exception {
        List<Integer> levels = Collections.synchronizedList(new ArrayList<>());
        MqttSender sender = sender(serveLegacy(levels, new byte[]{0x20, 2, 0, 1}));

        await().atMost(PATIENCE).until(sender::connected);
        assertThat(levels).containsExactly(5, 4);
    }

    @Test
    void fallsBackWhenTheBrokerClosesWithoutAWord() throws Exception {
        List<Integer> levels = Collections.synchronizedList(new ArrayList<>());
        MqttSender sender = sender(serveLegacy(levels, new byte[0]));

        await().atMost(PATIENCE).until(sender::connected);
        assertThat(levels).containsExactly(5, 5, 4);
    }

    /** Accepts connections with protocol level 4; gives any other the answer and closes. */
    private int serveLegacy(List<Integer> levels, byte[] answer) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        opened.add(server);
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    Socket socket = server.accept();
                    int level = level(new DataInputStream(socket.getInputStream()));
                    levels.add(level);
                    OutputStream out = socket.getOutputStream();
                    out.write(level == 4 ? new byte[]{0x20, 2, 0, 0} : answer);
                    out.flush();
                    if (level != 4) {
                        socket.close();
                    }
                }
            } catch (IOException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server.getLocalPort();
    }

    /** Artemis does so with what it delivers again after a restart. */
    @Test
    void takesAndAcknowledgesWhatComesBeforeTheAnswerToConnect() throws Exception {
        CompletableFuture<byte[]> acknowledged = new CompletableFuture<>();
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        opened.add(server);
        Thread thread = new Thread(() -> {
            try {
                Socket socket = server.accept();
                DataInputStream in = new DataInputStream(socket.getInputStream());
                skipPacket(in);
                socket.getOutputStream().write(new byte[]{0x32, 9, 0, 3, 'a', '/', 'b', 0, 7, 0, 'x'});
                socket.getOutputStream().write(new byte[]{0x20, 3, 1, 0, 0});
                // SUBSCRIBE and PUBACK come in either order: the client may have stored the message before it reads the answer
                boolean subscribed = false;
                while (!subscribed || !acknowledged.isDone()) {
                    byte type = in.readByte();
                    byte[] rest = in.readNBytes(in.readByte());
                    if (type == 0x40) {
                        acknowledged.complete(rest);
                    }
                    if (type == (byte) 0x82) {
                        subscribed = true;
                        socket.getOutputStream().write(new byte[]{(byte) 0x90, 4, 0, 1, 0, 1});
                    }
                }
            } catch (IOException e) {
                acknowledged.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();

        MqttIngress ingress = ingress(server.getLocalPort(), 100);

        assertThat(acknowledged).succeedsWithin(PATIENCE).isEqualTo(new byte[]{0, 7});
        await().atMost(PATIENCE).until(() -> ingress.status().connected());
        assertThat(received).hasSize(1);
        assertThat(ingress.status().connects()).isOne();
    }

    private static void skipPacket(DataInputStream in) throws IOException {
        in.readByte();
        in.readNBytes(in.readByte());
    }

    /** Protocol level of a CONNECT packet: after the fixed header of two octets and the name "MQTT". */
    private static int level(DataInputStream in) throws IOException {
        in.readNBytes(2);
        in.readUTF();
        return in.readByte();
    }

    @Test
    void whatTheTraceOfADeviceIsComesFromTheWire() throws Exception {
        int port = serve(MqttVersionTest::grant);
        MqttIngress ingress = ingress(port, 100);
        await().atMost(PATIENCE).until(() -> ingress.status().connected());
        MqttProperties properties = new MqttProperties();
        properties.add(new UserProperty("other", "x"));
        properties.add(new UserProperty("traceparent", TRACE));

        sessions.get(0).publish("a/b", Buffer.buffer("x"), MqttQoS.AT_LEAST_ONCE, false, false, 7, properties);

        await().atMost(PATIENCE).until(() -> received.size() == 1);
        assertThat(received.get(0).traceparent()).isEqualTo(TRACE);
    }

    private static int property(MqttProperties properties, MqttPropertyType type) {
        return ((IntegerProperty) properties.getProperty(type.value())).value();
    }

    private int serve(Consumer<MqttEndpoint> behaviour) throws Exception {
        return MqttServer.create(vertx).endpointHandler(endpoint -> {
            sessions.add(endpoint);
            behaviour.accept(endpoint);
        }).listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS).actualPort();
    }

    private static void grant(MqttEndpoint endpoint) {
        endpoint.subscribeHandler(message -> endpoint.subscribeAcknowledge(message.messageId(),
                Collections.nCopies(message.topicSubscriptions().size(), MqttQoS.AT_LEAST_ONCE)));
        endpoint.accept(false);
    }

    private MqttIngress ingress(int port, int queue) {
        MqttIngress ingress = new MqttIngress(vertx, TestSettings.plain("127.0.0.1", port, "version-in"),
                TestSettings.serial(queue, 10, Duration.ZERO), List.of("a/+"), batch -> {
                    received.addAll(batch);
                    return Collections.nCopies(batch.size(), Outcome.WRITTEN);
                }, new MessageLedger());
        opened.add(() -> ingress.stop(Duration.ofSeconds(1)));
        ingress.start();
        return ingress;
    }

    private MqttSender sender(int port) {
        MqttSender sender = new MqttSender(vertx, TestSettings.plain("127.0.0.1", port, "version-out"));
        opened.add(() -> sender.stop(Duration.ofMillis(100)));
        sender.start();
        return sender;
    }
}
