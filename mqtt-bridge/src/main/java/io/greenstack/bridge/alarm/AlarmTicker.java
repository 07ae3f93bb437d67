package io.greenstack.bridge.alarm;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.core.alarm.AlarmEvaluator;
import io.greenstack.core.alarm.AlarmKind;
import io.greenstack.core.alarm.AlarmRule;
import io.greenstack.core.alarm.AlarmRuleSet;
import io.greenstack.core.alarm.AlarmState;
import io.greenstack.core.alarm.AlarmStep;
import io.greenstack.core.alarm.AlarmVerdict;
import io.greenstack.platform.background.BackgroundTask;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Looks at what depends on the passing of time: delays that end without another message, silence, devices that are gone, dead letters.
 * One bridge at a time does; another one takes over when its lease runs out.
 */
@Singleton
class AlarmTicker {

    private static final Logger LOG = Logger.getLogger(AlarmTicker.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration WITHOUT_RULES = Duration.ofSeconds(5);
    private static final Duration PUT_OFF = Duration.ofSeconds(10);
    private static final Duration WHILE_WRONG = Duration.ofSeconds(2);
    private static final Duration OTHERWISE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 300;

    private final AlarmRules rules;
    private final AlarmStates states;
    private final AlarmDue due;
    private final NewDeadLetters letters;
    private final Clock clock;
    private final AlarmRuleSettings settings;
    private final BackgroundTask task = new BackgroundTask("alarm-ticker", this::look, PAUSE);
    private Map<String, AlarmRuleSet> scheduled = Map.of();
    private long counted;

    AlarmTicker(AlarmRules rules, AlarmStates states, AlarmDue due, NewDeadLetters letters, Clock clock,
            AlarmRuleSettings settings) {
        this.rules = rules;
        this.states = states;
        this.due = due;
        this.letters = letters;
        this.clock = clock;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        task.start(settings.lookEvery(), WITHOUT_RULES, () -> !rules.none());
    }

    /** Before Redis is taken down; another bridge need not wait for the lease to run out. */
    void stop(@Observes @Priority(250) ShutdownEvent event) {
        task.stop();
        try {
            due.release();
        } catch (RuntimeException e) {
            LOG.debugf("The lease runs out by itself: %s", e.getMessage());
        }
    }

    private void look() {
        AlarmDue.Lease lease = rules.none() ? AlarmDue.Lease.OTHER : due.lease();
        if (lease == AlarmDue.Lease.OTHER) {
            scheduled = Map.of();
            return;
        }
        long now = clock.millis();
        if (lease == AlarmDue.Lease.NEW) {
            scheduled = Map.of();
            letters.reset();
            counted = 0;
        }
        schedule(now);
        count(now);
        int taken = AT_ONCE;
        while (taken == AT_ONCE && !task.stopped()) {
            long until = now + PUT_OFF.toMillis();
            List<AlarmDue.Notes> notes = due.take(now, until, AT_ONCE);
            taken = notes.size();
            look(notes, now, until);
        }
    }

    /** Devices whose rules are new are looked at once; from then on each look says when the next one is. */
    private void schedule(long now) {
        Map<String, AlarmRuleSet> all = rules.all();
        if (scheduled == all) {
            return;
        }
        List<String> ids = new ArrayList<>();
        Map<String, AlarmRuleSet> before = scheduled;
        all.forEach((id, set) -> {
            if (!set.ofDevice().isEmpty() && before.get(id) != set) {
                ids.add(id);
            }
        });
        due.add(ids, now);
        scheduled = all;
    }

    private void count(long now) {
        if (now - counted < settings.countEvery().toMillis()) {
            return;
        }
        Set<String> some = letters.read(now);
        due.add(some, now);
        counted = now;
    }

    private void look(List<AlarmDue.Notes> notes, long now, long until) {
        List<AlarmUpdate> updates = new ArrayList<>(notes.size());
        Map<String, Long> next = new HashMap<>();
        for (AlarmDue.Notes device : notes) {
            AlarmRuleSet set = rules.of(device.deviceId());
            AlarmUpdate update = new AlarmUpdate(device.deviceId(), device.states());
            next.put(device.deviceId(), set == null ? 0 : look(set, device, update, now));
            updates.add(update);
        }
        // Somebody else changed them just now, and said when they are due if that is sooner.
        states.write(updates).forEach(update -> next.put(update.deviceId(),
                now + PAUSE.toMillis()));
        due.finish(until, next);
    }

    /** Evaluates the rules of a device; answers when to look next, 0 for never. */
    private long look(AlarmRuleSet set, AlarmDue.Notes device, AlarmUpdate update, long now) {
        long next = 0;
        for (AlarmRule rule : set.ofDevice()) {
            observe(rule, device, update, now);
            next = earlier(next, nextLook(rule, device, update.state(rule, null), now));
        }
        for (AlarmRule rule : set.ofValues()) {
            String prefix = rule.field("");
            for (String field : device.states().keySet()) {
                if (field.startsWith(prefix)) {
                    String parameter = field.substring(prefix.length());
                    update.take(rule, parameter, AlarmEvaluator.tick(rule, update.state(rule, parameter), now));
                    next = earlier(next, update.state(rule, parameter).due());
                }
            }
        }
        return next;
    }

    private void observe(AlarmRule rule, AlarmDue.Notes device, AlarmUpdate update, long now) {
        int count = rule.kind() == AlarmKind.DEAD_LETTERS ? letters.since(device.deviceId(), now - rule.over()) : 0;
        AlarmVerdict verdict = switch (rule.kind()) {
            case SILENCE -> device.connection().silence(rule.over(), now);
            case DISCONNECTED -> device.connection().disconnected();
            default -> count >= rule.count() ? AlarmVerdict.WRONG : AlarmVerdict.RIGHT;
        };
        AlarmState state = update.state(rule, null);
        AlarmStep passed = AlarmEvaluator.tick(rule, state, now);
        update.take(rule, null, passed);
        update.take(rule, null, AlarmEvaluator.observe(rule, passed.state(), verdict,
                rule.kind() == AlarmKind.DEAD_LETTERS ? count : Double.NaN, "", now, now));
    }

    private static long nextLook(AlarmRule rule, AlarmDue.Notes device, AlarmState state, long now) {
        if (state.phase() == AlarmState.Phase.NORMAL) {
            return switch (rule.kind()) {
                case SILENCE -> device.connection().lastSeen() == 0
                        ? now + Math.min(rule.over(), OTHERWISE.toMillis())
                        : Math.max(now + 1, device.connection().lastSeen() + rule.over());
                case DISCONNECTED -> now + OTHERWISE.toMillis();
                default -> 0;
            };
        }
        return state.due() > 0 ? Math.min(state.due(), now + WHILE_WRONG.toMillis()) : now + WHILE_WRONG.toMillis();
    }

    private static long earlier(long one, long other) {
        if (one == 0 || other == 0) {
            return one + other;
        }
        return Math.min(one, other);
    }
}
