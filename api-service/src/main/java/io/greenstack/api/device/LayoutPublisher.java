package io.greenstack.api.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;

import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.OpenDescriptions;
import io.greenstack.api.platform.OutsideTransaction;
import io.greenstack.core.layout.DeviceLayout;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.platform.background.BackgroundBean;
import io.greenstack.platform.layout.LayoutRegistry;
import io.greenstack.platform.redis.RedisPipeline;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.redis.client.Request;

/**
 * Keeps the layouts in Redis up to date: all at start and whenever Redis lost them, single ones after each commit that changes
 * them. One thread of its own, so that a slow Redis never slows a request; while Redis is away the database remembers what is
 * due. Each step holds the row locks of its devices while Redis is written, so that of two replicas that publish the same
 * device the one with the newer revision writes last.
 */
@Singleton
class LayoutPublisher extends BackgroundBean {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int BATCH = 200;

    private final DeviceRepository devices;
    private final DeviceParameterRepository parameters;
    private final DescriptionService descriptions;
    private final OpenDescriptions open;
    private final ChosenLayouts chosen;
    private final LayoutRegistry registry;
    private final RedisPipeline redis;
    private final OutsideTransaction outside = new OutsideTransaction("layout-outbox", PATIENCE);
    private boolean rewrite = true;

    public LayoutPublisher(DeviceRepository devices, DeviceParameterRepository parameters,
            DescriptionService descriptions, OpenDescriptions open, ChosenLayouts chosen, LayoutRegistry registry,
            RedisPipeline redis,
            LayoutPublisherSettings settings) {
        super("layout-publisher", settings.recheck(), settings.retry());
        this.devices = devices;
        this.parameters = parameters;
        this.descriptions = descriptions;
        this.open = open;
        this.chosen = chosen;
        this.registry = registry;
        this.redis = redis;
    }

    void onChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeviceEvents.Changed event) {
        wake();
    }

    void onDeleted(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeviceEvents.Deleted event) {
        wake();
    }

    @Override
    protected void close() {
        outside.close();
    }

    @Override
    protected void run() {
        if (rewrite || !registry.ready().await().atMost(PATIENCE)) {
            rewriteAll();
        }
        repeat(() -> publish(() -> devices.unpublished(BATCH)).size() == BATCH
                || QuarkusTransaction.requiringNew().call(this::removeDeleted) == BATCH);
    }

    private void rewriteAll() {
        List<String> ids = publish(() -> devices.idsAfter("", BATCH));
        while (!ids.isEmpty()) {
            String last = ids.get(ids.size() - 1);
            ids = publish(() -> devices.idsAfter(last, BATCH));
        }
        registry.markReady().await().atMost(PATIENCE);
        rewrite = false;
    }

    /** Publishes devices in a transaction; answers their ids, fails when Redis is away. */
    private List<String> publish(Supplier<List<String>> selection) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<String> ids = selection.get();
            publish(ids);
            return ids;
        });
    }

    /** Removes deleted devices from Redis; returns how many, fails when Redis is away. */
    private int removeDeleted() {
        List<String> ids = devices.lockRemovals(BATCH);
        for (String id : ids) {
            outside.call(() -> registry.remove(id));
            outside.call(() -> redis.batch(DeviceInfo.remove(id)));
            devices.cancelRemoval(id);
        }
        return ids.size();
    }

    private void publish(List<String> ids) {
        List<Device> locked = devices.lock(ids);
        if (locked.isEmpty()) {
            return;
        }
        Map<String, Map<String, Long>> values = parameters.of(ids);
        Map<Long, ProcessDataLayout> layouts = new HashMap<>();
        Map<Long, Map<Integer, String>> eventNames = new HashMap<>();
        List<DeviceLayout> documents = new ArrayList<>(locked.size());
        List<Request> infos = new ArrayList<>(locked.size() * 2);
        for (Device device : locked) {
            ProcessDataLayout layout = chosen.of(device).orElseGet(() -> device.descriptionId == null
                    ? null
                    : layouts.computeIfAbsent(device.descriptionId, descriptions::layout));
            Map<Integer, String> events = device.descriptionId == null
                    ? Map.of()
                    : eventNames.computeIfAbsent(device.descriptionId, this::eventNames);
            documents.add(new DeviceLayout(device.id, device.layoutRevision, values.getOrDefault(device.id, Map.of()),
                    layout, events));
            infos.addAll(DeviceInfo.write(device, layout));
            device.publishedRevision = device.layoutRevision;
        }
        outside.call(() -> registry.publish(documents));
        outside.call(() -> redis.independent(infos));
    }

    private Map<Integer, String> eventNames(long descriptionId) {
        return EventNames.of(open.of(descriptions.summary(descriptionId, null)).events());
    }
}
