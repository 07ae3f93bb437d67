package io.greenstack.core.alarm;

import java.util.List;
import java.util.Objects;

/**
 * A rule as the bridge needs it. What its kind does not look at is null, 0 or empty.
 *
 * @param id number of the rule
 * @param kind what it looks at
 * @param parameter the parameter it looks at, null for all; rules of the device as a whole have none
 * @param low {@code RANGE}: values below it are wrong, in the unit of the value; null for no such limit
 * @param high {@code RANGE}: values above it are wrong; null for no such limit
 * @param described {@code RANGE}: the range that the description gives counts instead of limits
 * @param deadBand {@code RANGE}: how far a value has to come back behind the limit until it counts as right, 0 or more
 * @param change {@code RATE}: a larger change within {@code over} is wrong, in the unit of the value, above 0
 * @param over {@code RATE}, {@code DEAD_LETTERS}: the time that is looked at; {@code SILENCE}: how long a device may say nothing; ms
 * @param statuses {@code STATUS}: the statuses that are wrong, empty for any
 * @param count {@code DEAD_LETTERS}: so many within {@code over} are wrong, 1 or more
 * @param onDelay how long it has to be wrong until there is an alarm, ms
 * @param offDelay how long it has to be right again until the alarm is cleared, ms
 */
public record AlarmRule(long id, AlarmKind kind, String parameter, Double low, Double high, boolean described,
        double deadBand, double change, long over, List<String> statuses, int count, long onDelay, long offDelay) {

    public AlarmRule {
        Objects.requireNonNull(kind, "kind");
        statuses = statuses == null ? List.of() : List.copyOf(statuses);
    }

    /** Whether it looks at this parameter. */
    public boolean looksAt(String name) {
        return kind.ofValues() && (parameter == null || parameter.equals(name));
    }

    /**
     * Name of its state.
     *
     * @param name parameter of the value, null for a rule of the device as a whole
     */
    public String field(String name) {
        return id + ":" + (kind.ofValues() ? name : "");
    }
}
