package io.greenstack.edge.api;

import java.time.Duration;

import jakarta.inject.Singleton;

import io.greenstack.platform.health.CachedProbe;

/** The api-service. Without it registrations wait at the broker and everything else goes on, so it is not required. */
@Singleton
public class ApiDependency extends CachedProbe {

    /** Name of the dependency. */
    public static final String NAME = "api";

    ApiDependency(EdgeApiClient api) {
        super(NAME, false, Duration.ofSeconds(5), api::probe);
    }
}
