package io.greenstack.edge.mqtt;

import java.util.function.BooleanSupplier;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;

/** A socket whose reading can be suspended, and which rests after small reads while there is enough to do. On the event loop only. */
final class RestingSocket {

    /**
     * Brokers send each message in a packet of its own, and to be woken up for each costs more than all the rest that is done
     * with it. A read that brought much need not wait for more. Who has nothing else to do must not rest: TCP sends only so many small
     * packets ahead of their acknowledgement, which a receiver that does not read delays by up to 40 ms.
     */
    private static final long REST_MILLIS = 2;
    private static final int LARGE_READ = 16_384;

    private final Context context;
    private final NetSocket net;
    private boolean paused;
    private boolean resting;

    /** @param busy whether what was read before suffices for a while */
    RestingSocket(Context context, NetSocket net, Handler<Buffer> reader, BooleanSupplier busy) {
        this.context = context;
        this.net = net;
        net.handler(chunk -> {
            reader.handle(chunk);
            if (chunk.length() < LARGE_READ && busy.getAsBoolean()) {
                rest();
            }
        });
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
