package io.greenstack.edge.mqtt;

import java.util.BitSet;

/** Packet ids of one connection, 1 to 65535, in turn; one that waits for its answer is not given again. */
final class PacketIds {

    private static final int MAX = 65_535;

    private final BitSet taken = new BitSet();
    private int last;

    int next() {
        do {
            last = last % MAX + 1;
        } while (taken.get(last));
        taken.set(last);
        return last;
    }

    void free(int packetId) {
        taken.clear(packetId);
    }
}
