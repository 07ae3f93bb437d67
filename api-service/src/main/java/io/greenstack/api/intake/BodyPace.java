package io.greenstack.api.intake;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Watches that a body keeps coming; runs on the event loop of its connection. */
final class BodyPace {

    private final HttpServerRequest request;
    private final long leastOctets;
    private final Runnable tooSlow;
    private long seen;

    private BodyPace(HttpServerRequest request, long leastOctets, Runnable tooSlow) {
        this.request = request;
        this.leastOctets = leastOctets;
        this.tooSlow = tooSlow;
    }

    /**
     * Begins to watch.
     *
     * @param leastOctets what must arrive in each span, unless the body is complete
     * @param spanMillis length of a span
     * @param tooSlow called once when less has arrived
     */
    static void watch(RoutingContext context, long leastOctets, long spanMillis, Runnable tooSlow) {
        BodyPace pace = new BodyPace(context.request(), leastOctets, tooSlow);
        context.vertx().setPeriodic(spanMillis, timer -> {
            if (!pace.goesOn(context.response().ended())) {
                context.vertx().cancelTimer(timer);
            }
        });
    }

    private boolean goesOn(boolean answered) {
        if (answered || request.isEnded()) {
            return false;
        }
        long now = request.bytesRead();
        if (now - seen < leastOctets) {
            tooSlow.run();
            return false;
        }
        seen = now;
        return true;
    }
}
