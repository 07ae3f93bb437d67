package io.greenstack.bridge.master;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import io.vertx.core.Future;

/**
 * Speaks to one master. Nothing blocks; every future ends within the time limits of the settings, and fails with an {@link
 * AdapterException}. Octets are those of the device, first octet first; nothing is decoded here. Called by one runner, which asks for
 * one reading at a time, while parameters may be asked for beside it.
 */
public interface MasterAdapter {

    /** What the master says it is, with the numbers of its ports. */
    Future<MasterIdentity> identify();

    /**
     * What all ports have at present, in as few requests as the master allows.
     *
     * @param ports as {@link #identify()} gave them
     * @param withIdentity whether it is also asked what hangs on them
     */
    Future<List<PortReading>> read(List<Integer> ports, boolean withIdentity);

    /** What the master says it is by now and which ports it has, where it says that by itself; else what is known. */
    default MasterIdentity latest(MasterIdentity known) {
        return known;
    }

    /** Whether the master says by itself when there is something new: then a reading takes until it does. */
    default boolean publishes() {
        return false;
    }

    /**
     * Begins to tell the events of devices that the master has.
     *
     * @param listener gets them on any thread
     */
    default void tellEvents(Consumer<PortEvent> listener) {}

    /**
     * Begins to say of which port the device has an event, where the master tells that and not which one: then the device is asked.
     *
     * @param listener gets the number of the port on any thread
     */
    default void tellStirs(IntConsumer listener) {}

    /** Whether the master tells the events of devices, as far as is known; if not, each device is asked for its own. */
    default boolean tellsEvents() {
        return false;
    }

    /** The octets of a parameter, or of an item of it. */
    Future<byte[]> readParameter(int port, int index, int subindex);

    /** Writes a parameter, or an item of it. */
    Future<Void> writeParameter(int port, int index, int subindex, byte[] octets);

    /** The output data that the device last got. */
    Future<byte[]> readOutput(int port);

    /** Gives the device output data. */
    Future<Void> writeOutput(int port, byte[] octets);

    /** Takes back what was set up at the master, because it is not read any more; as far as the master is there. */
    default Future<Void> leave() {
        return Future.succeededFuture();
    }

    /** Closes its connections; what is under way fails. */
    void close();
}
