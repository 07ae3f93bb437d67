package io.greenstack.descriptions.eds.recipe;

import java.math.BigInteger;

/** Octets that are filled bit by bit, the least significant bit of the first octet first. */
final class BitBuffer {

    private final byte[] octets;

    BitBuffer(int length) {
        octets = new byte[length];
    }

    /** Puts the low bits of a number; what does not fit is cut. */
    void put(int bitOffset, int bits, BigInteger value) {
        for (int i = 0; i < bits; i++) {
            int at = bitOffset + i;
            if (at / 8 >= octets.length) {
                return;
            }
            if (value.testBit(i)) {
                octets[at / 8] |= (byte) (1 << at % 8);
            }
        }
    }

    /** Puts octets at a place that is a multiple of 8. */
    void put(int bitOffset, byte[] values) {
        for (int i = 0; i < values.length && bitOffset / 8 + i < octets.length; i++) {
            octets[bitOffset / 8 + i] = values[i];
        }
    }

    byte[] octets() {
        return octets.clone();
    }
}
