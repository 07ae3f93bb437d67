package io.greenstack.api.device;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.cache.AnswerParts;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.device.DeviceView.BindingView;
import io.greenstack.api.device.DeviceView.MasterPlace;
import io.greenstack.api.platform.Page;

/** Makes what the API shows of devices, with what descriptions, parameters and the clock say of them. */
@ApplicationScoped
class DeviceViewer {

    private final DeviceParameterRepository parameters;
    private final DescriptionService descriptions;
    private final Duration silence;
    private final AnswerParts answer;
    private final Clock clock;

    public DeviceViewer(DeviceParameterRepository parameters, DescriptionService descriptions,
            RegistrySettings settings, AnswerParts answer, Clock clock) {
        this.parameters = parameters;
        this.descriptions = descriptions;
        this.silence = settings.silenceTimeout();
        this.answer = answer;
        this.clock = clock;
    }

    /** Devices that were not heard of since count as silent. */
    Instant silentBefore() {
        return clock.instant().minus(silence);
    }

    DeviceView view(Device device) {
        DescriptionSummary description = device.descriptionId == null
                ? null
                : descriptions.summaries(List.of(device.descriptionId)).get(device.descriptionId);
        return view(device, description, parameters.of(device.id));
    }

    /** The views of a page, with as many queries as for one. */
    Page<DeviceView> views(Page<Device> page) {
        Map<String, Map<String, Long>> values = parameters
                .of(page.items().stream().map(device -> device.id).toList());
        Map<Long, DescriptionSummary> bound = descriptions.summaries(
                page.items().stream().map(device -> device.descriptionId).filter(Objects::nonNull).toList());
        return new Page<>(page.items().stream().map(device -> view(device, bound.get(device.descriptionId),
                values.getOrDefault(device.id, Map.of()))).toList(), page.total(), page.request());
    }

    private DeviceView view(Device device, DescriptionSummary description, Map<String, Long> values) {
        BindingView binding = new BindingView(state(device), device.binding, device.descriptionId,
                description == null ? null : description.productName(),
                description == null ? null : description.vendorName(), device.connectionNumber, device.assemblyName,
                values);
        ConnectionStatus connection = DeviceConnection.judge(device.connectionState, device.stateSince,
                device.lastSeenAt,
                clock.instant(), silence);
        return new DeviceView(device.id, device.name, device.identity(), binding, Labels.stored(device.labels),
                device.location, device.notes,
                new DeviceConnection(connection, device.stateSince, device.firstSeenAt, device.lastSeenAt,
                        ahead(device.clockAheadMs)),
                device.masterId == null ? null : new MasterPlace(device.masterId, device.masterPort),
                device.attributes,
                device.registeredAt, device.lastRegisteredAt, device.updatedAt, device.version);
    }

    /** The same with what the clock says now. */
    Page<DeviceView> judged(Page<DeviceView> page) {
        List<DeviceView> now = page.items().stream().map(this::judged).toList();
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i) != page.items().get(i)) {
                return new Page<>(now, page.total(), page.request());
            }
        }
        return page;
    }

    /** The same with what the clock says now. */
    DeviceView judged(DeviceView view) {
        DeviceConnection connection = view.connection().at(clock.instant(), silence);
        answer.goodUntil(connection.silentAfter(silence));
        return connection == view.connection() ? view : view.with(connection);
    }

    /** A clock that is right is not told. */
    private static Long ahead(Long clockAheadMs) {
        return clockAheadMs == null || clockAheadMs == 0 ? null : clockAheadMs;
    }

    private static BindingState state(Device device) {
        if (device.descriptionId != null) {
            return BindingState.BOUND;
        }
        return device.identity().matchable() ? BindingState.DESCRIPTION_MISSING : BindingState.IDENTITY_MISSING;
    }
}
