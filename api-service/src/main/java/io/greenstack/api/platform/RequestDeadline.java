package io.greenstack.api.platform;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/**
 * The time-out of one request. When it expires before the response has begun, the client gets 504 and the worker thread is
 * interrupted, so that the work behind the request ends too. One instance per request.
 */
public final class RequestDeadline {

    private static final String KEY = RequestDeadline.class.getName();

    private final RoutingContext context;
    private final Runnable answer;
    private final long timer;
    private Thread worker;
    private boolean over;

    private RequestDeadline(RoutingContext context, long millis, Runnable answer) {
        this.context = context;
        this.answer = answer;
        Vertx vertx = context.vertx();
        this.timer = vertx.setTimer(millis, id -> expire());
        context.addEndHandler(done -> cancel());
    }

    /** Ends long work whose client has already been told that it took too long; call it between steps. */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw tooLate();
        }
    }

    private static ApiException tooLate() {
        return new ApiException(504, "request-timeout", "The request took too long.");
    }

    /** Starts the clock for a request; {@code answer} must write the whole response. */
    static void start(RoutingContext context, long millis, Runnable answer) {
        context.put(KEY, new RequestDeadline(context, millis, answer));
    }

    /** The deadline of a request, or null when it has none. */
    static RequestDeadline of(RoutingContext context) {
        return context == null ? null : context.get(KEY);
    }

    /** Takes the deadline away: for streams that are meant to last. */
    void cancel() {
        synchronized (this) {
            worker = over ? worker : null;
            over = true;
        }
        context.vertx().cancelTimer(timer);
    }

    /** The calling worker thread now works for the request. */
    synchronized void enter() {
        if (over) {
            throw tooLate();
        }
        worker = Thread.currentThread();
    }

    /** The calling worker thread is done; a late interrupt must not reach its next request. */
    synchronized void leave() {
        worker = null;
    }

    /**
     * The response is asked and written without the lock: whoever ends it meanwhile holds the lock of its connection, and waits
     * for this one in {@link #cancel}.
     */
    private void expire() {
        if (context.response().headWritten()) {
            return;
        }
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        answer.run();
        synchronized (this) {
            if (worker != null) {
                worker.interrupt();
            }
        }
    }
}
