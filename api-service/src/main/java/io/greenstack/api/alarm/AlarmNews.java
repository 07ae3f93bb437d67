package io.greenstack.api.alarm;

import java.util.List;

/**
 * What happened to alarms, told inside the transaction of the change.
 *
 * @param items in their order
 */
public record AlarmNews(List<Item> items) {

    /**
     * One change.
     *
     * @param alarmId the alarm
     * @param action what happened to it
     */
    public record Item(long alarmId, AlarmAction action) {}
}
