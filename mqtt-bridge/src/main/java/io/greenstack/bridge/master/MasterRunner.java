package io.greenstack.bridge.master;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;

import io.greenstack.bridge.master.MasterReport.State;
import io.greenstack.core.layout.LayoutLookup.UnknownDevice;
import io.greenstack.core.message.DeviceId;
import io.greenstack.platform.layout.LayoutSource;
import io.greenstack.platform.master.MasterConfig;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * Reads one master again and again: as often as is wanted, less often when it is slow, and with growing pauses while it is away. What
 * it does beside that, reading and writing parameters, it does one after the other. All on one event loop; it holds no thread.
 */
final class MasterRunner {

    private static final Logger LOG = Logger.getLogger(MasterRunner.class);
    private static final long IDENTITY_NANOS = 2_000_000_000L;
    private static final long REGISTER_NANOS = 5_000_000_000L;
    /** Whoever stood still for so long that the lease ran out may get it again. */
    private static final long LEASE_MILLIS = 200;
    private static final long SECOND_MILLIS = 1_000;
    private static final int GONE_AFTER = 3;

    private final MasterConfig config;
    private final MasterAdapter adapter;
    private final DeviceOutlet outlet;
    private final LayoutSource layouts;
    private final MasterLease lease;
    private final long awayMaxMillis;
    private final Clock clock;
    private final Vertx vertx;
    private final Context context;
    private final Map<Integer, PortWatch> ports = new TreeMap<>();
    private final EventQuestions events;
    private MasterIdentity identity;
    private long identityAt;
    private long registeredAt;
    private int failures;
    private double usualMillis;
    private Future<?> last = Future.succeededFuture();
    private volatile boolean stopped;
    private volatile boolean tried;
    private volatile MasterReport report;
    private volatile Map<DeviceId, Integer> devices = Map.of();
    private volatile Set<Integer> unsure = Set.of();

    MasterRunner(MasterConfig config, MasterAdapter adapter, DeviceOutlet outlet, LayoutSource layouts,
            MasterLease lease, long awayMaxMillis, Clock clock, Vertx vertx) {
        this.config = config;
        this.adapter = adapter;
        this.outlet = outlet;
        this.layouts = layouts;
        this.lease = lease;
        this.awayMaxMillis = awayMaxMillis;
        this.clock = clock;
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.events = new EventQuestions(this, context, clock);
        this.report = new MasterReport(config.id(), State.WAITING, "It is being connected", null, -1, null, null);
    }

    MasterConfig config() {
        return config;
    }

    void start() {
        context.runOnContext(begin -> {
            adapter.tellEvents(event -> context.runOnContext(now -> told(event)));
            adapter.tellStirs(port -> context.runOnContext(now -> stirred(port)));
            turn();
        });
    }

    /** Ends reading; what is under way comes to nothing. */
    void stop() {
        stopped = true;
        context.runOnContext(end -> adapter.close());
    }

    /**
     * Ends for good: nobody reads the master any more, or not in this way.
     *
     * @param leaves whether what was set up at the master is taken back, too
     */
    void retire(boolean leaves) {
        stopped = true;
        context.runOnContext(end -> {
            Instant now = clock.instant();
            ports.values().forEach(port -> port.leave(now));
            (leaves ? adapter.leave() : Future.<Void>succeededFuture()).onComplete(left -> adapter.close());
        });
    }

    /** How it is with the master. */
    MasterReport report() {
        return report;
    }

    /** Whether it is known by now what hangs on the master, or that it does not answer. */
    boolean tried() {
        return tried;
    }

    /** Ports by device. */
    Map<DeviceId, Integer> devices() {
        return devices;
    }

    MasterAdapter adapter() {
        return adapter;
    }

    /** Whether this bridge does not run the master in this way any more. */
    boolean stopped() {
        return stopped;
    }

    /** Ports of which it has to be asked what hangs there. */
    Set<Integer> unsure() {
        return unsure;
    }

    /** Does something beside the reading, after what was asked for before. */
    <T> Future<T> inTurn(Supplier<Future<T>> work) {
        return Future.future(done -> context.runOnContext(now -> {
            Future<T> next = last.transform(before -> stopped
                    ? Future.failedFuture(new AdapterException(AdapterException.Kind.AWAY, "master-away",
                            "The master is not run by this bridge any more"))
                    : work.get());
            last = next;
            next.onComplete(done);
        }));
    }

    private void turn() {
        if (stopped) {
            return;
        }
        if (!lease.holds()) {
            next(LEASE_MILLIS);
            return;
        }
        long began = System.nanoTime();
        boolean asks = identity == null || began - identityAt >= IDENTITY_NANOS
                || !adapter.publishes() && config.intervalMillis() >= SECOND_MILLIS
                || ports.values().stream().anyMatch(PortWatch::unsure);
        here(identified().compose(known -> adapter.read(known.ports(), asks)))
                .onComplete(answer -> answered(answer, asks, began));
    }

