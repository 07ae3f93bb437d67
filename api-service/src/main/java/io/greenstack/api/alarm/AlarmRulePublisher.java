package io.greenstack.api.alarm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;

import io.greenstack.api.device.DeviceEvents;
import io.greenstack.platform.background.BackgroundBean;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Brings to Redis which rules hold for which devices: of all devices at start, when a rule changed, when Redis lost them and now and
 * then anyway; of single ones when they changed. Of several replicas one does so at a time, so that the newest state is written last.
 * Where a rule does not hold any more, its alarms are cleared.
 */
@Singleton
class AlarmRulePublisher extends BackgroundBean {

    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration ALL_EVERY = Duration.ofMinutes(10);
    private static final int AT_ONCE = 500;
    private static final int MOST_SINGLE = 5_000;

    private final DeviceRules devices;
    private final PublishedRules published;
    private final AlarmWriter alarms;
    private final Clock clock;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private volatile boolean all = true;
    private Instant allAt = Instant.EPOCH;
    /** After a failure nobody knows which announcements were made. */
    private boolean failed;

    AlarmRulePublisher(DeviceRules devices, PublishedRules published, AlarmWriter alarms, AlarmSettings settings,
            Clock clock) {
        super("alarm-rule-publisher", settings.recheck(), RETRY);
        this.devices = devices;
        this.published = published;
        this.alarms = alarms;
        this.clock = clock;
    }

    void onRules(@Observes(during = TransactionPhase.AFTER_SUCCESS) AlarmRuleService.RulesChanged event) {
        all = true;
        wake();
    }

    void onChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeviceEvents.Changed event) {
        changed(event.deviceIds());
    }

    void onDeleted(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeviceEvents.Deleted event) {
        changed(event.deviceIds());
    }

    private void changed(Collection<String> deviceIds) {
        if (changed.size() + deviceIds.size() > MOST_SINGLE) {
            all = true;
        } else {
            changed.addAll(deviceIds);
        }
        wake();
    }

    @Override
    protected void run() {
        boolean lost = published.lost();
        Set<String> some = new HashSet<>(changed);
        boolean everything = lost || all || allAt.plus(ALL_EVERY).isBefore(clock.instant());
        changed.removeAll(some);
        all = false;
        try {
            if (everything) {
                QuarkusTransaction.requiringNew().timeout(300).run(() -> publishAll(lost));
                allAt = clock.instant();
            } else if (!some.isEmpty()) {
                QuarkusTransaction.requiringNew().run(() -> publish(some));
            }
        } catch (RuntimeException e) {
            all = true;
            failed = true;
            throw e;
        }
    }

    private void publishAll(boolean lost) {
        devices.lock();
        Set<String> before = published.devices();
        List<String> ids = devices.idsAfter("", AT_ONCE);
        while (!ids.isEmpty()) {
            published.write(devices.documents(ids), lost);
            before.removeAll(ids);
            ids = devices.idsAfter(ids.get(ids.size() - 1), AT_ONCE);
        }
        published.write(devices.documents(List.copyOf(before)), lost);
        alarms.clearOrphans();
        if (lost) {
            published.restore(devices.standing());
        }
        if (lost || failed) {
            published.done();
            failed = false;
        }
    }

    private void publish(Set<String> ids) {
        devices.lock();
        published.write(devices.documents(List.copyOf(ids)), false);
        alarms.clearOrphans();
    }
}
