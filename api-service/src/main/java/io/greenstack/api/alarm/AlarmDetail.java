package io.greenstack.api.alarm;

import java.util.List;

/**
 * An alarm with its history.
 *
 * @param alarm the alarm
 * @param history what happened to it, oldest first; the newest 500
 */
record AlarmDetail(AlarmView alarm, List<AlarmEntry> history) {}
