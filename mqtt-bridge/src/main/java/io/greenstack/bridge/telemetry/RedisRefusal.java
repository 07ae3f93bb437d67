package io.greenstack.bridge.telemetry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.greenstack.common.redis.RedisErrors;

/**
 * Finds the script calls of a batch that Redis will never carry out. The client joins the errors of a batch into one, a
 * line {@code ERR [index] cause} each.
 */
final class RedisRefusal {

    private static final Pattern FAILED = Pattern.compile("^ERR \\[(\\d+)] ", Pattern.MULTILINE);
    private static final String REFUSED = "R";
    private static final String APPLIED = "A";

    private RedisRefusal() {}

    /** Whether Redis works, but will never take some of the data. */
    static boolean ofData(Throwable failure) {
        return !RedisErrors.isOutage(failure) && !RedisErrors.isScriptMissing(failure)
                && FAILED.matcher(failure.getMessage()).find();
    }

    /** The letter of each call of the batch: those that are not named in the failure were carried out. */
    static List<String> letters(Throwable failure, int calls) {
        List<String> letters = new ArrayList<>(Collections.nCopies(calls, APPLIED));
        Matcher failed = FAILED.matcher(failure.getMessage());
        while (failed.find()) {
            int index = Integer.parseInt(failed.group(1));
            if (index < calls) {
                letters.set(index, REFUSED);
            }
        }
        return letters;
    }
}
