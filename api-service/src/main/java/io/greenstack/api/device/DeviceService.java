package io.greenstack.api.device;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.api.cache.CacheTags;
import io.greenstack.api.device.DeviceResource.DevicePatch;
import io.greenstack.api.device.RegistrationRequests.RegistrationRequest;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.ChangeNotes;
import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.descriptions.DescriptionFormats;

/** The registry of field devices. */
@ApplicationScoped
public class DeviceService {

    private final DeviceRepository devices;
    private final DeviceParameterRepository parameters;
    private final DeviceBinder binder;
    private final DescriptionFormats formats;
    private final Event<DeviceEvents.Changed> changed;
    private final Event<DeviceEvents.Deleted> deleted;
    private final DeviceViewer viewer;
    private final DeviceReads reads;
    private final CacheTags cache;
    private final JsonText json;
    private final ChangeNotes notes;
    private final Clock clock;

    public DeviceService(DeviceRepository devices, DeviceParameterRepository parameters,
            DeviceBinder binder, DescriptionFormats formats, Event<DeviceEvents.Changed> changed,
            Event<DeviceEvents.Deleted> deleted,
            DeviceViewer viewer, DeviceReads reads, CacheTags cache, JsonText json, ChangeNotes notes, Clock clock) {
        this.devices = devices;
        this.parameters = parameters;
        this.binder = binder;
        this.formats = formats;
        this.changed = changed;
        this.deleted = deleted;
        this.viewer = viewer;
        this.reads = reads;
        this.cache = cache;
        this.json = json;
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * Result of a registration.
     *
     * @param device the device as it is now
     * @param created whether it was unknown before
     */
    public record Registered(DeviceView device, boolean created) {}

    /**
     * Registers a device, or notes that it registered again. Repeating a registration changes nothing but its time. What the
     * device leaves out this time is kept from before.
     *
     * @throws ApiException 400 when the body is not a registration
     */
    @Transactional
    public Registered register(JsonNode body) {
        RegistrationRequest request = RegistrationRequests.read(body, formats.all());
        Instant now = clock.instant();
        boolean created = devices.insertIfAbsent(request.deviceId(), now);
        Device device = devices.lock(request.deviceId())
                .orElseThrow(
                        () -> ApiException.unavailable("concurrent-change", "The device is being deleted; try again."));
        long before = device.layoutRevision;
        boolean waited = !created && device.descriptionId == null;
        boolean touched = created | apply(request, device);
        device.lastRegisteredAt = now;
        cache.devicesChange(List.of(device.id));
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
            devices.cancelRemoval(device.id);
        }
        devices.flush();
        if (waited) {
            binder.described(device);
        }
        if (touched || device.layoutRevision != before) {
            publishLater(device);
        }
        return new Registered(viewer.view(device), created);
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
        if (!request.attributes().isEmpty() && !request.attributes().equals(json.tree(device.attributes))) {
            device.attributes = request.attributes().toString();
            touched = true;
        }
        return touched;
    }

