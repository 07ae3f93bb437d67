package io.greenstack.api.command;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Commands to devices. */
@ConfigMapping(prefix = "greenstack.commands")
public interface CommandSettings {

    /** How long a command is kept. */
    @WithDefault("90d")
    Duration retention();

    /** Time between two looks for commands that are too old. */
    @WithDefault("1h")
    Duration pruneEvery();

    /** Most commands of one device that wait for their answer. */
    @WithDefault("1000")
    int maxOpen();

    /** How often time-outs, and receipts of which no announcement came, are looked for. */
    @WithDefault("1s")
    Duration every();

    /** Pause before a command that the broker has not acknowledged is handed to the queue again. */
    @WithDefault("10s")
    Duration resend();

    /** Pause before the next try while Redis or the database is away. */
    @WithDefault("2s")
    Duration retry();
}
