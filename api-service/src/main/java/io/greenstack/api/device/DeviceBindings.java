package io.greenstack.api.device;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.ParameterNames;
import io.greenstack.api.device.DeviceRepository.MissingDescription;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.ChangeNotes;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.EncodeException;
import io.greenstack.core.processdata.ParameterValues;
import io.greenstack.core.processdata.ProcessDataEncoder;

/** Which description each device is read and written by, and which ones are missing. */
@ApplicationScoped
public class DeviceBindings {

    private final DeviceRepository devices;
    private final DeviceParameterRepository parameters;
    private final DeviceBinder binder;
    private final ChosenLayouts chosen;
    private final DescriptionService descriptions;
    private final Event<DeviceEvents.Changed> changed;
    private final DeviceViewer viewer;
    private final ChangeNotes notes;
    private final Clock clock;

    public DeviceBindings(DeviceRepository devices, DeviceParameterRepository parameters, DeviceBinder binder,
            ChosenLayouts chosen, DescriptionService descriptions, Event<DeviceEvents.Changed> changed,
            DeviceViewer viewer, ChangeNotes notes, Clock clock) {
        this.devices = devices;
        this.parameters = parameters;
        this.binder = binder;
        this.chosen = chosen;
        this.descriptions = descriptions;
        this.changed = changed;
        this.viewer = viewer;
        this.notes = notes;
        this.clock = clock;
    }

    /** Identities whose description is missing, with how many devices wait for it. */
    @Transactional
    public Page<MissingDescription> missing(PageRequest page) {
        return devices.missing(page);
    }

    /**
     * Binds a device to a description or back to automatic choice, and sets condition parameter values.
     *
     * @throws ApiException 404 when the device or the description is not there, 400 when a parameter is not one of the
     *         description's conditions
     */
    @Transactional
    public DeviceView bind(String id, BindingRequest request) {
        Device device = devices.lock(id).orElseThrow(() -> ApiException.unknownDevice(id));
        DeviceChange before = DeviceChange.of(device);
        boolean waited = device.descriptionId == null;
        if (request.descriptionId() != null && request.mode() == BindingMode.AUTOMATIC) {
            throw ApiException.invalidParameter("mode",
                    "automatic chooses the description itself; leave description_id out");
        }
        if (request.descriptionId() == null && request.mode() == BindingMode.PINNED && device.descriptionId == null) {
            throw ApiException.invalidParameter("description_id", "pinned needs a description");
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
            ParameterNames.check(request.parameters(),
                    device.descriptionId == null
                            ? null
                            : chosen.of(device).orElseGet(() -> descriptions.layout(device.descriptionId)));
            parameters.replace(device.id, request.parameters(), now);
        }
        device.version++;
        device.updatedAt = now;
        device.layoutChanged();
        devices.flush();
        notes.changed(before, DeviceChange.of(device));
        changed.fire(new DeviceEvents.Changed(List.of(id)));
        if (waited) {
            binder.described(device);
        }
        return viewer.view(device);
    }

    /**
     * Checks values that are to be put into the output data of a device.
     *
     * @throws ApiException 404 when it is not registered, 422 when it has no description, or that has no such output data
     */
    @Transactional
    public void checkOutput(String id, Map<String, ?> values) {
        Device device = devices.findByIdOptional(id).orElseThrow(() -> ApiException.unknownDevice(id));
        if (device.descriptionId == null) {
            throw new ApiException(422, "no-description", "The device '" + id
                    + "' is bound to no description, so its output data is not known.");
        }
        try {
            ProcessDataEncoder
                    .of(chosen.of(device).orElseGet(() -> descriptions.layout(device.descriptionId)))
                    .encode(Direction.OUT, values, ParameterValues.of(parameters.of(id)));
        } catch (EncodeException e) {
            throw new ApiException(422, "value-not-valid", "The description does not allow this output: "
                    + e.getMessage());
        }
    }
}
