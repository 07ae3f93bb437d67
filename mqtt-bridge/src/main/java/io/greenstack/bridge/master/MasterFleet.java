package io.greenstack.bridge.master;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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
    private final BackgroundTask task = new BackgroundTask("masters", this::look, PAUSE);
    private final Map<String, MasterRunner> runners = new ConcurrentHashMap<>();
    private final Map<String, MasterReport> refused = new HashMap<>();
    private String version;
    private boolean running;

    MasterFleet(MasterLease lease, AdapterFactory adapters, DeviceOutlet outlet, MasterReporter reporter,
            MasterMailbox mailbox, LayoutSource layouts, RedisPipeline redis, MasterSettings settings, Clock clock,
            Vertx vertx, MeterRegistry metrics) {
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
        Gauge.builder("greenstack.masters.running", runners, Map::size)
                .description("Masters that this bridge runs").register(metrics);
    }

    void start(@Observes StartupEvent event) {
        task.start(lease.every(), lease.every().multipliedBy(4), this::busy);
    }

    /** Before the connection to the broker is closed; another bridge need not wait for the lease to run out. */
    void stop(@Observes @Priority(240) ShutdownEvent event) {
        task.stop();
        rest();
        try {
            lease.release();
        } catch (RuntimeException e) {
            LOG.debugf("The lease runs out by itself: %s", e.getMessage());
        }
    }

    private void look() {
        try {
            if (!lease.take()) {
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
        } else if (settled()) {
            mailbox.open(this::place);
        }
        List<MasterReport> reports = new ArrayList<>(refused.values());
        runners.values().forEach(runner -> reports.add(runner.report()));
        reporter.report(lease.epoch(), reports);
    }

    /** Without masters it is enough to keep the lease. A bridge without the lease looks often, to go on when it is free. */
    private boolean busy() {
        return !running || !runners.isEmpty() || !refused.isEmpty();
    }

    /** Whether it is known what hangs on which master. */
    private boolean settled() {
        return runners.values().stream().allMatch(MasterRunner::tried);
    }

    private void apply(List<MasterConfig> wanted) {
        Map<String, MasterConfig> byId = new HashMap<>();
        wanted.forEach(master -> byId.put(master.id(), master));
        runners.values().removeIf(runner -> {
            MasterConfig next = byId.get(runner.config().id());
            boolean gone = !runner.config().equals(next);
            if (gone) {
                runner.retire(next == null || !next.kind().equals(runner.config().kind())
                        || !next.address().equals(runner.config().address()));
            }
            return gone;
        });
        refused.clear();
        for (MasterConfig master : wanted) {
            if (!runners.containsKey(master.id())) {
                begin(master);
            }
        }
    }

    private void begin(MasterConfig master) {
        try {
            MasterRunner runner = new MasterRunner(master, adapters.adapter(master), outlet, layouts, lease,
                    settings.awayMax().toMillis(), clock, vertx);
            runners.put(master.id(), runner);
            runner.start();
        } catch (RuntimeException e) {
            refused.put(master.id(), new MasterReport(master.id(), MasterReport.State.REFUSED, e.getMessage(), null, -1,
                    null, null));
        }
    }

    private void rest() {
        if (running) {
            LOG.info("This bridge does not run the masters any more");
        }
        running = false;
        version = null;
        runners.values().forEach(MasterRunner::stop);
        runners.clear();
        refused.clear();
        reporter.forget();
        mailbox.close();
    }

    /** Whether this bridge runs the masters. */
    boolean running() {
        return lease.holds();
    }

    /** Where a device hangs, null where that is not known. */
    private MasterMailbox.Place place(DeviceId device) {
        for (MasterRunner runner : runners.values()) {
            Integer port = runner.devices().get(device);
            if (port != null) {
                return new MasterMailbox.Place(runner, port);
            }
        }
        return null;
    }
}
