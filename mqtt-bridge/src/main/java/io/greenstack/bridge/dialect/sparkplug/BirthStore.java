package io.greenstack.bridge.dialect.sparkplug;

import java.util.Map;

/**
 * Keeps birth certificates over restarts: without them, aliases mean nothing. Every operation blocks, and throws a
 * {@link io.greenstack.edge.mqtt.PauseException} while the store is away.
 */
public interface BirthStore {

    /** Payloads of an edge node's births by device; the node's own stands under the empty text. Empty if there are none. */
    Map<String, byte[]> load(String node);

    /** Keeps the birth of an edge node and forgets those of its devices, which belong to an earlier session. */
    void saveNode(String node, byte[] birth);

    /** Keeps the birth of a device. */
    void saveDevice(String node, String device, byte[] birth);
}
