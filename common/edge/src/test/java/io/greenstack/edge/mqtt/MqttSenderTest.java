package io.greenstack.edge.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.vertx.core.Vertx;

/** Against servers that misbehave; the well-behaved one is that of the bridge's tests. */
class MqttSenderTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    /** Of MQTT 5, without properties. */
    private static final byte[] CONNACK = {0x20, 3, 0, 0, 0};

    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private Vertx vertx;
    private ServerSocket server;
    private MqttSender sender;

    @BeforeEach
    void open() throws IOException {
        vertx = Vertx.vertx();
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws Exception {
        if (sender != null) {
            sender.stop(Duration.ofMillis(1));
        }
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    /** Accepts connections for ever; answers CONNECT with CONNACK, or not at all, and never anything else. */
    private void serve(boolean connack) {
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    Socket socket = server.accept();
                    connections.add(socket);
                    if (connack) {
                        socket.getOutputStream().write(CONNACK);
                        socket.getOutputStream().flush();
                    }
                }
            } catch (IOException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
        sender = new MqttSender(vertx, new MqttConnectionSettings("127.0.0.1", server.getLocalPort(), "sender",
                Optional.empty(), Optional.empty(), false, Optional.empty(), Duration.ofSeconds(30),
                Duration.ofMillis(300), 1 << 20, Duration.ofMillis(10), Duration.ofMillis(50)));
        sender.start();
    }

    @Test
    void aServerThatNeverSaysConnackIsLeftAndTriedAgain() {
        serve(false);

        await().atMost(LIMIT).until(() -> connections.size() >= 3);
        assertThat(sender.connected()).isFalse();
        assertThat(sender.lastError()).contains("CONNACK");
    }

    @Test
    void aConnectionWithoutAcknowledgementsIsRenewedAndWhatWaitsFails() {
        serve(true);
        await().atMost(LIMIT).until(sender::connected);
        var waits = sender.publish("a", new byte[]{1}, 1, false).toCompletableFuture();
        var waitsToo = sender.publish("a", new byte[]{1}, 2, false).toCompletableFuture();
        var written = sender.publish("a", new byte[]{1}, 0, false).toCompletableFuture();
        assertThat(written).succeedsWithin(LIMIT);
        assertThat(waits).isNotDone();

        sender.renew();

        // Else a broker that is silent for long would have messages set aside that are not to blame.
        assertThat(waits).failsWithin(LIMIT).withThrowableThat().havingCause()
                .isNotInstanceOf(ConnectionLostException.class);
        assertThat(waitsToo).failsWithin(LIMIT);
        await().atMost(LIMIT).until(() -> connections.size() == 2 && sender.connected());
    }

    @Test
    void aTopicThatIsNoneIsTheMessagesFault() {
        serve(true);
        await().atMost(LIMIT).until(sender::connected);

        assertThat(sender.publish("a/#", new byte[0], 1, false).toCompletableFuture()).failsWithin(LIMIT)
                .withThrowableThat().havingCause().isInstanceOf(MessageRefusedException.class);
        assertThatThrownBy(() -> sender.publish("a", new byte[0], 3, false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
