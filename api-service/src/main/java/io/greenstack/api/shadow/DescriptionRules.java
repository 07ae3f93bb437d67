package io.greenstack.api.shadow;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Rules out of the description that a device is bound to; what a device without one takes is not known. */
@ApplicationScoped
public class DescriptionRules implements DesiredRules {

    @Override
    public ObjectNode accept(String deviceId, ObjectNode patch) {
        return patch;
    }
}
