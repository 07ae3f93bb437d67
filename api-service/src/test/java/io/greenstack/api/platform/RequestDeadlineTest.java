package io.greenstack.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** A request that ends at the moment its time is over. */
class RequestDeadlineTest {

    private final List<Handler<Long>> timers = new ArrayList<>();
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

    @Test
    void whoEndsTheResponseMeanwhileIsNotWaitedFor() {
        RequestDeadline.start(context, 1, () -> CompletableFuture.runAsync(RequestDeadline.of(context)::cancel)
                .orTimeout(10, TimeUnit.SECONDS).join());
        RequestDeadline.of(context).enter();
        timers.get(0).handle(1L);
        assertThat(Thread.interrupted()).as("the worker is told").isTrue();
    }

    @Test
    void aWorkerThatHasLeftIsLeftAlone() {
        RequestDeadline.start(context, 1, () -> RequestDeadline.of(context).leave());
        RequestDeadline.of(context).enter();
        timers.get(0).handle(1L);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void nothingIsAnsweredAfterTheEnd() {
        List<String> answers = new ArrayList<>();
        RequestDeadline.start(context, 1, () -> answers.add("504"));
        RequestDeadline.of(context).cancel();
        timers.get(0).handle(1L);
        assertThat(answers).isEmpty();
    }
}
