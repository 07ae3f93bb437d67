package io.greenstack.api.alarm;

import java.time.Clock;
import java.time.Instant;

import jakarta.inject.Singleton;

import io.greenstack.platform.background.BackgroundBean;

/** Forgets alarms that went long ago, a part at a time. What is standing is kept. */
@Singleton
class AlarmPruner extends BackgroundBean {

    private final AlarmWriter alarms;
    private final AlarmSettings settings;
    private final Clock clock;

    AlarmPruner(AlarmWriter alarms, AlarmSettings settings, Clock clock) {
        super("alarm-pruner", settings.pruneEvery(), settings.pruneEvery());
        this.alarms = alarms;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected void run() {
        Instant now = clock.instant();
        repeat(() -> alarms.prune(now.minus(settings.retention()), now));
    }
}
