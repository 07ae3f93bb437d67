package io.greenstack.api.alarm;

import java.time.Duration;
import java.util.Set;

import io.greenstack.core.message.EventMessage;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Alarms. */
@ConfigMapping(prefix = "greenstack.alarms")
public interface AlarmSettings {

    /** How long an alarm is kept after it went. */
    @WithDefault("365d")
    Duration retention();

    /** Time between two looks for alarms that are too old. */
    @WithDefault("1h")
    Duration pruneEvery();

    /** Types of events of which there are alarms. */
    @WithDefault("warning,error")
    Set<EventMessage.Type> eventTypes();

    /** An alarm that comes again so soon after it went is the same one. */
    @WithDefault("10s")
    Duration sameWithin();

    /** Time between two looks for alarms of which no announcement came. */
    @WithDefault("10s")
    Duration intakeEvery();

    /** How often it is checked whether Redis still has the rules; when it lost them, all are written anew. */
    @WithDefault("30s")
    Duration recheck();
}
