package io.greenstack.api.redecode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.api.device.DeviceService;
import io.greenstack.platform.background.BackgroundBean;
import io.greenstack.platform.unregistered.KeptRaw;
import io.greenstack.platform.unregistered.UnregisteredSettings;
import io.greenstack.platform.unregistered.UnregisteredStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Has the raw data decoded that came before its device was registered, once the device has a description. What is kept is
 * known by notes of ingestion. A note goes when all of it is on its way; one that grew meanwhile stays, and its data is decoded
 * once more, which changes nothing. So it is with a note that is young, since some stores show what they have taken only after a
 * while.
 */
@Singleton
class UnregisteredHistory extends BackgroundBean {

    private static final Logger LOG = Logger.getLogger(UnregisteredHistory.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    /** While nothing is kept. */
    private static final Duration REST = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SETTLED = Duration.ofSeconds(30);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(20);

    private final UnregisteredStore store;
    private final UnregisteredSettings settings;
    private final RedecodeWorker worker;
    private final DeviceService devices;
    private final Clock clock;
    private final AtomicInteger noted = new AtomicInteger();
    /** Young notes whose data was decoded for the first time. */
    private final Map<String, KeptRaw> early = new ConcurrentHashMap<>();
    private volatile boolean working;
    private volatile Instant notBefore = Instant.EPOCH;

    UnregisteredHistory(UnregisteredStore store, UnregisteredSettings settings, RedecodeWorker worker,
            DeviceService devices, Clock clock, MeterRegistry metrics) {
        super("unregistered-history", EVERY, REST, REST);
        this.store = store;
        this.settings = settings;
        this.worker = worker;
        this.devices = devices;
        this.clock = clock;
        Gauge.builder("greenstack.unregistered.devices", noted, AtomicInteger::get)
                .description("Devices that are not decodable yet and whose raw process data is kept").register(metrics);
    }

    @Override
    protected boolean busy() {
        return noted.get() > 0;
    }

    @Override
    protected void run() {
        Map<String, KeptRaw> notes = store.all().await().atMost(PATIENCE);
        noted.set(notes.size());
        early.keySet().retainAll(notes.keySet());
        if (notes.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<String, KeptRaw> ready = new HashMap<>();
        Map<String, KeptRaw> over = new HashMap<>();
        Set<String> decodable = devices.decodable(notes.keySet());
        long oldest = now.minus(settings.keep()).toEpochMilli();
        notes.forEach((device, note) -> {
            if (decodable.contains(device)) {
                if (settled(note, now) || !note.equals(early.get(device))) {
                    ready.put(device, note);
                }
            } else if (note.seenMillis() < oldest) {
                over.put(device, note);
            }
        });
        if (!over.isEmpty()) {
            LOG.infof("Raw data of %d devices that were not registered within %d h will not be decoded by itself: %s",
                    over.size(), settings.keep().toHours(), first(over.keySet()));
            store.remove(over).await().atMost(PATIENCE);
        }
        if (!ready.isEmpty() && !working && !now.isBefore(notBefore)) {
            decode(ready, now);
        }
    }

    private static boolean settled(KeptRaw note, Instant now) {
        return note.seenMillis() < now.minus(SETTLED).toEpochMilli();
    }

    private static List<String> first(Set<String> ids) {
        return ids.stream().sorted().limit(10).toList();
    }

    private void decode(Map<String, KeptRaw> ready, Instant now) {
        Instant from = ready.values().stream().map(KeptRaw::first).min(Instant::compareTo).orElseThrow();
        Instant to = ready.values().stream().map(KeptRaw::end).max(Instant::compareTo).orElseThrow();
        RedecodeJob job = new RedecodeJob(UUID.randomUUID().toString(), new ArrayList<>(ready.keySet()), from, to,
                all -> ended(ready, now, all));
        working = true;
        if (worker.take(job)) {
            LOG.infof("What %d devices sent before they were registered is decoded as %s: %s", ready.size(), job.id(),
                    first(ready.keySet()));
        } else {
            working = false;
        }
    }

    private void ended(Map<String, KeptRaw> ready, Instant begin, boolean all) {
        try {
            if (all) {
                ready.forEach((device, note) -> {
                    if (!settled(note, begin)) {
                        early.put(device, note);
                    }
                });
                ready.values().removeIf(note -> !settled(note, begin));
                store.remove(ready).await().atMost(PATIENCE);
            } else {
                notBefore = clock.instant().plus(AFTER_FAILURE);
            }
        } catch (RuntimeException e) {
            LOG.debugf("Decoded once more, since the notes could not be removed: %s", e.toString());
        } finally {
            working = false;
        }
    }
}
