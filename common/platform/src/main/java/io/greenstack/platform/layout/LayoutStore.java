package io.greenstack.platform.layout;

import java.util.List;
import java.util.Map;

import io.smallrye.mutiny.Uni;

/** Where {@link LayoutSource} reads layout documents from. */
public interface LayoutStore {

    /**
     * The documents of some devices at one moment.
     *
     * @param ready whether the documents of all registered devices are in the store
     * @param documents the documents found, by device id
     */
    record Documents(boolean ready, Map<String, byte[]> documents) {}

    /** Reads the documents of some devices in one round trip; fails when the store is away. */
    Uni<Documents> fetch(List<String> deviceIds);
}
