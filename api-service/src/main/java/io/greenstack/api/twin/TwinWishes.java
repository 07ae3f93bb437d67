package io.greenstack.api.twin;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.twin.TwinResource.Precondition;
import io.greenstack.api.twin.TwinService.TwinWrite;

/** Wanted values of devices, for features that want some. */
@ApplicationScoped
public class TwinWishes {

    private final TwinService twins;

    TwinWishes(TwinService twins) {
        this.twins = twins;
    }

    /**
     * Merges values into those that a device is wanted to have.
     *
     * @param by name of whoever wants them
     * @return version of the twin with them
     * @throws io.greenstack.api.platform.ApiException 404 unknown device, 413 too large, 422 a value that cannot be accepted
     */
    public long wish(String deviceId, ObjectNode wanted, String by) {
        return twins.write(deviceId, new TwinWrite(wanted, null, false), by, Precondition.of(null)).version();
    }
}
