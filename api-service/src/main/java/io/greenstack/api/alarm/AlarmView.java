package io.greenstack.api.alarm;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.greenstack.descriptions.Sparse;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An alarm.
 *
 * @param id number of the alarm; later ones have larger numbers
 * @param deviceId the device
 * @param deviceName what people call it, absent if it has no name
 * @param alarm which alarm of the device it is: {@code event:} and the code, or {@code rule:}, its number, {@code :} and the parameter
 * @param kind what it comes from
 * @param priority how soon somebody has to act
 * @param state how far it is
 * @param standing whether what is wrong is still so
 * @param code code of the event, absent for rules
 * @param codeHex the same in hexadecimal, such as {@code 0x8CA0}
 * @param ruleId the rule, absent for events
 * @param ruleName name of the rule when the alarm came
 * @param parameter the parameter, absent if it is about the device as a whole
 * @param message what is wrong, in one sentence
 * @param value the value that was wrong, absent if there is none
 * @param detail its unit or status, absent if there is none
 * @param raisedAt when it came
 * @param raises how often it came; more than once when it went and came again within a short time
 * @param clearedAt when it went
 * @param acknowledgedAt when somebody acknowledged it
 * @param acknowledgedBy who
 * @param comment newest comment
 * @param shelvedUntil until when nobody wants to hear of it, absent if it is not shelved
 * @param shelvedBy who shelved it
 */
@RegisterForReflection
@Schema(name = "Alarm")
public record AlarmView(long id, String deviceId, String deviceName, String alarm, AlarmCause kind,
        AlarmPriority priority,
        AlarmStatus state, boolean standing, Integer code, String codeHex, Long ruleId, String ruleName,
        String parameter, String message, Double value, String detail, Instant raisedAt, int raises, Instant clearedAt,
        Instant acknowledgedAt, String acknowledgedBy, String comment, Instant shelvedUntil,
        String shelvedBy) implements Sparse {

    /** An alarm that there is not, to try whether people are told. */
    public static AlarmView trial(Instant now) {
        return new AlarmView(0, "trial", null, "event:0", AlarmCause.EVENT, AlarmPriority.LOW, AlarmStatus.ACTIVE, true,
                0, "0x0000", null, null, null, "This is a trial, nothing is wrong", null, null, now, 1, null, null,
                null,
                null, null, null);
    }
}
