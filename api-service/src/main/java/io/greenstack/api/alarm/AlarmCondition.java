package io.greenstack.api.alarm;

import java.util.List;

import io.greenstack.descriptions.Sparse;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * When a rule makes an alarm. Each kind of rule takes some of the members. Times are texts such as {@code 500ms}, {@code 30s},
 * {@code 5m} or {@code 2h}.
 *
 * @param parameter {@code range}, {@code rate}, {@code status}: the parameter, as the live view calls it; absent for all, which a
 *        range with limits and a rate do not allow
 * @param low {@code range}: values below it are wrong, in the unit of the value; truth values count as 1 and 0
 * @param high {@code range}: values above it are wrong
 * @param described {@code range}: true if the range that the description gives counts, instead of limits
 * @param deadBand {@code range}: how far a value has to come back behind the limit until it is right; 0 or more
 * @param change {@code rate}: a larger change within {@code over} is wrong; above 0
 * @param over {@code rate}: 1s to 24h; {@code dead_letters}: 10s to 24h; {@code silence}: how long a device may say nothing, 5s to 168h
 * @param statuses {@code status}: the statuses that are wrong, such as {@code no_data}; absent for any
 * @param count {@code dead_letters}: so many within {@code over} are wrong; 1 to 1,000
 * @param onDelay how long it has to be wrong until there is an alarm, at most 24h; absent: at once
 * @param offDelay how long it has to be right again until the alarm goes, at most 24h; absent: 5s
 */
@RegisterForReflection
record AlarmCondition(String parameter, Double low, Double high, Boolean described, Double deadBand, Double change,
        String over, List<String> statuses, Integer count, String onDelay, String offDelay) implements Sparse {

    static final AlarmCondition NONE = new AlarmCondition(null, null, null, null, null, null, null, null, null, null,
            null);
}
