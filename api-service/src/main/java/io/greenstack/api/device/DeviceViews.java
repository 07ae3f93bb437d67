package io.greenstack.api.device;

import java.util.Map;

import io.greenstack.api.description.DescriptionSummary;

/** From entity to what the API shows. */
final class DeviceViews {

    private DeviceViews() {}

    static DeviceView of(Device device, DescriptionSummary description, Map<String, Long> parameters,
            Map<String, String> labels, ConnectionStatus connection) {
        BindingView binding = new BindingView(state(device), device.binding, device.descriptionId,
                description == null ? null : description.productName(),
                description == null ? null : description.vendorName(), device.connectionNumber, device.assemblyName,
                parameters);
        return new DeviceView(device.id, device.name, device.identity(), binding, labels, device.location,
                device.notes,
                new Connection(connection, device.stateSince, device.firstSeenAt, device.lastSeenAt), device.attributes,
                device.registeredAt,
                device.lastRegisteredAt, device.updatedAt, device.version);
    }

    private static BindingState state(Device device) {
        if (device.descriptionId != null) {
            return BindingState.BOUND;
        }
        return device.identity().matchable() ? BindingState.DESCRIPTION_MISSING : BindingState.IDENTITY_MISSING;
    }
}
