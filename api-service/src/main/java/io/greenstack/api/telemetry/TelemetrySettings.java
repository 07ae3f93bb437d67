package io.greenstack.api.telemetry;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Live values and history. */
@ConfigMapping(prefix = "greenstack.telemetry")
interface TelemetrySettings {

    /** Which time-series store holds the history. */
    @WithDefault("INFLUXDB")
    Store store();

    /** Age after which the newest reading of a device counts as stale. */
    @WithDefault("60s")
    Duration staleAfter();

    /** Most points that one history request answers. */
    @WithDefault("50000")
    int maxPoints();

    /** Most history requests that are worked on at once; further ones are answered with 503. */
    @WithDefault("16")
    int maxAtOnce();

    /** Most readings that are read for one history request whose function the store does not have. */
    @WithDefault("500000")
    int maxReduced();

    /** Most such requests that are worked on at once. */
    @WithDefault("4")
    int maxReducersAtOnce();

    /** Most readings of one export. */
    @WithDefault("10000000")
    int maxExported();

    /** Address and access of the store. */
    Influx influx();

    /** Live streams. */
    Stream stream();

    /** The supported stores. */
    enum Store {
        /** InfluxDB 2, asked with Flux. */
        INFLUXDB,
        /** InfluxDB 3, asked with SQL over HTTP. */
        INFLUXDB3,
        /** QuestDB, asked with SQL over HTTP. */
        QUESTDB
    }

    /** Address and access of the store. */
    interface Influx {

        /** Base address. */
        @WithDefault("http://localhost:8086")
        String url();

        /** Access token. */
        Optional<String> token();

        /** File with the token, which counts before {@link #token} and is read again while the service runs. */
        Optional<Path> tokenFile();

        /** Organisation. */
        @WithDefault("greenstack")
        String org();

        /** Bucket. */
        @WithDefault("device-telemetry")
        String bucket();

        /** Longest wait for an answer. */
        @WithDefault("5s")
        Duration timeout();
    }

    /** Live streams. */
    interface Stream {

        /** Pause after which a comment keeps the connection of a silent device open. */
        @WithDefault("15s")
        Duration heartbeat();

        /** Readings that wait for a slow viewer; while as many do, further ones are dropped. */
        @WithDefault("64")
        int buffer();

        /** Most viewers at a time. */
        @WithDefault("500")
        int maxViewers();
    }
}
