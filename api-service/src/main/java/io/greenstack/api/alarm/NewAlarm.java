package io.greenstack.api.alarm;

import java.time.Instant;

/**
 * An alarm that comes.
 *
 * @param deviceId the device
 * @param key which alarm of the device it is, such as {@code event:36352} or {@code rule:17:temperature}
 * @param occurrence number of the occurrence; later ones of the same alarm have larger numbers
 * @param cause what it comes from
 * @param priority how soon somebody has to act
 * @param code code of the event, null for rules
 * @param ruleId the rule, null for events
 * @param ruleName its name, null for events
 * @param parameter the parameter, null if it is about the device as a whole
 * @param message what is wrong, in one sentence
 * @param value the value that was wrong, null if there is none
 * @param detail its unit or status, null if there is none
 * @param at when it came
 */
record NewAlarm(String deviceId, String key, long occurrence, AlarmCause cause, AlarmPriority priority, Integer code,
        Long ruleId, String ruleName, String parameter, String message, Double value, String detail, Instant at) {}
