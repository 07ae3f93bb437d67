package io.greenstack.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** A request that ends at the moment its time is over. */
class RequestDeadlineTest {

    private final List<Handler<Long>> timers = new ArrayList<>();
    private final List<Integer> ended = new ArrayList<>();
    private final List<Object> kept = new ArrayList<>();
    private final RoutingContext context = fake(RoutingContext.class, (proxy, method, arguments) -> switch (method
            .getName()) {
        case "vertx" -> vertx();
        case "response" -> fake(HttpServerResponse.class, (response, asked, none) -> false);
        case "put" -> {
            kept.add(arguments[1]);
            yield null;
        }
        case "get" -> kept.get(0);
        default -> 0;
    });

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, handler));
    }

    @SuppressWarnings("unchecked")
    private Vertx vertx() {
        return fake(Vertx.class, (proxy, method, arguments) -> {
            if (method.getName().equals("setTimer")) {
                timers.add((Handler<Long>) arguments[1]);
                return 1L;
            }
            return true;
        });
    }

    @AfterEach
    void leave() {
        RequestDeadline.of(context).leave();
    }

    private void start(Runnable answer) {
        RequestDeadline.start(context, new RouteTimeouts.Limit(Duration.ofMillis(1), false),
                new RequestDeadline.Expiry() {
                    @Override
                    public void answer(RequestDeadline deadline, int statements) {
                        ended.add(statements);
                        answer.run();
                    }

                    @Override
                    public void end(RequestDeadline deadline) {
                        // nothing is to be cancelled
                    }
                });
    }

    @Test
    void theConnectionsOfTheWorkerAreEnded() {
        start(() -> {});
        RequestDeadline deadline = RequestDeadline.of(context);
        assertThat(RequestDeadline.current()).isNull();
        deadline.enter();
        assertThat(RequestDeadline.current()).isSameAs(deadline);
        PGConnection used = fake(PGConnection.class,
                (proxy, method, arguments) -> method.getName().equals("hashCode") ? 1 : true);
        deadline.using(used);
        timers.get(0).handle(1L);
        assertThat(ended).containsExactly(1);
        List<PGConnection> left = new ArrayList<>();
        deadline.eachConnection(left::add);
        assertThat(left).hasSize(1);
        deadline.returned(used);
        deadline.eachConnection(left::add);
        assertThat(left).hasSize(1);
        deadline.leave();
        assertThat(Thread.interrupted()).as("what the thread does next").isFalse();
        assertThat(RequestDeadline.current()).isNull();
    }

    @Test
    void whoEndsTheResponseMeanwhileIsNotWaitedFor() {
        start(() -> CompletableFuture.runAsync(RequestDeadline.of(context)::cancel).orTimeout(10, TimeUnit.SECONDS)
                .join());
        RequestDeadline.of(context).enter();
        timers.get(0).handle(1L);
        assertThat(Thread.interrupted()).as("the worker is told").isTrue();
    }

    @Test
    void aWorkerThatHasLeftIsLeftAlone() {
        start(() -> RequestDeadline.of(context).leave());
        RequestDeadline.of(context).enter();
        timers.get(0).handle(1L);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void nothingIsAnsweredAfterTheEnd() {
        List<String> answers = new ArrayList<>();
        start(() -> answers.add("504"));
        RequestDeadline.of(context).cancel();
        timers.get(0).handle(1L);
        assertThat(answers).isEmpty();
    }
}
