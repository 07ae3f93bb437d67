package io.greenstack.edge.lane;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.greenstack.edge.ledger.MessageLedger;
import io.greenstack.edge.mqtt.IngressSettings;
import io.greenstack.edge.mqtt.IngressStatus;
import io.greenstack.edge.mqtt.MqttConnectionSettings;
import io.greenstack.edge.mqtt.MqttIngress;
import io.greenstack.edge.mqtt.MqttProbe;
import io.greenstack.platform.config.MqttConfig;
import io.greenstack.platform.health.DependencyProbe;
import io.greenstack.platform.health.DependencyState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/**
 * Opens the lanes when the service starts; when it stops, lets each finish and acknowledge what it holds. The broker counts as
 * up while every lane is connected with its subscription granted.
 */
@Singleton
public class Lanes implements DependencyProbe {

    private static final long LOOK_NANOS = Duration.ofMillis(50).toNanos();

    private final Map<String, MqttIngress> ingresses = new LinkedHashMap<>();
    private final Duration drainTimeout;
    private final boolean leaves;
    private final Vertx vertx;
    private final MqttConnectionSettings connection;
    private final LanePlan plan;
    private final MessageLedger ledger;
    private volatile boolean left;

    Lanes(Vertx vertx, MqttConfig config, LanePlan plan, MessageLedger ledger, MeterRegistry metrics) {
        this.drainTimeout = config.ingress().drainTimeout();
        this.leaves = Leaving.atStop(config.leave(), config.sharedGroup(), config.clientId());
        this.vertx = vertx;
        this.plan = plan;
        this.ledger = ledger;
        this.connection = IngressSettings.connection(config);
        for (Lane lane : plan.lanes()) {
            if (lane.filters().isEmpty() && !lane.changing()) {
                continue;
            }
            boolean only = lane.label().isEmpty();
            MqttIngress ingress = new MqttIngress(vertx, only ? connection : connection.as(lane.label()), lane.limits(),
                    lane.filters(), lane.changing(), lane.handler(), ledger);
            ingress.bindTo(metrics, only ? Tags.empty() : Tags.of("lane", lane.label()));
            ingresses.put(lane.label(), ingress);
        }
    }

    void start(@Observes StartupEvent event) {
        ingresses.values().forEach(MqttIngress::start);
    }

    /** Before everything that the handlers need is taken down; a replica that leaves also ends its sessions. */
    void stop(@Observes @Priority(100) ShutdownEvent event) throws InterruptedException {
        List<Thread> stopping = new ArrayList<>();
        AtomicBoolean all = new AtomicBoolean(leaves);
        for (MqttIngress ingress : ingresses.values()) {
            Thread thread = new Thread(() -> {
                if (!leaves) {
                    ingress.stop(drainTimeout);
                } else if (!ingress.leave(drainTimeout)) {
                    all.set(false);
                }
            }, "lane-stop");
            thread.start();
            stopping.add(thread);
        }
        for (Thread thread : stopping) {
            thread.join(drainTimeout.multipliedBy(leaves ? 2 : 1).plusSeconds(5).toMillis());
        }
        left = all.get();
    }

    /** Whether this replica has ended all its sessions. */
    boolean left() {
        return left;
    }

    /**
     * Takes over the sessions of a replica that never came back: has what waits in them handled, as if it had come here, and ends them.
     * Blocks; lane after lane, so that only one more queue is held.
     *
     * @param clientId of that replica, without the name of a lane
     * @return whether nothing is left of it with the broker
     */
    boolean adopt(String clientId) {
        boolean all = true;
        for (Lane lane : plan.lanes()) {
            MqttIngress own = ingresses.get(lane.label());
            if (own != null) {
                MqttConnectionSettings other = connection.with(clientId);
                MqttIngress heir = new MqttIngress(vertx, lane.label().isEmpty() ? other : other.as(lane.label()),
                        lane.limits(), lane.changing() ? own.filters() : lane.filters(), lane.handler(), ledger);
                heir.start();
                all &= connected(heir) & heir.leave(drainTimeout);
            }
        }
        return all;
    }

    private boolean connected(MqttIngress ingress) {
        long end = System.nanoTime() + drainTimeout.toNanos();
        while (!ingress.status().connected() && System.nanoTime() - end < 0
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return ingress.status().connected();
    }

    /**
     * Replaces the filters of a lane that was made for that.
     *
     * @param formerly others that its session may have from an earlier run
     * @return false if the lane is not open yet
     */
    public boolean filters(String label, Collection<String> filters, Collection<String> formerly) {
        return ingresses.get(label).filters(filters, formerly);
    }

    /** What each lane is doing, by label. */
    public Map<String, IngressStatus> status() {
        Map<String, IngressStatus> status = new LinkedHashMap<>();
        ingresses.forEach((label, ingress) -> status.put(label, ingress.status()));
        return status;
    }

    /** Whether all lanes can still make progress. */
    public boolean alive() {
        return ingresses.values().stream().allMatch(MqttIngress::alive);
    }

    @Override
    public DependencyState state() {
        boolean up = true;
        List<String> details = new ArrayList<>();
        for (Map.Entry<String, IngressStatus> lane : status().entrySet()) {
            DependencyState state = MqttProbe.of(lane.getValue());
            up &= state.up();
            if (state.detail() != null) {
                details.add(lane.getKey().isEmpty() ? state.detail() : lane.getKey() + ": " + state.detail());
            }
        }
        return new DependencyState(MqttProbe.NAME, up, true, details.isEmpty() ? null : String.join("; ", details));
    }
}
