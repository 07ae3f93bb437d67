package io.greenstack.edge.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;

/** Resting saves work while there is enough to do, and costs latency otherwise. */
class RestingSocketTest {

    private final Vertx vertx = Vertx.vertx();
    private final Context context = vertx.getOrCreateContext();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final List<Handler<Buffer>> readers = new ArrayList<>();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void neverRestsWhileNothingElseIsToDo() throws Exception {
        new RestingSocket(context, socket(), chunk -> done.add("read"), () -> false);

        arrives(100);
        arrives(100);

        assertEquals(List.of("read", "read"), done);
    }

    @Test
    void restsAfterASmallReadWhileBusyAndReadsAgain() throws Exception {
        new RestingSocket(context, socket(), chunk -> done.add("read"), () -> true);

        arrives(100);

        Awaitility.await().atMost(5, TimeUnit.SECONDS)
                .untilAsserted(() -> assertEquals(List.of("read", "pause", "resume"), done));
    }

    @Test
    void restsWhileMuchArrivesAndNoLongerThanThat() throws Exception {
        AtomicLong clock = new AtomicLong();
        new RestingSocket(context, socket(), chunk -> done.add("read"), () -> false, clock::get);

        for (int i = 0; i < 20; i++) {
            clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
            arrives(8_000);
        }
        Awaitility.await().atMost(5, TimeUnit.SECONDS).untilAsserted(() -> assertEquals("resume", last()));
        assertEquals(List.of("read", "pause", "resume"), done.subList(19, done.size()));

        clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
        arrives(8_000);
        assertEquals("read", last());
    }

    @Test
    void doesNotRestAfterALargeRead() throws Exception {
        new RestingSocket(context, socket(), chunk -> done.add("read"), () -> true);

        arrives(20_000);

        assertEquals(List.of("read"), done);
    }

    @Test
    void aRestDoesNotEndAPause() throws Exception {
        RestingSocket[] resting = new RestingSocket[1];
        resting[0] = new RestingSocket(context, socket(), chunk -> resting[0].pause(true), () -> true);

        arrives(100);

        Awaitility.await().atMost(5, TimeUnit.SECONDS)
                .untilAsserted(() -> assertEquals(List.of("pause", "pause", "pause"), done));
    }

    private String last() {
        return done.get(done.size() - 1);
    }

    private void arrives(int octets) throws Exception {
        CompletableFuture<Void> read = new CompletableFuture<>();
        context.runOnContext(v -> {
            readers.get(0).handle(Buffer.buffer(new byte[octets]));
            read.complete(null);
        });
        read.get(5, TimeUnit.SECONDS);
    }

    @SuppressWarnings("unchecked")
    private NetSocket socket() {
        return (NetSocket) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{NetSocket.class},
                (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "handler" -> readers.add((Handler<Buffer>) arguments[0]);
                        case "pause", "resume" -> done.add(method.getName());
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return proxy;
                });
    }
}
