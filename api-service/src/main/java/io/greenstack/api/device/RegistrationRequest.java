package io.greenstack.api.device;

import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A checked registration of a device, as the bridge forwards it or a person sends it.
 *
 * @param deviceId id in MQTT topics
 * @param name name for people, null = not said
 * @param identity what the device says it is, {@link DeviceIdentity#NONE} when it said nothing
 * @param parameters condition parameter values it reported
 * @param attributes the members that have no meaning here
 */
record RegistrationRequest(String deviceId, String name, DeviceIdentity identity, Map<String, Long> parameters,
        ObjectNode attributes) {}
