package io.greenstack.edge.intake;

import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

import io.greenstack.platform.redis.RedisErrors;
import io.greenstack.platform.redis.RedisTimeoutException;
import io.greenstack.platform.resilience.BreakerOpenException;
import io.vertx.redis.client.impl.types.ErrorType;

/** Tells that a dependency is away from a failure over a message. */
final class Outages {

    private Outages() {}

    /** Whether an exception, or what it was caused by, says that a dependency is away. */
    static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PauseException || cause instanceof BreakerOpenException
                    || cause instanceof RedisTimeoutException || cause instanceof SocketException
                    || cause instanceof ClosedChannelException || cause instanceof InterruptedIOException
                    || cause instanceof HttpTimeoutException || cause instanceof TimeoutException
                    || cause instanceof io.smallrye.mutiny.TimeoutException
                    || cause instanceof ErrorType && RedisErrors.isOutage(cause)) {
                return true;
            }
        }
        return false;
    }

    /** What is away, for people. */
    static String text(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
