package io.greenstack.api.shadow;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.platform.ApiException;

/** Judges wanted values before they are accepted, by what the description of the device says about them. */
interface DesiredRules {

    /**
     * Checks a merge patch of wanted values and answers it with the names that the device uses.
     *
     * @throws ApiException 422 with one error for each value that the device could never take
     */
    ObjectNode accept(String deviceId, ObjectNode patch);
}
