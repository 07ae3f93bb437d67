package io.greenstack.core.alarm;

/**
 * An alarm comes or goes.
 *
 * @param raised whether it comes
 * @param occurrence number of the alarm; both changes of one have the same
 * @param at when, by the time of the observation
 * @param value the value that was wrong, NaN if none
 * @param detail its unit, or its status; may be empty
 */
public record AlarmChange(boolean raised, long occurrence, long at, double value, String detail) {}
