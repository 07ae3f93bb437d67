package io.greenstack.api.intake;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;

/** Reads requests as Vert.x does, but for those that say two lengths, which are no requests. */
final class RequestReader extends VertxHttpRequestDecoder {

    /** Stands for a request with two lengths. */
    static final int TWO_LENGTHS = 1;

    private static final String NAME = "httpDecoder";

    private RequestReader(HttpServerOptions options) {
        super(options);
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new TwoLengthsException();
    }

    private static final class TwoLengthsException extends IllegalArgumentException {

        private static final long serialVersionUID = 1;
    }

    /** Puts the reader into a connection once the server has put its own there. */
    static final class Installer extends ChannelInboundHandlerAdapter {

        private final HttpServerOptions options;
        private final String mark;
        private final AnswerPace pace;

        Installer(HttpServerOptions options, String mark, AnswerPace pace) {
            this.options = options;
            this.mark = mark;
            this.pace = pace;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            if (context.pipeline().get(NAME) instanceof HttpRequestDecoder) {
                context.pipeline().replace(NAME, NAME, new RequestReader(options));
                context.pipeline().addAfter(NAME, "refusals", new Refusals(mark));
            }
            context.pipeline().addFirst("answerPace", pace);
            context.fireChannelActive();
            context.pipeline().remove(this);
        }
    }

    /** Puts a request that a filter answers in the place of one that cannot be read. */
    private static final class Refusals extends ChannelInboundHandlerAdapter {

        private final String mark;
        private boolean refused;

        private Refusals(String mark) {
            this.mark = mark;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (refused) {
                ReferenceCountUtil.release(message);
            } else if (message instanceof HttpRequest && message instanceof HttpObject part
                    && part.decoderResult().isFailure()) {
                refused = true;
                Throwable cause = part.decoderResult().cause();
                ReferenceCountUtil.release(message);
                DefaultHttpRequest standIn = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
                standIn.headers().set("host", "localhost").set(mark, Integer.toString(reason(cause)));
                context.fireChannelRead(standIn);
                context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
            } else {
                context.fireChannelRead(message);
            }
        }

        private static int reason(Throwable cause) {
            if (cause instanceof TwoLengthsException) {
                return TWO_LENGTHS;
            }
            if (cause instanceof TooLongHttpLineException) {
                return 414;
            }
            return cause instanceof TooLongHttpHeaderException || cause instanceof TooLongFrameException ? 431 : 400;
        }
    }
}
