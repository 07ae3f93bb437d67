package io.greenstack.api.device;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.common.processdata.LayoutParameter;
import io.greenstack.common.processdata.ParameterKey;

/** The registry of field devices and their binding to descriptions. */
@ApplicationScoped
public class DeviceService {

    private final DeviceRepository devices;
    private final DeviceParameterRepository parameters;
    private final LayoutRemovals removals;
    private final DeviceBinder binder;
    private final ChosenLayouts chosen;
    private final DescriptionService descriptions;
    private final Event<DeviceEvents.Changed> changed;
    private final Event<DeviceEvents.Deleted> deleted;
    private final ObjectMapper json;
    private final Clock clock;

    @Inject
    public DeviceService(DeviceRepository devices, DeviceParameterRepository parameters, LayoutRemovals removals,
            DeviceBinder binder, ChosenLayouts chosen, DescriptionService descriptions, Event<DeviceEvents.Changed> changed,
            Event<DeviceEvents.Deleted> deleted, ObjectMapper json, Clock clock) {
        this.devices = devices;
        this.parameters = parameters;
        this.removals = removals;
        this.binder = binder;
        this.chosen = chosen;
        this.descriptions = descriptions;
        this.changed = changed;
        this.deleted = deleted;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Registers a device, or notes that it registered again. Repeating a registration changes nothing but its time. What the
     * device leaves out this time is kept from before.
     *
     * @throws ApiException 400 when the body is not a registration
     */
    @Transactional
    public Registered register(JsonNode body) {
        RegistrationRequest request = RegistrationReader.read(body);
        Instant now = clock.instant();
        boolean created = devices.insertIfAbsent(request.deviceId(), now);
        Device device = devices.lock(request.deviceId())
                .orElseThrow(
                        () -> ApiException.unavailable("concurrent-change", "The device is being deleted; try again."));
        long before = device.layoutRevision;
        boolean touched = created | apply(request, device);
        device.lastRegisteredAt = now;
        binder.bind(device);
        if (merge(request, device, now)) {
            device.layoutChanged();
            touched = true;
        }
        if (touched) {
            device.version++;
            device.updatedAt = now;
        }
        if (created) {
            removals.cancel(device.id);
        }
        devices.flush();
        if (touched || device.layoutRevision != before) {
            publishLater(device);
        }
        return new Registered(view(device), created);
    }

    private boolean apply(RegistrationRequest request, Device device) {
        boolean touched = false;
        if (request.name() != null && !request.name().equals(device.name)) {
            device.name = request.name();
            touched = true;
        }
        if (!request.identity().equals(DeviceIdentity.NONE) && !request.identity().equals(device.identity())) {
            device.identity(request.identity());
            touched = true;
        }
        if (!request.attributes().isEmpty() && !request.attributes().equals(parse(device.attributes))) {
            device.attributes = request.attributes().toString();
            touched = true;
        }
        return touched;
    }

    private JsonNode parse(String attributes) {
        try {
            return json.readTree(attributes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored attributes are not JSON", e);
        }
    }

    private boolean merge(RegistrationRequest request, Device device, Instant now) {
        Map<String, Long> merged = new TreeMap<>(parameters.of(device.id));
        if (request.parameters().isEmpty() || !overlay(merged, request.parameters())) {
            return false;
        }
        if (merged.size() > RegistrationReader.MAX_PARAMETERS) {
            throw ApiException.invalidParameter("parameters",
                    "at most " + RegistrationReader.MAX_PARAMETERS + " are kept");
        }
        parameters.merge(device.id, request.parameters(), now);
        return true;
    }

    private static boolean overlay(Map<String, Long> base, Map<String, Long> values) {
        boolean different = false;
        for (Map.Entry<String, Long> value : values.entrySet()) {
            different |= !value.getValue().equals(base.put(value.getKey(), value.getValue()));
        }
        return different;
    }

    /** One page of the registry. */
    @Transactional
    public Page<DeviceView> list(DeviceFilter filter, String sort, PageRequest page) {
        Page<Device> found = devices.page(filter, sort, page);
        Map<String, Map<String, Long>> values = parameters.of(found.items().stream().map(device -> device.id).toList());
        Map<Long, DescriptionSummary> bound = descriptions
                .summaries(
                        found.items().stream().map(device -> device.descriptionId).filter(Objects::nonNull).toList());
        List<DeviceView> views = found.items().stream().map(
                device -> DeviceViews.of(device, bound.get(device.descriptionId),
                        values.getOrDefault(device.id, Map.of())))
                .toList();
        return new Page<>(views, found.total(), page);
    }

    /** A device; 404 when it is not registered. */
    @Transactional
    public DeviceView get(String id) {
        return view(find(id));
    }

    /** Number of registered devices. */
    @Transactional
    public long count() {
        return devices.count();
    }

    /** Throws 404 when a device is not registered. */
    @Transactional
    public void require(String id) {
        find(id);
    }

    private Device find(String id) {
        return devices.findByIdOptional(id).orElseThrow(() -> ApiException.unknownDevice(id));
    }

    private Device lock(String id) {
        return devices.lock(id).orElseThrow(() -> ApiException.unknownDevice(id));
    }

    private DeviceView view(Device device) {
        DescriptionSummary description = device.descriptionId == null
                ? null
                : descriptions.summaries(List.of(device.descriptionId)).get(device.descriptionId);
        return DeviceViews.of(device, description, parameters.of(device.id));
    }

    /** Changes the name of a device; 404 when it is not registered. */
    @Transactional
    public DeviceView patch(String id, DevicePatch patch) {
        Device device = lock(id);
        if (patch.name() != null) {
            device.name = patch.name().isBlank() ? null : patch.name().strip();
            device.version++;
            device.updatedAt = clock.instant();
            device.layoutChanged();
            publishLater(device);
        }
        return view(device);
    }

    /**
     * Binds a device to a description or back to automatic choice, and sets condition parameter values.
     *
     * @throws ApiException 404 when the device or the description is not there, 400 when a parameter is not one of the
     *         description's conditions
     */
    @Transactional
    public DeviceView bind(String id, BindingRequest request) {
        Device device = lock(id);
        if (request.descriptionId() != null && request.mode() == BindingMode.AUTOMATIC) {
            throw ApiException.invalidParameter("mode",
                    "AUTOMATIC chooses the description itself; leave description_id out");
        }
        if (request.descriptionId() == null && request.mode() == BindingMode.PINNED && device.descriptionId == null) {
            throw ApiException.invalidParameter("description_id", "PINNED needs a description");
        }
        if (request.descriptionId() != null) {
            descriptions.summary(request.descriptionId(), null);
            device.binding = BindingMode.PINNED;
            device.descriptionId = request.descriptionId();
        } else if (request.mode() != null) {
            device.binding = request.mode();
            binder.bind(device);
        }
        chosen.choose(device, request);
        Instant now = clock.instant();
        if (request.parameters() != null) {
            check(request.parameters(), device);
            parameters.replace(device.id, request.parameters(), now);
        }
        device.version++;
        device.updatedAt = now;
        device.layoutChanged();
        devices.flush();
        publishLater(device);
        return view(device);
    }

    private void check(Map<String, Long> values, Device device) {
        values.forEach((name, value) -> {
            ParameterNames.check(name);
            if (value == null) {
                throw ApiException.invalidParameter("parameters." + name, "a whole number is needed");
            }
        });
        if (device.descriptionId == null) {
            return;
        }
        TreeSet<String> known = new TreeSet<>();
        for (LayoutParameter parameter : chosen.of(device).orElseGet(() -> descriptions.layout(device.descriptionId))
                .parameters()) {
            known.add(new ParameterKey(parameter.variableId(), parameter.subindex()).text());
        }
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw ApiException.invalidParameter("parameters." + name,
                        known.isEmpty()
                                ? "the description has no conditions"
                                : "the conditions of the description use " + known);
            }
        }
    }

    /** Takes a device out of the registry; 404 when it is not registered. */
    @Transactional
    public void delete(String id) {
        Device device = lock(id);
        devices.delete(device);
        removals.add(id, clock.instant());
        deleted.fire(new DeviceEvents.Deleted(List.of(id)));
    }

    private void publishLater(Device device) {
        changed.fire(new DeviceEvents.Changed(List.of(device.id)));
    }
}
