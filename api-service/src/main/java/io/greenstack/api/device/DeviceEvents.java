package io.greenstack.api.device;

import java.util.List;

/** What the publisher of layouts is told, after the commit. */
final class DeviceEvents {

    private DeviceEvents() {}

    /** The edge services have to know these devices anew. */
    record Changed(List<String> deviceIds) {}

    /** These devices are gone. */
    record Deleted(List<String> deviceIds) {}
}
