package io.greenstack.api.alarm;

import java.time.Instant;

/**
 * Which alarms are wanted; a member that is null does not matter.
 *
 * @param deviceId the device
 * @param label key, or key and value with {@code =} between, of a label of the device
 * @param state how far they are
 * @param open true for all that are not closed, false for those that are
 * @param priority the least priority
 * @param kind what they come from
 * @param ruleId the rule
 * @param text part of the message, of the id or of the name of the device, in any letter case
 * @param from the earliest time at which they came
 * @param to the first time that is too late
 */
record AlarmFilter(String deviceId, String label, AlarmStatus state, Boolean open, AlarmPriority priority,
        AlarmCause kind, Long ruleId, String text, Instant from, Instant to) {}
