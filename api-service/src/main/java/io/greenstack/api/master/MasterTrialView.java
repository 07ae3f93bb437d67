package io.greenstack.api.master;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.greenstack.descriptions.Sparse;

/**
 * What came of trying to reach a master.
 *
 * @param reachable whether it answered as it should
 * @param error why not, for people
 * @param tookMs how long it took
 * @param vendor who makes it
 * @param product product code
 * @param serial serial number
 * @param firmware release of its software
 * @param hardware release of its hardware
 * @param ports what its ports are and what hangs on them
 */
@Schema(name = "MasterTrial")
record MasterTrialView(boolean reachable, String error, Long tookMs, String vendor, String product, String serial,
        String firmware, String hardware, List<TriedPort> ports) implements Sparse {

    /**
     * A port.
     *
     * @param port its number
     * @param mode what it is used for
     * @param vendorId vendor id of the device on it, absent for none
     * @param iolinkDeviceId device id of its type
     * @param product what it calls itself
     * @param serial its serial number
     */
    @Schema(name = "TriedPort")
    record TriedPort(int port, String mode, Long vendorId, Long iolinkDeviceId, String product,
            String serial) implements Sparse {}
}
