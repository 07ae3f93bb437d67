package io.greenstack.edge.mqtt;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;

/**
 * A socket whose reading can be suspended, and which rests after small reads while there is enough to do, or so much comes that
 * the next read is worth more. On the event loop only.
 */
final class RestingSocket {

    /**
     * Brokers send each message in a packet of its own, and to be woken up for each costs more than all the rest that is done
     * with it. A read that brought much need not wait for more. Who has nothing else to do must not rest: TCP sends only so many small
     * packets ahead of their acknowledgement, which a receiver that does not read delays by up to 40 ms.
     */
    private static final long REST_MILLIS = 2;
    private static final int LARGE_READ = 16_384;
    /**
     * From how many octets a second on it rests whatever there is to do. On loopback a packet that TCP sends without waiting has
     * 64 KiB; at this speed it is full after 16 ms, well before a delayed acknowledgement.
     */
    private static final long FAST = 4L << 20;
    private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Context context;
    private final NetSocket net;
    private final LongSupplier nanos;
    private long windowBegin;
    private long windowOctets;
    private boolean fast;
    private boolean paused;
    private boolean resting;

    /** @param busy whether what was read before suffices for a while */
    RestingSocket(Context context, NetSocket net, Handler<Buffer> reader, BooleanSupplier busy) {
        this(context, net, reader, busy, System::nanoTime);
    }

    /** @param nanos a clock */
    RestingSocket(Context context, NetSocket net, Handler<Buffer> reader, BooleanSupplier busy, LongSupplier nanos) {
        this.context = context;
        this.net = net;
        this.nanos = nanos;
        this.windowBegin = nanos.getAsLong();
        net.handler(chunk -> {
            reader.handle(chunk);
            count(chunk.length());
            if (chunk.length() < LARGE_READ && (fast || busy.getAsBoolean())) {
                rest();
            }
        });
    }

    private void count(int octets) {
        windowOctets += octets;
        long now = nanos.getAsLong();
        long passed = now - windowBegin;
        if (passed >= WINDOW_NANOS) {
            fast = windowOctets * 1e9 / passed >= FAST;
            windowBegin = now;
            windowOctets = 0;
        }
    }

    NetSocket net() {
        return net;
    }

    boolean paused() {
        return paused;
    }

    void pause(boolean wanted) {
        paused = wanted;
        apply();
    }

    private void rest() {
        resting = true;
        apply();
        context.owner().setTimer(REST_MILLIS, id -> {
            resting = false;
            apply();
        });
    }

    private void apply() {
        if (paused || resting) {
            net.pause();
        } else {
            net.resume();
        }
    }
}