    /** Adapters end their futures on any thread; what is known here belongs to one. */
    private <T> Future<T> here(Future<T> elsewhere) {
        return Future.future(done -> elsewhere.onComplete(end -> context.runOnContext(now -> done.handle(end))));
    }

    private void answered(AsyncResult<List<PortReading>> answer, boolean asked, long began) {
        long tookMillis = (System.nanoTime() - began) / 1_000_000;
        if (stopped) {
            return;
        }
        if (!lease.holds()) {
            next(LEASE_MILLIS);
            return;
        }
        if (answer.succeeded()) {
            identityAt = asked ? began : identityAt;
            took(answer.result(), tookMillis);
        } else {
            failed(AdapterException.of(answer.cause()));
        }
        tried = true;
        again(tookMillis);
    }

    private void told(PortEvent event) {
        PortWatch port = ports.get(event.port());
        if (port != null && !stopped && lease.holds()) {
            port.event(event, clock.instant());
        }
    }

    private Future<MasterIdentity> identified() {
        return identity != null ? Future.succeededFuture(identity) : here(adapter.identify()).onSuccess(this::know);
    }

    private void know(MasterIdentity found) {
        identity = found;
        ports.keySet().retainAll(found.ports());
        found.ports().forEach(port -> ports.computeIfAbsent(port,
                number -> new PortWatch(config.id(), number, outlet)));
    }

    private void took(List<PortReading> readings, long tookMillis) {
        Instant now = clock.instant();
        failures = 0;
        know(adapter.latest(identity));
        usualMillis = usualMillis == 0 ? tookMillis : usualMillis * 0.8 + tookMillis * 0.2;
        for (PortReading reading : readings) {
            PortWatch port = ports.get(reading.port());
            if (port != null) {
                port.take(reading, now);
            }
        }
        register();
        if (!adapter.tellsEvents()) {
            events.next(ports.values());
        }
        boolean slow = !adapter.publishes() && usualMillis > config.intervalMillis();
        tell(slow ? State.SLOW : State.CONNECTED, slow
                ? "It takes " + Math.round(usualMillis) + " ms to answer, longer than the interval of "
                        + config.intervalMillis() + " ms"
                : null, now, (int) tookMillis);
    }

    /** The master says that the device has an event, and not which one. */
    private void stirred(int number) {
        PortWatch port = ports.get(number);
        if (port != null && !stopped && lease.holds()) {
            events.ask(port);
        }
    }

    /** Readings of a device that is not registered would be dead letters: they begin when it is. */
    private void register() {
        List<String> unregistered = ports.values().stream().filter(PortWatch::unregistered)
                .map(port -> port.device().value()).toList();
        if (unregistered.isEmpty()) {
            return;
        }
        if (System.nanoTime() - registeredAt > REGISTER_NANOS) {
            registeredAt = System.nanoTime();
            ports.values().forEach(PortWatch::registerAgain);
        }
        layouts.lookup(unregistered).subscribe()
                .with(found -> context.runOnContext(now -> found.forEach((id, lookup) -> {
                    if (!(lookup instanceof UnknownDevice)) {
                        ports.values().forEach(port -> port.registered(id));
                    }
                })), failure -> LOG.debugf("It is not known which devices are registered: %s", failure));
    }

    private void failed(AdapterException failure) {
        failures++;
        if (failures == 1) {
            LOG.infof("Master %s: %s", config.id(), failure.getMessage());
        }
        if (failures >= GONE_AFTER) {
            identity = null;
            Instant now = clock.instant();
            ports.values().forEach(port -> port.leave(now));
        }
        tell(failure.kind() == AdapterException.Kind.REFUSED ? State.REFUSED : State.AWAY, failure.getMessage(),
                report.lastContact(), -1);
    }

    private void tell(State state, String error, Instant contact, int tookMillis) {
        List<MasterReport.Port> told = new ArrayList<>(ports.size());
        Map<DeviceId, Integer> found = new HashMap<>();
        ports.forEach((number, port) -> {
            told.add(port.report());
            if (port.device() != null) {
                found.put(port.device(), number);
            }
        });
        devices = Map.copyOf(found);
        unsure = ports.values().stream().filter(PortWatch::unsure).map(PortWatch::number)
                .collect(Collectors.toUnmodifiableSet());
        report = new MasterReport(config.id(), state, error, contact, tookMillis, identity,
                identity == null && failures == 0 ? null : told);
    }

    /** A slow master gets a quarter of its time for everything else. */
    private void again(long tookMillis) {
        long pause;
        if (failures == 0 && adapter.publishes()) {
            pause = 1;
        } else if (failures == 0) {
            pause = Math.max(config.intervalMillis() - tookMillis, tookMillis / 4);
        } else {
            long longest = Math.min(awayMaxMillis,
                    Math.max(config.intervalMillis(), 250L) << Math.min(failures - 1, 10));
            pause = longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1);
        }
        next(pause);
    }

    private void next(long pauseMillis) {
        vertx.setTimer(Math.max(1, pauseMillis), due -> context.runOnContext(now -> turn()));
    }
}
