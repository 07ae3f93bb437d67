package io.greenstack.core.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A device makes itself known.
 *
 * @param name display name, null if it has none
 * @param ioLink identity of an IO-Link device, null if not given
 * @param eds identity of an EtherNet/IP device, null if not given
 * @param attributes what else it says, in its order: texts, booleans and numbers ({@code Double}) by name
 */
public record RegistrationMessage(String name, IoLinkIdentity ioLink, EdsIdentity eds,
        Map<String, Object> attributes) {

    public RegistrationMessage {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
