package io.greenstack.api.health;

import java.sql.Connection;
import java.time.Duration;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.greenstack.platform.health.CachedProbe;
import io.greenstack.platform.health.DependencyProbe;
import io.greenstack.platform.health.DependencyState;

/** PostgreSQL: without it the API can answer nothing. */
@ApplicationScoped
public class DatabaseProbe implements DependencyProbe {

    /** Name of the dependency. */
    public static final String NAME = "database";
    private static final int SECONDS = 2;

    private final CachedProbe probe;

    @Inject
    public DatabaseProbe(DataSource dataSource) {
        this.probe = new CachedProbe(NAME, Duration.ofSeconds(1), () -> check(dataSource));
    }

    private static DependencyState check(DataSource dataSource) throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(SECONDS) ? DependencyState.up(NAME) : DependencyState.down(NAME, "no answer");
        }
    }

    @Override
    public DependencyState state() {
        return probe.state();
    }
}
