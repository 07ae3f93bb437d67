package io.greenstack.ingestion.influx;

import java.nio.ByteBuffer;

/** Accepts line protocol durably. */
public interface LineStore {

    /**
     * Writes points; returning means they are stored.
     *
     * @param lines UTF-8, line protocol with time stamps in nanoseconds
     * @throws io.greenstack.platform.resilience.PeerRejectedException if the store refuses these very points (400, 422 and the
     *         like); 413 if the request is too large
     * @throws StoreAwayException if the store cannot be reached, fails, or is too slow
     * @throws io.greenstack.edge.mqtt.PauseException if it asks to come later, or refuses us rather than the points
     */
    void write(ByteBuffer lines);

    /** Whether the store answers. */
    boolean ping();
}
