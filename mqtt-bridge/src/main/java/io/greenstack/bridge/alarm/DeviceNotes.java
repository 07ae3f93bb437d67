package io.greenstack.bridge.alarm;

import java.time.DateTimeException;
import java.time.Instant;

import io.greenstack.core.alarm.AlarmVerdict;
import io.vertx.redis.client.Response;

/**
 * What is noted of the connection of a device.
 *
 * @param state {@code connected} or {@code disconnected}, null if it never said
 * @param since when that began, ms since 1970, 0 if that is not known
 * @param lastSeen newest message, ms since 1970, 0 if it was never heard of
 */
record DeviceNotes(String state, long since, long lastSeen) {

    /** How long after a goodbye messages may still arrive that were sent before. */
    private static final long AFTERMATH = 10_000;

    static DeviceNotes of(Response fields) {
        return new DeviceNotes(text(fields.get(0)), time(text(fields.get(1))), number(text(fields.get(2))));
    }

    /** Whether a device says nothing for too long; one that was never heard of is not there yet, and not silent. */
    AlarmVerdict silence(long limit, long now) {
        if (lastSeen == 0) {
            return AlarmVerdict.NOTHING;
        }
        return now - lastSeen >= limit ? AlarmVerdict.WRONG : AlarmVerdict.RIGHT;
    }

    /** Whether it said goodbye, itself, by its last will or by its master, and was not heard of since. */
    AlarmVerdict disconnected() {
        if (state == null) {
            return lastSeen == 0 ? AlarmVerdict.NOTHING : AlarmVerdict.RIGHT;
        }
        boolean heardAfter = since > 0 && lastSeen > since + AFTERMATH;
        return "disconnected".equals(state) && !heardAfter ? AlarmVerdict.WRONG : AlarmVerdict.RIGHT;
    }

    private static String text(Response field) {
        return field == null ? null : field.toString();
    }

    private static long time(String text) {
        try {
            return text == null ? 0 : Instant.parse(text).toEpochMilli();
        } catch (DateTimeException e) {
            return 0;
        }
    }

    private static long number(String text) {
        try {
            return text == null ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
