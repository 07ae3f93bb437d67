package io.greenstack.api.device;

import java.util.Map;

import io.greenstack.descriptions.Sparse;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What people change about a device, as the audit log shows it before and after. */
@RegisterForReflection
record DeviceChange(String name, Map<String, String> labels, String location, String notes, BindingMode binding,
        Long descriptionId, Integer connection, String assembly) implements Sparse {

    static DeviceChange of(Device device) {
        return new DeviceChange(device.name, Labels.stored(device.labels), device.location, device.notes,
                device.binding, device.descriptionId, device.connectionNumber, device.assemblyName);
    }
}
