package io.greenstack.core.layout;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.greenstack.core.processdata.ProcessDataLayout;

/**
 * What the edge services have to know of a registered device to decode its process data.
 *
 * @param deviceId id of the device in topics and keys
 * @param revision goes up with each change of this document
 * @param parameters current values of the device parameters that conditions of the layout refer to; key is the variable
 *        id, with {@code /subindex} behind it for a record item other than 0
 * @param layout the compiled layout, null for a device without a description
 * @param events names of the events of the device by code, in the primary language of its description
 */
public record DeviceLayout(String deviceId, long revision, Map<String, Long> parameters, ProcessDataLayout layout,
        Map<Integer, String> events) {

    public DeviceLayout {
        Objects.requireNonNull(deviceId, "deviceId");
        parameters = parameters == null
                ? Map.of()
                : Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        events = events == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(events));
    }

    /** A layout without names of events. */
    public DeviceLayout(String deviceId, long revision, Map<String, Long> parameters, ProcessDataLayout layout) {
        this(deviceId, revision, parameters, layout, Map.of());
    }

    /** Whether there is a layout to decode with. */
    public boolean bound() {
        return layout != null;
    }
}
