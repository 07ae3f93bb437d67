package io.greenstack.platform.redis;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
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

    private static final Pattern REFUSED = Pattern.compile("^ERR \\[(\\d+)] ", Pattern.MULTILINE);

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

    /**
     * The commands of a batch that Redis refused for good, by their index; the others were carried out. Empty if the
     * failure is an outage or a missing script: then nothing is known of any.
     */
    public static Set<Integer> refused(Throwable failure) {
        Set<Integer> indexes = new TreeSet<>();
        if (!isOutage(failure) && !isScriptMissing(failure)) {
            Matcher refused = REFUSED.matcher(text(failure));
            while (refused.find()) {
                indexes.add(Integer.valueOf(refused.group(1)));
            }
        }
        return indexes;
    }

    private static String text(Throwable failure) {
        return failure.getMessage() == null ? "" : failure.getMessage();
    }
}
