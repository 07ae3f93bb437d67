package io.greenstack.descriptions.eds.layout;

import java.math.BigInteger;

import io.greenstack.descriptions.eds.model.EdsParameter;
import io.greenstack.descriptions.eds.model.EdsReference;

/**
 * A member of an assembly with its place, nested assemblies, arrays and variants dissolved.
 *
 * @param bitOffset place of its least significant bit, counted from the least significant bit of the first octet
 * @param bits size in bits
 * @param reference what it refers to
 * @param parameter the parameter it holds, null if it holds none (or one that does not exist)
 * @param literal the fixed number it holds, null if it holds none
 * @param element index in the array, from 0; -1 if it is in none
 * @param name name it has by its array, null if it has none
 * @param line line of the file, from 1
 */
public record PlacedMember(int bitOffset, int bits, EdsReference reference, EdsParameter parameter, BigInteger literal,
        int element, String name, int line) {

    /** True if nothing is said about the bits. */
    public boolean padding() {
        return reference.isNone() && parameter == null;
    }

    /** The number of bits up to its end. */
    public int end() {
        return bitOffset + bits;
    }

    PlacedMember withBits(int narrower) {
        return new PlacedMember(bitOffset, narrower, reference, parameter, literal, element, name, line);
    }
}
