package io.greenstack.platform.deadletter;

import java.time.Duration;
import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How dead letters are kept. */
@ConfigMapping(prefix = "greenstack.dead-letters")
public interface DeadLetterSettings {

    /** About how many dead letters of a service are kept; the oldest go first. */
    @WithDefault("10000")
    int maxLength();

    /** The most octets of a payload that are kept. */
    @WithDefault("65536")
    int maxPayload();

    /** How often number and age of the stored dead letters are read for the metrics. */
    @WithDefault("15s")
    Duration refreshEvery();

    /** The services that may have dead letters and take replays of them. */
    @WithDefault("mqtt-bridge,influx-ingestion")
    List<String> services();

    /** Settings of replays. */
    Replay replay();

    /** How dead letters go back to their service. */
    interface Replay {

        /** The most messages of a service that may wait to be replayed. */
        @WithDefault("10000")
        int maxWaiting();

        /** How often a service looks for replays. */
        @WithDefault("1s")
        Duration every();

        /** The most messages that are replayed in one batch. */
        @WithDefault("100")
        int batch();

        /** Time after which a replay that could not be finished is tried again, by whichever replica comes first. */
        @WithDefault("30s")
        Duration retryAfter();

        /** How long the figures of a replay can be read. */
        @WithDefault("24h")
        Duration keepJobs();
    }
}
