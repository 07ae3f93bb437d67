package io.greenstack.api.alarm;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.greenstack.core.alarm.AlarmKind;
import io.greenstack.descriptions.Sparse;

/**
 * A rule.
 *
 * @param id its number
 * @param name what it is called in alarms
 * @param enabled whether it makes alarms
 * @param kind what it looks at
 * @param priority of its alarms
 * @param scope the devices it holds for
 * @param condition when there is an alarm
 * @param comment why there is such a rule, absent if nobody said
 * @param standing how many of its alarms are standing now
 * @param createdAt when it was made
 * @param createdBy who made it
 * @param updatedAt when it was last changed
 * @param updatedBy who changed it
 */
@Schema(name = "AlarmRule")
record AlarmRuleView(long id, String name, boolean enabled, AlarmKind kind, AlarmPriority priority, AlarmScope scope,
        AlarmCondition condition, String comment, long standing, Instant createdAt, String createdBy, Instant updatedAt,
        String updatedBy) implements Sparse {}
