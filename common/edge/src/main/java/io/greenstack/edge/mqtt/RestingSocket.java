package io.greenstack.edge.mqtt;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;

/** A socket whose reading can be suspended, and which rests after each small read. On the event loop only. */
final class RestingSocket {

    /**
     * Brokers send each message in a packet of its own, and to be woken up for each costs more than all the rest that is done
     * with it. 2 ms are well below what a batch takes; a read that brought much need not wait for more.
     */
    private static final long REST_MILLIS = 2;
    private static final int LARGE_READ = 16_384;

    private final Context context;
    private final NetSocket net;
    private boolean paused;
    private boolean resting;

    RestingSocket(Context context, NetSocket net, Handler<Buffer> reader) {
        this.context = context;
        this.net = net;
        net.handler(chunk -> {
            reader.handle(chunk);
            if (chunk.length() < LARGE_READ) {
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
