package io.greenstack.core.alarm;

import java.util.List;

/**
 * The rules that hold for one device. Devices for which the same rules hold can share one.
 *
 * @param rules all of them
 * @param ofValues those that look at values
 * @param ofDevice those that look at the device as a whole
 */
public record AlarmRuleSet(List<AlarmRule> rules, List<AlarmRule> ofValues, List<AlarmRule> ofDevice) {

    /** The most rules that hold for a device. */
    public static final int MOST = 200;

    /** A set of rules. */
    public static AlarmRuleSet of(List<AlarmRule> rules) {
        return new AlarmRuleSet(List.copyOf(rules), rules.stream().filter(rule -> rule.kind().ofValues()).toList(),
                rules.stream().filter(rule -> !rule.kind().ofValues()).toList());
    }

    /** Whether a rule looks at a kind of thing. */
    public boolean has(AlarmKind kind) {
        return rules.stream().anyMatch(rule -> rule.kind() == kind);
    }
}
