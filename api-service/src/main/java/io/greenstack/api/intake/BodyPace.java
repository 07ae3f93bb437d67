package io.greenstack.api.intake;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Watches that a body keeps coming and can be read to its end; runs on the event loop of its connection. */
final class BodyPace {

    private static final String READ = BodyPace.class.getName() + ".read";

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final long leastOctets;
    private final Runnable tooSlow;
    private final Runnable broken;
    private long seen;
    private boolean ended;

    private BodyPace(RoutingContext context, long leastOctets, Runnable tooSlow, Runnable broken) {
        this.context = context;
        this.request = context.request();
        this.leastOctets = leastOctets;
        this.tooSlow = tooSlow;
        this.broken = broken;
    }

    /**
     * Begins to watch.
     *
     * @param leastOctets what must arrive in each span, unless the body is complete
     * @param spanMillis length of a span
     * @param tooSlow called once when less has arrived
     * @param broken called once when all has arrived and yet was not read in a span: the form stops in the middle of a file, for
     *            whose end its reader would wait for ever
     */
    static void watch(RoutingContext context, long leastOctets, long spanMillis, Runnable tooSlow, Runnable broken) {
        BodyPace pace = new BodyPace(context, leastOctets, tooSlow, broken);
        context.vertx().setPeriodic(spanMillis, timer -> {
            if (!pace.goesOn()) {
                context.vertx().cancelTimer(timer);
            }
        });
    }

    /** Says that the body of a request has been read. */
    static void read(RoutingContext context) {
        context.put(READ, true);
    }

    private boolean goesOn() {
        if (context.response().ended() || context.get(READ) != null) {
            return false;
        }
        if (request.isEnded()) {
            if (ended) {
                broken.run();
            }
            ended = !ended;
            return ended;
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
