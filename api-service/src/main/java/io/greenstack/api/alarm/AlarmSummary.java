package io.greenstack.api.alarm;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How many alarms are open.
 *
 * @param active there, and nobody has acknowledged them
 * @param acknowledged there and acknowledged
 * @param cleared gone, and nobody has acknowledged them
 * @param shelved nobody wants to hear of them for a while
 */
record AlarmSummary(Count active, Count acknowledged, Count cleared, Count shelved) {

    /**
     * How many there are, all together and of each priority.
     *
     * @param all all of them
     * @param urgent those of this priority
     * @param high those of this priority
     * @param medium those of this priority
     * @param low those of this priority
     */
    @RegisterForReflection
    record Count(long all, long urgent, long high, long medium, long low) {}
}
