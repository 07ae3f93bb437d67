package io.greenstack.api.alarm;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Durations;
import io.greenstack.core.alarm.AlarmKind;
import io.greenstack.core.alarm.AlarmRule;

/** Makes the rules that the bridge evaluates of what people say, and refuses what no rule of the kind looks at. */
final class AlarmCompiler {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration WEEK = Duration.ofHours(168);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration OFF_DELAY = Duration.ofSeconds(5);
    private static final int MOST_COUNTED = 1_000;
    private static final int MOST_STATUSES = 20;
    private static final int LONGEST_NAME = 160;

    private AlarmCompiler() {}

    /**
     * A rule.
     *
     * @throws ApiException 400 naming the member that is wrong, missing or of another kind
     */
    static AlarmRule compile(long id, AlarmKind kind, AlarmCondition given) {
        AlarmCondition c = given == null ? AlarmCondition.NONE : given;
        refuseOthers(kind, c);
        boolean described = Boolean.TRUE.equals(c.described());
        switch (kind) {
            case RANGE -> range(c, described);
            case RATE -> {
                need(c.parameter() != null, "parameter", "the parameter is needed");
                need(c.change() != null && c.change() > 0 && Double.isFinite(c.change()), "change",
                        "a number above 0 is needed");
            }
            case DEAD_LETTERS -> need(c.count() == null || c.count() >= 1 && c.count() <= MOST_COUNTED, "count",
                    "a number from 1 to " + MOST_COUNTED + " is needed");
            default -> {
                // Nothing more is needed.
            }
        }
        need(c.parameter() == null || !c.parameter().isBlank() && c.parameter().length() <= LONGEST_NAME, "parameter",
                "a name of 1 to " + LONGEST_NAME + " characters is needed");
        List<String> statuses = c.statuses() == null ? List.of() : c.statuses();
        need(statuses.size() <= MOST_STATUSES && statuses.stream()
                .allMatch(status -> status != null && !status.isBlank() && status.length() <= LONGEST_NAME), "statuses",
                "at most " + MOST_STATUSES + " texts such as no_data are needed");
        return new AlarmRule(id, kind, c.parameter(), c.low(), c.high(), described, zero(c.deadBand()),
                zero(c.change()), over(kind, c), statuses,
                kind == AlarmKind.DEAD_LETTERS && c.count() == null ? 1 : c.count() == null ? 0 : c.count(),
                delay("on_delay", c.onDelay(), Duration.ZERO), delay("off_delay", c.offDelay(), OFF_DELAY));
    }

    private static void range(AlarmCondition c, boolean described) {
        boolean limits = c.low() != null || c.high() != null;
        need(described != limits, "described", "either limits, low or high, are needed, or described=true");
        need(described || c.parameter() != null, "parameter", "limits need the parameter that they are for");
        need(c.low() == null || Double.isFinite(c.low()), "low", "a number is needed");
        need(c.high() == null || Double.isFinite(c.high()), "high", "a number is needed");
        need(c.low() == null || c.high() == null || c.low() <= c.high(), "low", "it must not be above high");
        double band = zero(c.deadBand());
        need(band >= 0 && Double.isFinite(band) && (!described || band == 0), "dead_band",
                described ? "it needs limits" : "a number of 0 or more is needed");
        need(c.low() == null || c.high() == null || c.low() + band <= c.high() - band, "dead_band",
                "no value would be right again: it is more than half of the range");
    }

    private static long over(AlarmKind kind, AlarmCondition c) {
        return switch (kind) {
            case RATE -> required(c.over(), SECOND, DAY);
            case DEAD_LETTERS -> c.over() == null
                    ? Duration.ofMinutes(10).toMillis()
                    : required(c.over(), Duration.ofSeconds(10), DAY);
            case SILENCE -> required(c.over(), Duration.ofSeconds(5), WEEK);
            default -> 0;
        };
    }

    private static long required(String text, Duration min, Duration max) {
        need(text != null && !text.isBlank(), "over", "a time such as 30s, 5m or 2h is needed");
        return Durations.read("condition.over", text, null, min, max).toMillis();
    }

    private static long delay(String name, String text, Duration otherwise) {
        return Durations.read("condition." + name, text, otherwise, Duration.ZERO, DAY).toMillis();
    }

    private static void refuseOthers(AlarmKind kind, AlarmCondition c) {
        TreeMap<String, Object> given = new TreeMap<>();
        given.put("parameter", c.parameter());
        given.put("low", c.low());
        given.put("high", c.high());
        given.put("described", c.described());
        given.put("dead_band", c.deadBand());
        given.put("change", c.change());
        given.put("over", c.over());
        given.put("statuses", c.statuses());
        given.put("count", c.count());
        Set<String> known = switch (kind) {
            case RANGE -> Set.of("parameter", "low", "high", "described", "dead_band");
            case RATE -> Set.of("parameter", "change", "over");
            case STATUS -> Set.of("parameter", "statuses");
            case SILENCE -> Set.of("over");
            case DISCONNECTED -> Set.of();
            case DEAD_LETTERS -> Set.of("count", "over");
        };
        given.forEach((name, value) -> need(value == null || known.contains(name), name,
                "a rule of kind " + kind.token() + " does not look at it"));
    }

    private static void need(boolean right, String name, String what) {
        if (!right) {
            throw ApiException.invalidParameter("condition." + name, what);
        }
    }

    private static double zero(Double number) {
        return number == null ? 0 : number;
    }
}
