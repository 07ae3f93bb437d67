package io.greenstack.descriptions.eds.model;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        return Stream.of(ApplicationType.values()).filter(type -> bit(24 + type.ordinal())).findFirst().orElse(null);
    }

    /** True if the device is the server of the transport. */
    public boolean server() {
        return bit(31);
    }

    private boolean bit(int number) {
        return (bits >> number & 1) == 1;
    }
}