    private boolean merge(RegistrationRequest request, Device device, Instant now) {
        Map<String, Long> merged = new TreeMap<>(parameters.of(device.id));
        if (request.parameters().isEmpty() || !overlay(merged, request.parameters())) {
            return false;
        }
        if (merged.size() > RegistrationRequests.MAX_PARAMETERS) {
            throw ApiException.invalidParameter("parameters",
                    "at most " + RegistrationRequests.MAX_PARAMETERS + " are kept");
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
    public Page<DeviceView> list(DeviceFilter filter, String sort, PageRequest page) {
        return filter.connection() == null
                ? viewer.judged(reads.list(filter, sort, page))
                : reads.listNow(filter, sort, page);
    }

    /** A device; 404 when it is not registered. */
    public DeviceView get(String id) {
        return viewer.judged(reads.get(id));
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

    /** The description that a device is bound to, empty when there is none; 404 when it is not registered. */
    @Transactional
    public Optional<Long> boundDescription(String id) {
        return Optional.ofNullable(find(id).descriptionId);
    }

    /** The description that a device is bound to, empty when there is none or the device is not registered. */
    @Transactional
    public Optional<Long> descriptionIfRegistered(String id) {
        return devices.findByIdOptional(id).map(device -> device.descriptionId);
    }

    /** Whether a device hangs on a master, so that a bridge writes to it; false when it is not registered. */
    @Transactional
    public boolean onMaster(String id) {
        return devices.findByIdOptional(id).map(device -> device.masterId != null).orElse(false);
    }

    /** Ids of the first devices that are bound to a description. */
    @Transactional
    public List<String> boundTo(long descriptionId, int most) {
        return devices.idsBoundTo(descriptionId, most);
    }

    /** Whether the edge services can know how to decode what a device sends: its layout was written for them. */
    @Transactional
    public boolean published(String id) {
        return devices.findByIdOptional(id).filter(device -> device.publishedRevision >= device.layoutRevision)
                .isPresent();
    }

    /** Those of some devices that have a description, by which the edge services can decode what they send. */
    @Transactional
    public Set<String> decodable(Collection<String> ids) {
        return devices.decodable(ids);
    }

    /** What is stored of the presence of a device; empty when it is not registered. */
    @Transactional
    public Optional<Presence> presenceIfRegistered(String id) {
        return devices.findByIdOptional(id).map(
                device -> new Presence(id, device.connectionState, device.stateSince, device.lastSeenAt,
                        device.clockAheadMs));
    }

    private Device find(String id) {
        return devices.findByIdOptional(id).orElseThrow(() -> ApiException.unknownDevice(id));
    }

    private Device lock(String id) {
        return devices.lock(id).orElseThrow(() -> ApiException.unknownDevice(id));
    }

    /**
     * Makes a device by hand; it is never heard of until it registers or sends something.
     *
     * @param body as of {@link #register}
     * @param details what people note about it
     * @throws ApiException 400 when the body is not a registration, 409 when there is such a device
     */
    @Transactional
    public DeviceView create(JsonNode body, DevicePatch details) {
        RegistrationRequest request = RegistrationRequests.read(body, formats.all());
        Instant now = clock.instant();
        if (!devices.insertIfAbsent(request.deviceId(), now)) {
            throw ApiException.conflict("device-exists",
                    "A device '" + request.deviceId() + "' is registered already.");
        }
        Device device = lock(request.deviceId());
        apply(request, device);
        details.apply(device, false);
        binder.bind(device);
        parameters.merge(device.id, request.parameters(), now);
        device.version++;
        devices.cancelRemoval(device.id);
        devices.flush();
        notes.changed(null, DeviceChange.of(device));
        publishLater(device);
        return viewer.view(device);
    }

    /**
     * Changes what people note about a device.
     *
     * @param replace whether what is absent is cleared
     * @throws ApiException 404 when it is not registered, 400 for labels that are none
     */
    @Transactional
    public DeviceView edit(String id, DevicePatch patch, boolean replace) {
        Device device = lock(id);
        DeviceChange before = DeviceChange.of(device);
        if (patch.apply(device, replace)) {
            notes.changed(before, DeviceChange.of(device));
            device.version++;
            device.updatedAt = clock.instant();
            device.layoutChanged();
            publishLater(device);
        }
        return viewer.view(device);
    }

    /** Takes a device out of the registry; 404 when it is not registered. */
    @Transactional
    public void delete(String id) {
        Device device = lock(id);
        notes.changed(DeviceChange.of(device), null);
        devices.delete(device);
        devices.addRemoval(id, clock.instant());
        deleted.fire(new DeviceEvents.Deleted(List.of(id)));
    }

    private void publishLater(Device device) {
        changed.fire(new DeviceEvents.Changed(List.of(device.id)));
    }
}
