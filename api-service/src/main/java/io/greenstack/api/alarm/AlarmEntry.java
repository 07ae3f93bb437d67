package io.greenstack.api.alarm;

import java.time.Instant;

import io.greenstack.descriptions.Sparse;

/**
 * What happened to an alarm.
 *
 * @param at when
 * @param action what
 * @param who name of the key, or {@code system}
 * @param comment why, absent if nothing was said
 * @param until until when it is shelved, absent for everything else
 */
record AlarmEntry(Instant at, AlarmAction action, String who, String comment, Instant until) implements Sparse {

    /** Who does what nobody has asked for. */
    static final String SYSTEM = "system";
}
