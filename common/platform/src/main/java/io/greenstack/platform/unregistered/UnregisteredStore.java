package io.greenstack.platform.unregistered;

import java.util.Collection;
import java.util.Map;

import io.smallrye.mutiny.Uni;

/** Notes of which unregistered devices raw process data lies in the time-series store. Every operation fails when it is away. */
public interface UnregisteredStore {

    /**
     * What is noted.
     *
     * @param devices of how many devices there are notes
     * @param kept those that were asked for and have one
     */
    record Found(int devices, Map<String, KeptRaw> kept) {}

    /** The notes of some devices. */
    Uni<Found> find(Collection<String> devices);

    /** Adds to the notes of devices. */
    Uni<Void> add(Map<String, KeptRaw> more);

    /** All notes. */
    Uni<Map<String, KeptRaw>> all();

    /** Removes notes that are still as they are given. */
    Uni<Void> remove(Map<String, KeptRaw> notes);
}
