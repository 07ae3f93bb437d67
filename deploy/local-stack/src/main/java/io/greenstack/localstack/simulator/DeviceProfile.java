package io.greenstack.localstack.simulator;

import java.util.Map;

import io.greenstack.core.processdata.ProcessDataLayout;

/**
 * What a simulated device is.
 *
 * @param deviceId id in topics
 * @param name name for people
 * @param vendorId IO-Link vendor id
 * @param productId IO-Link device id
 * @param layout process data of its description
 * @param parameters values of the parameters that conditions of the layout refer to; missing ones have their default
 * @param phase shift of its signals in seconds, so that two devices of a kind do not show the same values
 */
public record DeviceProfile(String deviceId, String name, long vendorId, long productId, ProcessDataLayout layout,
        Map<String, Long> parameters, double phase) {

    public DeviceProfile {
        parameters = Map.copyOf(parameters);
    }
}
