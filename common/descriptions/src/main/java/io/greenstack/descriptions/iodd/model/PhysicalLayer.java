package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * Physical layer.
 *
 * @param bitrate {@code COM1}, {@code COM2}, {@code COM3}; null if absent
 * @param baudrate the same in 1.0.1
 * @param minCycleTime shortest cycle in microseconds
 * @param sioSupported SIO mode supported
 * @param mSequenceCapability M-sequence capability, a bit field
 * @param physics physics (1.0.1), null if none
 * @param minCycleTimeOut wireless: shortest cycle out
 * @param minCycleTimeIn wireless: shortest cycle in
 * @param maxTxPower wireless: highest transmit power
 * @param defaultSlotType wireless: slot type
 * @param isABridge wireless: bridge
 * @param isLowPowerDevice wireless: low-power device
 * @param connections connections
 * @param source place in the file
 */
public record PhysicalLayer(String bitrate, String baudrate, Integer minCycleTime, Boolean sioSupported,
        Integer mSequenceCapability, String physics, Integer minCycleTimeOut, Integer minCycleTimeIn,
        Integer maxTxPower, String defaultSlotType, Boolean isABridge, Boolean isLowPowerDevice,
        List<Connection> connections, Source source) implements IoddNode {

    public PhysicalLayer {
        connections = List.copyOf(connections);
    }

    /** Bit rate, whichever attribute it stands in; null if none. */
    public String anyBitrate() {
        return bitrate != null ? bitrate : baudrate;
    }
}
