package io.greenstack.api.audit;

import java.time.Duration;
import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The audit log. */
@ConfigMapping(prefix = "greenstack.audit")
public interface AuditSettings {

    /** How long an entry is kept. */
    @WithDefault("365d")
    Duration retention();

    /** Time between two looks for entries that are too old. */
    @WithDefault("1h")
    Duration pruneEvery();

    /** Paths that only the services of the suite write to, with what devices say: no deeds of people. */
    @WithDefault("/api/events/batch,/api/shadows/reports,/api/devices/register,/api/commands/responses")
    List<String> machinePaths();
}
