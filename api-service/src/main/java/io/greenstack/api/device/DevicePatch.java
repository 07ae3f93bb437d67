package io.greenstack.api.device;

import java.util.Map;
import java.util.Objects;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a person may change of a device. In a PATCH absent members stay and empty texts clear; a PUT clears what is absent.
 *
 * @param name name for people
 * @param labels {@code {"line":"4","critical":""}} or {@code ["line=4","critical"]}
 * @param location where it is
 * @param notes what else is to be known
 */
record DevicePatch(@Size(max = 200) String name, @Schema(type = SchemaType.OBJECT) JsonNode labels,
        @Size(max = 500) String location, @Size(max = 10_000) String notes) {
    /**
     * Changes a device.
     *
     * @param replace whether what is absent is cleared
     * @return whether anything is different now
     */
    boolean apply(Device device, boolean replace) {
        Map<String, String> present = Labels.stored(device.labels);
        Map<String, String> changed = Labels.changed(present, labels, replace);
        String newName = edited(device.name, name, replace);
        String newLocation = edited(device.location, location, replace);
        String newNotes = edited(device.notes, notes, replace);
        boolean different = !changed.equals(present) || !Objects.equals(newName, device.name)
                || !Objects.equals(newLocation, device.location) || !Objects.equals(newNotes, device.notes);
        device.labels = Labels.text(changed);
        device.name = newName;
        device.location = newLocation;
        device.notes = newNotes;
        return different;
    }

    private static String edited(String present, String text, boolean replace) {
        if (text == null) {
            return replace ? null : present;
        }
        return text.isBlank() ? null : text.strip().replace("\0", "");
    }
}
