package io.greenstack.common.redis;

import java.util.regex.Pattern;

import io.vertx.redis.client.impl.types.ErrorType;

/**
 * Tells failures of Redis from answers of Redis. The client joins the errors of a batch into one text, a line each.
 */
public final class RedisErrors {

    private static final Pattern UNABLE = Pattern
            .compile("\\b(OOM|READONLY|LOADING|MISCONF|MASTERDOWN|CLUSTERDOWN|TRYAGAIN"
                    + "|NOREPLICAS|BUSY|NOAUTH|NOPERM|WRONGPASS|UNKILLABLE|MOVED|ASK)\\b");
    private static final Pattern NO_SCRIPT = Pattern.compile("\\bNOSCRIPT\\b");

    private RedisErrors() {}

    /**
     * Whether Redis cannot be used now: no connection, no answer in time, or an answer that says that it takes no writes,
     * is loading, or wants another password. An error answer that is about the command itself is none: Redis works.
     */
    public static boolean isOutage(Throwable failure) {
        return !(failure instanceof ErrorType) || UNABLE.matcher(text(failure)).find();
    }

    /** Whether Redis does not know a script (any more); it has to be loaded. */
    public static boolean isScriptMissing(Throwable failure) {
        return failure instanceof ErrorType && NO_SCRIPT.matcher(text(failure)).find();
    }

    private static String text(Throwable failure) {
        return failure.getMessage() == null ? "" : failure.getMessage();
    }
}
