package io.greenstack.descriptions.iodd.parameter;

/**
 * Bits in a row of octets, numbered from the least significant bit of the last octet, as IO-Link packs records (interface
 * specification, annex F.3).
 */
final class BitRun {

    private static final int OCTET = 8;
    private static final int MASK = 0xFF;

    private BitRun() {}

    /** Up to 64 bits as an unsigned number, right-aligned. */
    static long read(byte[] octets, int bitOffset, int bits) {
        long value = 0;
        for (int bit = bits - 1; bit >= 0; bit--) {
            int at = bitOffset + bit;
            int octet = octets[octets.length - 1 - at / OCTET];
            value = value << 1 | (octet >> at % OCTET & 1);
        }
        return value;
    }

    /** Replaces up to 64 bits by the lower ones of a number; the bits around stay. */
    static void write(byte[] octets, int bitOffset, int bits, long value) {
        for (int bit = 0; bit < bits; bit++) {
            int at = bitOffset + bit;
            int index = octets.length - 1 - at / OCTET;
            int mask = 1 << at % OCTET;
            boolean set = (value >>> bit & 1) != 0;
            octets[index] = (byte) (set ? octets[index] | mask : octets[index] & ~mask);
        }
    }

    /** Octets at a place that need not be the start of an octet; the first one is the most significant. */
    static byte[] readOctets(byte[] octets, int bitOffset, int count) {
        byte[] run = new byte[count];
        for (int i = 0; i < count; i++) {
            run[i] = (byte) read(octets, bitOffset + OCTET * (count - 1 - i), OCTET);
        }
        return run;
    }

    /** Replaces octets; those the run is short of become 0x00 at its end. */
    static void writeOctets(byte[] octets, int bitOffset, int count, byte[] run) {
        for (int i = 0; i < count; i++) {
            write(octets, bitOffset + OCTET * (count - 1 - i), OCTET, i < run.length ? run[i] & MASK : 0);
        }
    }
}
