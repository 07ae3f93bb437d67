package io.greenstack.bridge.alarm;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import io.greenstack.core.alarm.AlarmKind;
import io.greenstack.core.alarm.AlarmRuleSet;
import io.greenstack.platform.deadletter.DeadLetterHeader;
import io.greenstack.platform.deadletter.DeadLetterStore;

/**
 * How many dead letters devices had lately, those of all services, read from the streams in which they are kept: so each is counted
 * once, whichever bridge counts. Used by one thread.
 */
@Singleton
class NewDeadLetters {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(24);
    /** Devices for which rules are new are counted from the begin, but not with each of many changes. */
    private static final Duration BEGIN_EVERY = Duration.ofSeconds(30);
    private static final int AT_ONCE = 500;
    private static final int MOST_OF_DEVICE = 1_000;

    private final DeadLetterStore letters;
    private final AlarmRules rules;
    private final AlarmRuleSettings settings;
    private final Map<String, String> newest = new HashMap<>();
    private final Map<String, Deque<Long>> times = new HashMap<>();
    private Map<String, AlarmRuleSet> countedFor = Map.of();
    private long begun;

    NewDeadLetters(DeadLetterStore letters, AlarmRules rules, AlarmRuleSettings settings) {
        this.letters = letters;
        this.rules = rules;
        this.settings = settings;
    }

    /** Forgets what was read, because somebody else has counted meanwhile. */
    void reset() {
        begun = 0;
    }

    /** Reads what is new; answers devices with rules for dead letters that have some. */
    Set<String> read(long now) {
        if (begun == 0 || countedFor != rules.all() && now - begun > BEGIN_EVERY.toMillis()) {
            newest.clear();
            times.clear();
            countedFor = rules.all();
            begun = now;
        }
        if (rules.all().values().stream().noneMatch(set -> set.has(AlarmKind.DEAD_LETTERS))) {
            return Set.of();
        }
        for (String service : settings.deadLetterServices()) {
            read(service, now);
        }
        times.values().forEach(of -> forget(of, now - LONGEST.toMillis()));
        times.values().removeIf(Deque::isEmpty);
        return times.keySet();
    }

    private void read(String service, long now) {
        String oldest = newest.containsKey(service)
                ? "(" + newest.get(service)
                : Long.toString(now - LONGEST.toMillis());
        List<DeadLetterHeader> found = new ArrayList<>();
        String before = "+";
        int size = AT_ONCE;
        while (size == AT_ONCE) {
            List<DeadLetterHeader> page = letters.headers(service, before, oldest, AT_ONCE).await().atMost(LIMIT);
            found.addAll(page);
            size = page.size();
            before = page.isEmpty() ? before : "(" + page.get(size - 1).id();
        }
        if (!found.isEmpty()) {
            newest.put(service, found.get(0).id());
        }
        for (int i = found.size() - 1; i >= 0; i--) {
            add(found.get(i));
        }
    }

    private void add(DeadLetterHeader letter) {
        if (letter.deviceId() == null || rules.of(letter.deviceId()) == null
                || !rules.of(letter.deviceId()).has(AlarmKind.DEAD_LETTERS)) {
            return;
        }
        Deque<Long> of = times.computeIfAbsent(letter.deviceId(), id -> new ArrayDeque<>());
        of.addLast(letter.storedAt().toEpochMilli());
        if (of.size() > MOST_OF_DEVICE) {
            of.removeFirst();
        }
    }

    private static void forget(Deque<Long> of, long before) {
        while (!of.isEmpty() && of.getFirst() < before) {
            of.removeFirst();
        }
    }

    /** How many a device had since a time. */
    int since(String deviceId, long time) {
        Deque<Long> of = times.get(deviceId);
        return of == null ? 0 : (int) of.stream().filter(at -> at >= time).count();
    }
}
