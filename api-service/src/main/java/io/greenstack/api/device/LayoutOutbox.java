package io.greenstack.api.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.platform.OutsideTransaction;
import io.greenstack.core.layout.DeviceLayout;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.platform.layout.LayoutRegistry;
import io.greenstack.platform.redis.RedisPipeline;
import io.vertx.redis.client.Request;

/**
 * Carries layouts from the database to Redis. Each step holds the row locks of its devices while Redis is written, so that
 * of two replicas that publish the same device the one with the newer revision writes last.
 */
@ApplicationScoped
public class LayoutOutbox {

    static final int BATCH = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DeviceRepository devices;
    private final DeviceParameterRepository parameters;
    private final LayoutRemovals removals;
    private final DescriptionService descriptions;
    private final ChosenLayouts chosen;
    private final LayoutRegistry registry;
    private final RedisPipeline redis;
    private final OutsideTransaction outside = new OutsideTransaction("layout-outbox", PATIENCE);

    @Inject
    public LayoutOutbox(DeviceRepository devices, DeviceParameterRepository parameters, LayoutRemovals removals,
            DescriptionService descriptions, ChosenLayouts chosen, LayoutRegistry registry, RedisPipeline redis) {
        this.devices = devices;
        this.parameters = parameters;
        this.removals = removals;
        this.descriptions = descriptions;
        this.chosen = chosen;
        this.registry = registry;
        this.redis = redis;
    }

    /** Publishes devices that have changed; returns how many, fails when Redis is away. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int publishChanged() {
        List<String> ids = devices.unpublished(BATCH);
        publish(ids);
        return ids.size();
    }

    /** Publishes the devices that follow an id, in order of ids; returns the last one, null when there was none. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public String publishAfter(String id) {
        List<String> ids = devices.idsAfter(id, BATCH);
        publish(ids);
        return ids.isEmpty() ? null : ids.get(ids.size() - 1);
    }

    /** Removes deleted devices from Redis; returns how many, fails when Redis is away. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int removeDeleted() {
        List<String> ids = removals.lock(BATCH);
        for (String id : ids) {
            outside.call(() -> registry.remove(id));
            outside.call(() -> redis.batch(DeviceInfo.remove(id)));
            removals.cancel(id);
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
        outside.call(() -> redis.batch(infos));
    }

    private Map<Integer, String> eventNames(long descriptionId) {
        return descriptions.detailMember(descriptionId, DescriptionKind.IODD, "events").map(EventNames::of)
                .orElse(Map.of());
    }

    @PreDestroy
    void stop() {
        outside.close();
    }
}
