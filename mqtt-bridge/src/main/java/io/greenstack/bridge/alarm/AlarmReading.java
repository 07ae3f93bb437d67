package io.greenstack.bridge.alarm;

import java.util.List;

/**
 * What a message says of a device, for its rules.
 *
 * @param deviceId the device
 * @param time when it was measured, ms since 1970
 * @param values the values
 */
public record AlarmReading(String deviceId, long time, List<Value> values) {

    /**
     * A value.
     *
     * @param parameter its name in the live view
     * @param number the value as a number, NaN if it is none
     * @param unit its unit, null if none
     * @param status why it is no ordinary value, null if it is one
     */
    public record Value(String parameter, double number, String unit, String status) {}
}
