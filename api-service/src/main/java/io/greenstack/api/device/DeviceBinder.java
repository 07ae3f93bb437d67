package io.greenstack.api.device;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import io.greenstack.api.description.DescriptionEvents;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;

/**
 * Keeps devices bound to their descriptions as both come and go. Runs inside the transaction of the change, so that a
 * description and the bindings that follow from it appear together.
 */
@ApplicationScoped
class DeviceBinder {

    private final DeviceRepository devices;
    private final DescriptionService descriptions;
    private final Candidates candidates;
    private final Event<DeviceEvents.Changed> changed;
    private final Event<DeviceEvents.Described> described;
    private final Clock clock;

    public DeviceBinder(DeviceRepository devices, DescriptionService descriptions, Candidates candidates,
            Event<DeviceEvents.Changed> changed, Event<DeviceEvents.Described> described, Clock clock) {
        this.devices = devices;
        this.descriptions = descriptions;
        this.candidates = candidates;
        this.changed = changed;
        this.described = described;
        this.clock = clock;
    }

    /** Binds an automatic device to what fits it best now; true when that is another description than before. */
    boolean bind(Device device) {
        if (device.binding != BindingMode.AUTOMATIC) {
            return false;
        }
        return rebind(device, candidates.best(device.identity()).orElse(null));
    }

    /** A device that had none may have a description now; what it sent before is worth decoding then. */
    void described(Device device) {
        if (device.descriptionId != null) {
            described.fire(new DeviceEvents.Described(List.of(device.id)));
        }
    }

    private boolean rebind(Device device, Long descriptionId) {
        if (Objects.equals(device.descriptionId, descriptionId)) {
            return false;
        }
        device.descriptionId = descriptionId;
        device.layoutChanged();
        device.version++;
        device.updatedAt = clock.instant();
        return true;
    }

    void onStored(@Observes DescriptionEvents.Stored event) {
        if (!devices.anyAutomatic(event.descriptions().stream().map(DescriptionSummary::id).toList())) {
            return;
        }
        List<String> rebound = new ArrayList<>();
        List<String> first = new ArrayList<>();
        for (DescriptionSummary description : event.descriptions()) {
            List<Device> matching = devices.lockAutomatic(description.kind(), description.vendorId(),
                    descriptions.deviceIds(description.id()));
            for (Device device : matching) {
                boolean unknown = device.descriptionId == null;
                if (bind(device)) {
                    if (unknown) {
                        first.add(device.id);
                    }
                    rebound.add(device.id);
                }
            }
        }
        announce(rebound);
        if (!first.isEmpty()) {
            described.fire(new DeviceEvents.Described(List.copyOf(first)));
        }
    }

    /** Devices that use a description whose process data or events are others now get them. */
    void onRenewed(@Observes DescriptionEvents.Renewed event) {
        List<Device> using = devices.lockBoundTo(event.id());
        using.forEach(Device::layoutChanged);
        announce(using.stream().map(device -> device.id).toList());
    }

    void onRemoving(@Observes DescriptionEvents.Removing event) {
        List<String> rebound = new ArrayList<>();
        for (Device device : devices.lockBoundTo(event.id())) {
            device.binding = BindingMode.AUTOMATIC;
            Optional<Long> next = candidates.best(device.identity(), event.id());
            rebind(device, next.orElse(null));
            rebound.add(device.id);
        }
        devices.flush();
        announce(rebound);
    }

    private void announce(List<String> ids) {
        if (!ids.isEmpty()) {
            changed.fire(new DeviceEvents.Changed(List.copyOf(ids)));
        }
    }
}
