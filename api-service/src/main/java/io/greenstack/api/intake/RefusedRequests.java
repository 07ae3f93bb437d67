package io.greenstack.api.intake;

import java.util.Iterator;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;

import io.greenstack.api.platform.ProblemTable;
import io.greenstack.api.platform.Problems;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers requests that cannot be read as HTTP with a problem document, and closes their connection; and has each client watched
 * that is sent an answer. The server itself would close
 * it without a word, and take a request with both {@code Content-Length} and {@code Transfer-Encoding} by the latter: a proxy
 * in front that goes by the former then sees the requests of one client in the connection of another (RFC 9112, 6.3).
 *
 * <p>Neither Quarkus nor Vert.x lets a service say how requests are read, so each connection gets its reader when it is
 * accepted.
 */
@ApplicationScoped
class RefusedRequests {

    private static final int BEHIND_IDENTIFICATION = 898;

    private final Vertx vertx;
    private final Problems problems;
    private final AnswerSettings answers;
    /** Header of the requests that stand for refused ones; nobody else knows its name. */
    private final String mark = "x-refused-" + UUID.randomUUID();

    RefusedRequests(Vertx vertx, Problems problems, AnswerSettings answers) {
        this.vertx = vertx;
        this.problems = problems;
        this.answers = answers;
    }

    void started(@ObservesAsync HttpServerStart server) {
        watch(server.options());
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, BEHIND_IDENTIFICATION);
    }

    private void watch(HttpServerOptions options) {
        for (EventExecutor executor : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            SingleThreadEventLoop loop = (SingleThreadEventLoop) executor;
            loop.execute(() -> {
                for (Iterator<Channel> channels = loop.registeredChannelsIterator(); channels.hasNext();) {
                    if (channels.next() instanceof ServerSocketChannel channel
                            && channel.pipeline().get(Accepted.class) == null) {
                        channel.pipeline().addFirst(new Accepted(options));
                    }
                }
            });
        }
    }

    /** Sees connections as they are accepted, before anything is read from them. */
    private final class Accepted extends ChannelInboundHandlerAdapter {

        private final HttpServerOptions options;

        private Accepted(HttpServerOptions options) {
            this.options = options;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof Channel connection) {
                connection.pipeline().addLast(new RequestReader.Installer(options, mark, new AnswerPace(
                        answers.leastPerSpan().asLongValue(), answers.patience().toMillis())));
            }
            context.fireChannelRead(message);
        }
    }

    private void answer(RoutingContext context) {
        String reason = context.request().getHeader(mark);
        if (reason == null) {
            context.next();
            return;
        }
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        problems.send(context, entry(Integer.parseInt(reason)))
                .onComplete(sent -> context.request().connection().close());
    }

    private static ProblemTable.Entry entry(int status) {
        return switch (status) {
            case 414 -> ProblemTable.Entry.of(414, "address-too-long",
                    "The address of the request is longer than this service reads; send less in the query.");
            case 431 -> ProblemTable.Entry.of(431, "headers-too-large",
                    "The headers of the request are larger than this service reads; send fewer or shorter ones.");
            case RequestReader.TWO_LENGTHS -> ProblemTable.Entry.of(400, "ambiguous-length",
                    "The request has both 'Content-Length' and 'Transfer-Encoding' (RFC 9112, 6.3); leave one out.");
            default -> ProblemTable.Entry.of(400, "malformed-request", "The request is not written as HTTP/1.1.");
        };
    }
}
