package io.greenstack.edge.deadletter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.greenstack.core.layout.LayoutLookup;
import io.greenstack.core.layout.LayoutLookup.Unavailable;
import io.greenstack.core.layout.LayoutLookup.UnknownDevice;
import io.greenstack.core.message.RejectReason;
import io.greenstack.platform.deadletter.DeadLetterHeader;
import io.greenstack.platform.deadletter.DeadLetterSettings;
import io.greenstack.platform.deadletter.DeadLetterStore;
import io.greenstack.platform.deadletter.ReplayQueue;
import io.greenstack.platform.layout.LayoutSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * Replays the process data of devices that came before their registration, as soon as the device is known. A device that
 * registers and sends in one breath is ahead of its registration, which goes through the API, by a moment; by much more
 * when the API is away. Its messages cannot wait unacknowledged, since nobody knows whether a device registers at all and
 * they would hold up all others; so they are dead letters until then.
 *
 * <p>
 * The letters are found again after a restart. Of more than {@value #MAX_DEVICES} unknown devices the oldest are left to the
 * operator.
 */
@Singleton
class LateRegistrations {

    /** Under which the outcomes of these replays are counted. */
    public static final String JOB = "late-registration";

    private static final Logger LOG = Logger.getLogger(LateRegistrations.class);
    private static final int MAX_DEVICES = 1_000;
    private static final int PAGE = 500;

    private final DeadLetterStore store;
    private final ReplayQueue replays;
    private final LayoutSource layouts;
    private final DeadLetterSettings settings;
    private final Vertx vertx;
    private final String service;
    /** Ids of the letters of each unknown device, oldest first. */
    private final Map<String, Set<String>> waiting = new LinkedHashMap<>();
    private int count;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean loaded;
    private volatile long timer = -1;

    public LateRegistrations(DeadLetterStore store, ReplayQueue replays, LayoutSource layouts,
            DeadLetterSettings settings, Vertx vertx,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.store = store;
        this.replays = replays;
        this.layouts = layouts;
        this.settings = settings;
        this.vertx = vertx;
        this.service = service;
    }

    @PostConstruct
    void start() {
        timer = vertx.setPeriodic(settings.replay().every().toMillis(), tick -> look());
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    /** A dead letter was stored, with its whole payload; those for other reasons are left alone. */
    void stored(String id, String reason, String deviceId) {
        if (!RejectReason.UNKNOWN_DEVICE.equals(reason) || deviceId == null) {
            return;
        }
        synchronized (waiting) {
            count += waiting.computeIfAbsent(deviceId, device -> new LinkedHashSet<>(2)).add(id) ? 1 : 0;
            Iterator<Set<String>> oldest = waiting.values().iterator();
            while (waiting.size() > MAX_DEVICES || count > settings.maxLength() && waiting.size() > 1) {
                count -= oldest.next().size();
                oldest.remove();
            }
        }
    }

    private void look() {
        if (busy.compareAndSet(false, true)) {
            load().chain(this::replay).onTermination().invoke(() -> busy.set(false)).subscribe().with(
                    done -> {}, failure -> LOG.debugf("Late registrations not looked for: %s", failure.getMessage()));
        }
    }

    private Uni<Void> load() {
        return loaded
                ? Uni.createFrom().voidItem()
                : load("+", new ArrayList<>()).invoke(found -> {
                    for (int i = found.size() - 1; i >= 0; i--) {
                        stored(found.get(i).id(), found.get(i).reason(), found.get(i).deviceId());
                    }
                    loaded = true;
                }).replaceWithVoid();
    }

    private Uni<List<DeadLetterHeader>> load(String newest, List<DeadLetterHeader> found) {
        return store.headers(service, newest, "-", PAGE).chain(page -> {
            page.stream().filter(letter -> RejectReason.UNKNOWN_DEVICE.equals(letter.reason()) && !letter.cut())
                    .forEach(found::add);
            return page.size() < PAGE
                    ? Uni.createFrom().item(found)
                    : load("(" + page.get(page.size() - 1).id(), found);
        });
    }

    private Uni<Void> replay() {
        List<String> devices;
        synchronized (waiting) {
            devices = List.copyOf(waiting.keySet());
        }
        return devices.isEmpty()
                ? Uni.createFrom().voidItem()
                : layouts.lookup(devices).chain(this::replayKnown);
    }

    private Uni<Void> replayKnown(Map<String, LayoutLookup> found) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Map.Entry<String, LayoutLookup> device : found.entrySet()) {
            if (!(device.getValue() instanceof UnknownDevice || device.getValue() instanceof Unavailable)) {
                done = done.chain(() -> move(device.getKey()));
            }
        }
        return done;
    }

    private Uni<Void> move(String device) {
        List<String> ids;
        synchronized (waiting) {
            ids = waiting.getOrDefault(device, Set.of()).stream().limit(PAGE).toList();
        }
        return replays.move(service, ids, JOB).invoke(moved -> {
            forget(device, ids.subList(0, moved.queued() + moved.gone()));
            if (moved.queued() > 0) {
                LOG.infof("Device %s is registered now: %d message(s) that came before are replayed", device,
                        moved.queued());
            }
        }).replaceWithVoid();
    }

    private void forget(String device, Collection<String> ids) {
        synchronized (waiting) {
            Set<String> left = waiting.get(device);
            if (left != null) {
                count -= left.size();
                ids.forEach(left::remove);
                count += left.size();
                if (left.isEmpty()) {
                    waiting.remove(device);
                }
            }
        }
    }
}
