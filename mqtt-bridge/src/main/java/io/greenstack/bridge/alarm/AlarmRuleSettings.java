package io.greenstack.bridge.alarm;

import java.time.Duration;
import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the bridge evaluates alarm rules. */
@ConfigMapping(prefix = "greenstack.alarms")
interface AlarmRuleSettings {

    /** The most changes that wait for the api-service; beyond them alarms come and go later. */
    @WithDefault("100000")
    int maxWaiting();

    /** Time between two looks at what depends on the passing of time: delays, silence, dead letters. */
    @WithDefault("1s")
    Duration lookEvery();

    /** Least time between two counts of dead letters. */
    @WithDefault("5s")
    Duration countEvery();

    /** How long a bridge may be silent before another one looks in its place. */
    @WithDefault("10s")
    Duration lease();

    /** Time between two looks whether an announcement of changed rules got lost. */
    @WithDefault("30s")
    Duration recheckRules();

    /** Services whose dead letters count. */
    @WithDefault("mqtt-bridge,influx-ingestion")
    List<String> deadLetterServices();
}
