package io.greenstack.mappings;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.greenstack.core.message.DeviceId;

/**
 * What a message says of one device.
 *
 * @param device the device
 * @param registration members of its registration, null if there is none
 * @param connected whether it is there, null if that is not said
 * @param values its values
 * @param events its events
 * @param processData raw process data input as upper-case hexadecimal text, null if there is none
 * @param time of the process data, null for the arrival of the message
 */
public record MappedItem(DeviceId device, Map<String, Object> registration, Boolean connected,
        List<MappedValue> values, List<MappedEvent> events, String processData, Instant time) {}
