package io.greenstack.api.platform;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

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

    /** Other times for some paths, written as {@code /api/search=5s} or {@code GET /api/devices/*}{@code /export=2m}. */
    Optional<List<String>> routeTimeouts();

    /** Origins of other sites whose pages may use the API, such as {@code https://example.org}. */
    Optional<List<String>> corsOrigins();

    /** Servers beside this one that the pages of the web UI may speak to; of each address the origin counts. */
    Optional<List<String>> connectSources();

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

    /** The most requests of each kind that wait for PostgreSQL at once; further ones are answered with 503. */
    AtOnce atOnce();

    /** Worker threads, of which there are 64. */
    interface AtOnce {

        /** Those that look something up. */
        @WithDefault("56")
        int reads();

        /** Those that make tables, packages and generated files. */
        @WithDefault("16")
        int exports();

        /** Those that change something. */
        @WithDefault("48")
        int writes();

        /** Those that bring files. */
        @WithDefault("24")
        int uploads();
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
