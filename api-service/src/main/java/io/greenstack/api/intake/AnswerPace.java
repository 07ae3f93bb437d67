package io.greenstack.api.intake;

import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;

/**
 * Watches that a client takes what it is sent, and closes its connection if it does not: an answer that nobody reads holds its
 * memory, and what makes it holds a worker. Sits between the socket and everything else of a connection.
 */
final class AnswerPace extends ChannelDuplexHandler {

    private static final Logger LOG = Logger.getLogger(AnswerPace.class);

    private final long leastOctets;
    private final long spanMillis;
    private long given;
    private long taken;
    private boolean watching;

    AnswerPace(long leastOctets, long spanMillis) {
        this.leastOctets = leastOctets;
        this.spanMillis = spanMillis;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        given += octets(message);
        context.write(message, promise);
        if (!watching) {
            watching = true;
            taken = taken(context);
            look(context);
        }
    }

    private void look(ChannelHandlerContext context) {
        context.executor().schedule(() -> judge(context), spanMillis, TimeUnit.MILLISECONDS);
    }

    private void judge(ChannelHandlerContext context) {
        if (!context.channel().isActive()) {
            return;
        }
        long now = taken(context);
        if (now == given) {
            watching = false;
        } else if (now - taken < leastOctets) {
            LOG.infof("A client (%s) took %d octets of its answer in %d ms; its connection is closed",
                    context.channel().remoteAddress(), now - taken, spanMillis);
            context.close();
        } else {
            taken = now;
            look(context);
        }
    }

    /** Octets that the socket has taken. */
    private long taken(ChannelHandlerContext context) {
        ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
        if (waiting == null) {
            return given;
        }
        long[] left = new long[1];
        try {
            waiting.forEachFlushedMessage(message -> {
                left[0] += octets(message);
                return true;
            });
        } catch (Exception e) {
            throw new IllegalStateException("What waits in a connection cannot be counted", e);
        }
        return given - left[0];
    }

    private static long octets(Object message) {
        if (message instanceof ByteBuf buffer) {
            return buffer.readableBytes();
        }
        if (message instanceof ByteBufHolder holder) {
            return holder.content().readableBytes();
        }
        return message instanceof FileRegion region ? region.count() - region.transferred() : 0;
    }
}
