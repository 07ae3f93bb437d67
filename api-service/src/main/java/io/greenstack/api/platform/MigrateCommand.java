package io.greenstack.api.platform;

import org.jboss.logging.Logger;

import io.quarkus.runtime.QuarkusApplication;

/** Brings the database to the version of this program and ends: a job before a roll-out. */
public final class MigrateCommand implements QuarkusApplication {

    /** The argument that asks for it. */
    public static final String NAME = "migrate";

    private static final Logger LOG = Logger.getLogger(MigrateCommand.class);

    /** Flyway has run when the application has started; where it failed, this is never reached. */
    @Override
    public int run(String... arguments) {
        LOG.info("The database is up to date.");
        return 0;
    }
}
