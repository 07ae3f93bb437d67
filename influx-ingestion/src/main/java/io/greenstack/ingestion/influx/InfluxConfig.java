package io.greenstack.ingestion.influx;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The time-series store that is written to. */
@ConfigMapping(prefix = "greenstack.influx")
interface InfluxConfig {

    /** Address of InfluxDB 2, or of a server that accepts its writes. */
    String url();

    /** API token with write access to the bucket; unset where the server needs none. */
    Optional<String> token();

    /** File with the token; it is read again while the service runs, so the token can be changed. Counts before {@link #token}. */
    Optional<Path> tokenFile();

    /** Whether requests are compressed; {@code AUTO} does it for stores on other machines. */
    @WithDefault("AUTO")
    Compression compression();

    /** How values lie in the store. */
    @WithDefault("AUTO")
    PointLayout layout();

    /** How history is read: {@code influxdb} or {@code questdb}. */
    @WithDefault("influxdb")
    String readAs();

    /** Organisation, name or id. */
    String org();

    /** Bucket. */
    String bucket();

    /** Longest time for opening a connection. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** Longest time for one request from start to end. */
    @WithDefault("10s")
    Duration callTimeout();

    /** How long the bucket keeps points; what is older is refused before it is sent. Zero if it keeps them for ever. */
    @WithDefault("0s")
    Duration retention();

    /** When requests are compressed. */
    enum Compression {
        /** When the store is not on this machine. */
        AUTO,
        /** Always. */
        ALWAYS,
        /** Never. */
        NEVER
    }

    /** Most points in one request. */
    @WithDefault("5000")
    int maxLines();

    /** Most distinct parameters a device may have; protects the store's index. */
    @WithDefault("1000")
    int maxParametersPerDevice();
}
