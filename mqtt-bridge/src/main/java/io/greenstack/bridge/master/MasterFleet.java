package io.greenstack.bridge.master;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.core.message.DeviceId;
import io.greenstack.platform.background.BackgroundTask;
import io.greenstack.platform.layout.LayoutSource;
import io.greenstack.platform.master.MasterConfig;
import io.greenstack.platform.master.MasterSettings;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.greenstack.platform.redis.RedisWakes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** Runs all masters, if this bridge is the one that does; another one takes over when its lease runs out. */
@Singleton
class MasterFleet {

    private static final Logger LOG = Logger.getLogger(MasterFleet.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** Between two looks while there is no master: whoever changes that says so. */
    private static final Duration REST = Duration.ofSeconds(5);
    private static final int RESTS_IN_A_LEASE = 3;
    /** {@code master:port}, or {@code master:port:device}. */
    private static final Pattern OF_A_PORT = Pattern.compile("([^:]+):(\\d{1,9})(:.*)?");
    private static final Duration REDIS_LIMIT = Duration.ofSeconds(3);

    private final MasterLease lease;
    private final AdapterFactory adapters;
    private final DeviceOutlet outlet;
    private final MasterReporter reporter;
    private final MasterMailbox mailbox;
    private final LayoutSource layouts;
    private final RedisPipeline redis;
    private final MasterSettings settings;
    private final Clock clock;
    private final Vertx vertx;
    private final RedisWakes wakes;
    private final BackgroundTask task = new BackgroundTask("masters", this::look, PAUSE);
    private final Map<String, MasterRunner> runners = new ConcurrentHashMap<>();
    private final Map<String, MasterReport> refused = new HashMap<>();
    private String version;
    private boolean running;

    MasterFleet(MasterLease lease, AdapterFactory adapters, DeviceOutlet outlet, MasterReporter reporter,
            MasterMailbox mailbox, LayoutSource layouts, RedisPipeline redis, MasterSettings settings, Clock clock,
            Vertx vertx, RedisWakes wakes, MeterRegistry metrics) {
        this.lease = lease;
        this.adapters = adapters;
        this.outlet = outlet;
        this.reporter = reporter;
        this.mailbox = mailbox;
        this.layouts = layouts;
        this.redis = redis;
        this.settings = settings;
        this.clock = clock;
        this.vertx = vertx;
        this.wakes = wakes;
        Gauge.builder("greenstack.masters.running", runners, Map::size)
                .description("Masters that this bridge runs").register(metrics);
    }

    void start(@Observes StartupEvent event) {
        task.start(lease.every(), REST, this::busy);
        wakes.on(RedisKeys.MASTER_CONFIGS, task::wake);
    }

    /** Before the connection to the broker is closed: what is under way may end. Another bridge need not wait for the lease to run out. */
    void stop(@Observes @Priority(240) ShutdownEvent event) {
        task.stop();
        mailbox.close();
        rest();
        try {
            lease.release();
        } catch (RuntimeException e) {
            LOG.debugf("The lease runs out by itself: %s", e.getMessage());
        }
    }

    private void look() {
        try {
            if (!lease.take(busy() ? lease.usual() : REST.multipliedBy(RESTS_IN_A_LEASE))) {
                rest();
                return;
            }
        } catch (RuntimeException e) {
            if (!lease.holds()) {
                rest();
            }
            throw e;
        }
        if (!running) {
            running = true;
            LOG.infof("This bridge runs the masters now (epoch %d)", lease.epoch());
        }
        Response known = redis.send(Request.cmd(Command.HMGET).arg(RedisKeys.MASTER_CONFIGS).arg("version")).await()
                .atMost(REDIS_LIMIT).get(0);
        if (known != null && !known.toString().equals(version)) {
            Response document = redis.send(Request.cmd(Command.HGET).arg(RedisKeys.MASTER_CONFIGS).arg("document"))
                    .await().atMost(REDIS_LIMIT);
            apply(MasterConfig.read(document.toString()));
            version = known.toString();
        }
        if (runners.isEmpty()) {
            mailbox.close();
        }
        List<MasterReport> reports = new ArrayList<>(refused.values());
        runners.values().forEach(runner -> reports.add(runner.report()));
        reporter.report(lease.epoch(), reports);
    }

    /** Without masters it is enough to keep the lease. A bridge without the lease looks often, to go on when it is free. */
    private boolean busy() {
        return !running || !runners.isEmpty() || !refused.isEmpty();
    }

    /**
     * What is sent to devices waits for the runners of their masters, so these are there without a gap, and the mailbox is opened before
     * the first device can be heard of.
     */
    private void apply(List<MasterConfig> wanted) {
        Map<String, MasterConfig> byId = new HashMap<>();
        wanted.forEach(master -> byId.put(master.id(), master));
        refused.clear();
        List<MasterRunner> fresh = new ArrayList<>();
        for (MasterConfig master : wanted) {
            MasterRunner present = runners.get(master.id());
            if (present == null || !present.config().equals(master)) {
                MasterRunner next = runner(master);
                if (next != null) {
                    fresh.add(next);
                }
                retire(next == null ? runners.remove(master.id()) : runners.put(master.id(), next), master);
            }
        }
        runners.values().removeIf(runner -> {
            boolean gone = !byId.containsKey(runner.config().id());
            if (gone) {
                retire(runner, null);
            }
            return gone;
        });
        if (!runners.isEmpty()) {
            mailbox.open(this::place);
        }
        fresh.forEach(MasterRunner::start);
    }

    private static void retire(MasterRunner runner, MasterConfig next) {
        if (runner != null) {
            runner.retire(next == null || !next.kind().equals(runner.config().kind())
                    || !next.address().equals(runner.config().address()));
        }
    }

    /** Null for a master that is refused. */
    private MasterRunner runner(MasterConfig master) {
        try {
            return new MasterRunner(master, adapters.adapter(master), outlet, layouts, lease,
                    settings.awayMax().toMillis(), clock, vertx);
        } catch (RuntimeException e) {
            refused.put(master.id(), new MasterReport(master.id(), MasterReport.State.REFUSED, e.getMessage(), null, -1,
                    null, null));
            return null;
        }
    }

    private void rest() {
        if (running) {
            LOG.info("This bridge does not run the masters any more");
        }
        running = false;
        version = null;
        runners.values().forEach(MasterRunner::stop);
        // what belongs to a master that is known and not run waits for the next bridge
        mailbox.close();
        runners.clear();
        refused.clear();
        reporter.forget();
    }

    /** Whether this bridge runs the masters. */
    boolean running() {
        return lease.holds();
    }

    /** Where a device hangs, or where it belongs by its id; null for one of no master. */
    private PortPlace place(DeviceId device) {
        for (MasterRunner runner : runners.values()) {
            Integer port = runner.devices().get(device);
            if (port != null) {
                return new PortPlace(runner, port, true);
            }
        }
        Matcher id = OF_A_PORT.matcher(device.value());
        MasterRunner runner = id.matches() ? runners.get(id.group(1)) : null;
        return runner == null ? null : new PortPlace(runner, Integer.parseInt(id.group(2)), false);
    }
}
