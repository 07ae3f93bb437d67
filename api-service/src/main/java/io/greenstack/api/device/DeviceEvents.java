package io.greenstack.api.device;

import java.util.List;

/** What others are told about devices, inside the transaction of the change. */
public final class DeviceEvents {

    private DeviceEvents() {}

    /** The edge services have to know these devices anew. */
    public record Changed(List<String> deviceIds) {}

    /** These devices had no description and have one now. */
    public record Described(List<String> deviceIds) {}

    /** These devices are gone. */
    public record Deleted(List<String> deviceIds) {}

    /** These devices can be written to from now on, after they could not. */
    public record Reached(List<String> deviceIds) {}
}
