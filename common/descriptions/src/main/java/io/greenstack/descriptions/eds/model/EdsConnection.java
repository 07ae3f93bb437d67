package io.greenstack.descriptions.eds.model;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Entry {@code ConnectionN} of [Connection Manager] (CIP Volume 1, clause 7-3.6.10). Empty fields are null, empty sizes
 * and formats {@code NONE}.
 *
 * @param keyword keyword with number: {@code Connection1}
 * @param number N
 * @param triggerAndTransport first word, see {@link TransportWord}; null if missing
 * @param connectionParameters second word, see {@link ConnectionWord}; null if missing
 * @param originatorToTarget data that the device receives
 * @param targetToOriginator data that the device sends
 * @param proxyConfig first part of the configuration data
 * @param targetConfig second part of the configuration data
 * @param help help text, empty if none
 * @param path path for the Forward_Open as written
 * @param safety the fields after the path (safety connections), as written
 */
public record EdsConnection(String keyword, int number, Long triggerAndTransport, Long connectionParameters,
        Side originatorToTarget, Side targetToOriginator, Part proxyConfig, Part targetConfig, String name,
        String help, String path, List<String> safety, int line) {

    /**
     * One direction of the data.
     *
     * @param rpi requested packet interval in microseconds, or the parameter that limits it
     * @param size size in octets
     * @param format the assembly (or other entry) that describes the data
     */
    public record Side(EdsSize rpi, EdsSize size, EdsReference format) {}

    /**
     * A part of the configuration data that goes with the Forward_Open.
     *
     * @param size size in octets
     * @param format the assembly or parameter that describes the data
     */
    public record Part(EdsSize size, EdsReference format) {

        /** True if neither size nor format is given. */
        public boolean isNone() {
            return size.isNone() && format.isNone();
        }
    }

    public EdsConnection {
        safety = List.copyOf(safety);
    }

    /** The data that the device receives (O-to-T), else the data that it sends. */
    public Side side(boolean toTarget) {
        return toTarget ? originatorToTarget : targetToOriginator;
    }

    /** The first word, decoded. */
    public TransportWord transport() {
        return new TransportWord(triggerAndTransport == null ? 0 : triggerAndTransport);
    }

    /** The second word, decoded. */
    public ConnectionWord parameters() {
        return new ConnectionWord(connectionParameters == null ? 0 : connectionParameters);
    }

    /**
     * The trigger and transport word of a connection: bits 0 to 15 transport classes, 16 to 18 production triggers, 24 to 27
     * application type, 31 direction.
     *
     * @param bits the 32 bits
     */
    public record TransportWord(long bits) {

        /** What makes the device send. */
        public enum Trigger {
            /** Every requested packet interval. */
            CYCLIC,
            /** On change of state. */
            CHANGE_OF_STATE,
            /** When its application wants. */
            APPLICATION
        }

        /** What the originator may do. */
        public enum ApplicationType {
            /** Only listens to data that another originator requested. */
            LISTEN_ONLY,
            /** Receives input data and sends a heartbeat. */
            INPUT_ONLY,
            /** The one originator that controls the outputs. */
            EXCLUSIVE_OWNER,
            /** One of several originators that control the outputs. */
            REDUNDANT_OWNER
        }

        /** The transport classes that are supported. */
        public List<Integer> transportClasses() {
            return IntStream.range(0, 16).filter(this::bit).boxed().toList();
        }

        /** The triggers that are supported. */
        public List<Trigger> triggers() {
            return Stream.of(Trigger.values()).filter(trigger -> bit(16 + trigger.ordinal())).toList();
        }

        /** The application type, null if none is marked (explicit and ping connections). */
        public ApplicationType applicationType() {
            return Stream.of(ApplicationType.values()).filter(type -> bit(24 + type.ordinal())).findFirst()
                    .orElse(null);
        }

        /** True if the device is the server of the transport. */
        public boolean server() {
            return bit(31);
        }

        private boolean bit(int number) {
            return (bits >> number & 1) == 1;
        }
    }
}
