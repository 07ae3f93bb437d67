package io.greenstack.api.platform;

import java.time.Duration;
import java.util.List;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of the HTTP surface. */
@ConfigMapping(prefix = "greenstack.http")
public interface HttpSettings {

    /** Largest request body, also of uploads; a larger one is answered with 413. */
    @WithDefault("10M")
    MemorySize maxBodySize();

    /** Time after which a request is answered with 504 and its work is interrupted. */
    @WithDefault("30s")
    Duration requestTimeout();

    /** Most items on one page of a list. */
    @WithDefault("500")
    int maxPageSize();

    /** The most octets of files that wait for the clients that asked for them; beyond it 503. */
    @WithDefault("64M")
    MemorySize heldFiles();

    /** The most worker threads that wait for each part which may hang; further requests are answered with 503. */
    Waiting waiting();

    /** Worker threads, of which there are 64. */
    interface Waiting {

        /** Those that wait for PostgreSQL. */
        @WithDefault("56")
        int database();

        /** Those that wait for Redis. */
        @WithDefault("16")
        int redis();
    }

    /** Requests that bring more than others and take longer: the uploads of import jobs. */
    LargeUploads largeUploads();

    /** Limits of large uploads. */
    interface LargeUploads {

        /** Paths that they may be sent to. */
        @WithDefault("/api/imports,/api/iodd/import,/api/eds/import")
        List<String> paths();

        /** Largest request body. */
        @WithDefault("2G")
        MemorySize maxBodySize();

        /** Time for sending it. */
        @WithDefault("30m")
        Duration requestTimeout();
    }
}
