package io.greenstack.api.device;

import java.util.Map;
import java.util.Objects;

/** Applies what people change of a device. */
final class DeviceEdits {

    private DeviceEdits() {}

    /**
     * Changes a device.
     *
     * @param replace whether what is absent is cleared
     * @return whether anything is different now
     */
    static boolean apply(Device device, DevicePatch patch, boolean replace) {
        Map<String, String> present = Labels.stored(device.labels);
        Map<String, String> labels = Labels.changed(present, patch.labels(), replace);
        String name = edited(device.name, patch.name(), replace);
        String location = edited(device.location, patch.location(), replace);
        String notes = edited(device.notes, patch.notes(), replace);
        boolean different = !labels.equals(present) || !Objects.equals(name, device.name)
                || !Objects.equals(location, device.location) || !Objects.equals(notes, device.notes);
        device.labels = Labels.text(labels);
        device.name = name;
        device.location = location;
        device.notes = notes;
        return different;
    }

    private static String edited(String present, String text, boolean replace) {
        if (text == null) {
            return replace ? null : present;
        }
        return text.isBlank() ? null : text.strip().replace("\0", "");
    }
}
