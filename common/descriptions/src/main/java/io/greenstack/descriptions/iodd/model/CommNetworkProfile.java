package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * Communication characteristics, clause 7.6.
 *
 * @param xsiType {@code IOLinkCommNetworkProfileT} or the wireless one
 * @param iolinkRevision revision of IO-Link, {@code V1.1}
 * @param compatibleWith older revision it also works with, null if none
 * @param iolinkWirelessRevision revision of IO-Link Wireless, null if wired
 * @param transportLayers physical layers
 * @param test test settings, null if none
 */
public record CommNetworkProfile(String xsiType, String iolinkRevision, String compatibleWith,
        String iolinkWirelessRevision, IoddList<PhysicalLayer> transportLayers, TestProfile test,
        Source source) implements IoddNode {

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

    /**
     * What automatic tests need, clause 7.6.1.
     *
     * @param xsiType {@code xsi:type}, null if not given
     * @param configs settings
     */
    public record TestProfile(String xsiType, List<TestConfig> configs, Source source) implements IoddNode {

        public TestProfile {
            configs = List.copyOf(configs);
        }
    }

    /**
     * A wire.
     *
     * @param element {@code Wire1} to {@code Wire9}
     * @param xsiType {@code xsi:type}, null if not given
     * @param color colour code of IEC 60757, null if not given
     * @param function {@code L+}, {@code L-}, {@code C/Q} and so on, null if not given
     * @param name name, null if none
     */
    public record Wire(String element, String xsiType, String color, String function, TextRef name,
            Source source) implements IoddNode {

        /** Number of the wire, 1..9. */
        public int number() {
            return element.charAt(element.length() - 1) - '0';
        }
    }

    /**
     * Reference to a variant.
     *
     * @param productId product id of the variant
     */
    public record ProductRef(String productId, Source source) implements IoddNode {}

    /**
     * A connection and its wires.
     *
     * @param xsiType {@code M12-4ConnectionT} and so on
     * @param connectionSymbol file name of the picture, null if none
     * @param products variants it belongs to
     * @param description description, null if none
     * @param wires wires in document order
     */
    public record Connection(String xsiType, String connectionSymbol, List<ProductRef> products, TextRef description,
            List<Wire> wires, Source source) implements IoddNode {

        public Connection {
            products = List.copyOf(products);
            wires = List.copyOf(wires);
        }
    }

    /**
     * How to raise an event in a test.
     *
     * @param appearValue value that lets the event appear
     * @param disappearValue value that lets it disappear
     */
    public record EventTrigger(Integer appearValue, Integer disappearValue, Source source) implements IoddNode {}

    /**
     * A test setting.
     *
     * @param element {@code Config1} to {@code Config7}
     * @param index ISDU index
     * @param testValue octets {@code 0x..,0x..}, null if none
     * @param triggers values that raise events
     */
    public record TestConfig(String element, Integer index, String testValue, List<EventTrigger> triggers,
            Source source) implements IoddNode {

        public TestConfig {
            triggers = List.copyOf(triggers);
        }
    }
}
