package io.greenstack.edge.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.greenstack.core.message.InboundMessage;
import io.vertx.core.Vertx;

/** A sender with a last will that also hears. */
class MqttRoleTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path data;
    private final Vertx vertx = Vertx.vertx();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger wills = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private TestBroker broker;
    private MqttWatcher watcher;
    private MqttSender sender;

    @BeforeEach
    void open() {
        broker = new TestBroker(data, false).start();
        watcher = new MqttWatcher(vertx, TestSettings.plain("127.0.0.1", broker.port(), "watcher"),
                message -> seen.add(text(message)));
        watcher.watch(Set.of("deaths/#"));
        watcher.start();
        sender = new MqttSender(vertx, TestSettings.plain("127.0.0.1", broker.port(), "node"), new Role());
        sender.start();
        await().atMost(LIMIT).until(() -> watcher.connected() && sender.connected());
    }

    @AfterEach
    void close() throws Exception {
        sender.stop(Duration.ofSeconds(1));
        watcher.stop();
        broker.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static String text(InboundMessage message) {
        return message.topic() + " " + new String(message.payload(), StandardCharsets.UTF_8);
    }

    private final class Role implements MqttRole {

        @Override
        public MqttWill will() {
            return new MqttWill("deaths/node",
                    Integer.toString(wills.incrementAndGet()).getBytes(StandardCharsets.UTF_8),
                    1, false);
        }

        @Override
        public Set<String> filters() {
            return Set.of("commands/node");
        }

        @Override
        public void opened() {
            opened.incrementAndGet();
        }

        @Override
        public void heard(InboundMessage message) {
            heard.add(text(message));
        }

        @Override
        public void closed() {
            closed.incrementAndGet();
        }
    }

    @Test
    void theBrokerTellsTheLastWillOfTheConnectionThatBroke() {
        assertThat(sender.publish("deaths/test", "watched".getBytes(StandardCharsets.UTF_8), 1, false)
                .toCompletableFuture()).succeedsWithin(LIMIT);
        sender.renew();

        await().atMost(LIMIT).until(() -> opened.get() == 2 && closed.get() == 1 && sender.connected());
        await().atMost(LIMIT).until(() -> seen.contains("deaths/node 1"));
        assertThat(wills.get()).isEqualTo(2);
        assertThat(seen).doesNotContain("deaths/node 2");
    }

    @Test
    void whatItListensToIsHeardInOrder() {
        for (int i = 0; i < 100; i++) {
            sender.publish("commands/node", Integer.toString(i).getBytes(StandardCharsets.UTF_8), 1, false);
        }
        await().atMost(LIMIT).until(() -> heard.size() >= 100);
        assertThat(heard).first().isEqualTo("commands/node 0");
        assertThat(heard).last().isEqualTo("commands/node 99");
    }
}
