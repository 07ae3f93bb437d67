package io.greenstack.api.alarm;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.greenstack.core.alarm.AlarmKind;

/**
 * A rule as people say it.
 *
 * @param name what it is called in alarms, 1 to 200 characters
 * @param enabled whether it makes alarms; absent: true
 * @param kind what it looks at
 * @param priority of its alarms; absent: medium
 * @param scope the devices it holds for; absent: all
 * @param condition when there is an alarm
 * @param comment why there is such a rule, 1,000 characters at most
 */
record AlarmRuleRequest(@NotBlank @Size(max = 200) String name, Boolean enabled, @NotNull AlarmKind kind,
        AlarmPriority priority, AlarmScope scope, AlarmCondition condition, @Size(max = 1_000) String comment) {

    boolean isEnabled() {
        return !Boolean.FALSE.equals(enabled);
    }

    AlarmPriority priorityOrMedium() {
        return priority == null ? AlarmPriority.MEDIUM : priority;
    }

    AlarmScope scopeOrAll() {
        return scope == null ? AlarmScope.EVERYTHING : scope;
    }

    AlarmCondition conditionOrNone() {
        return condition == null ? AlarmCondition.NONE : condition;
    }
}
