package io.greenstack.core.processdata;

/**
 * Up to 64 bits at a fixed place of a frame, with index, shift and mask worked out beforehand. The two byte orders
 * differ only in where bit 0 is and which way the octets go from there.
 */
public final class BitSlice {

    private final int lowOctet;
    private final int step;
    private final int shift;
    private final int span;
    private final long mask;

    /**
     * Bits of a row of octets; offset 0 is the least significant bit of the last octet, or of the first one in little-endian order.
     *
     * @param order byte order of the frame
     * @param octets number of octets of the frame
     * @param bitOffset position of the least significant bit
     * @param bitLength 1..64
     */
    public BitSlice(ByteOrder order, int octets, int bitOffset, int bitLength) {
        this.step = order == ByteOrder.BIG_ENDIAN ? -1 : 1;
        this.lowOctet = order == ByteOrder.BIG_ENDIAN ? octets - 1 - (bitOffset >> 3) : bitOffset >> 3;
        this.shift = bitOffset & 7;
        this.span = (shift + bitLength + 7) >> 3;
        this.mask = -1L >>> (64 - bitLength);
    }

    long mask() {
        return mask;
    }

    /** The bits, right-aligned, the others zero. */
    public long read(byte[] octets) {
        int index = lowOctet;
        long bits = octets[index] & 0xFFL;
        int whole = Math.min(span, 8);
        for (int i = 1; i < whole; i++) {
            index += step;
            bits |= (octets[index] & 0xFFL) << (i << 3);
        }
        bits >>>= shift;
        if (span > 8) {
            bits |= (octets[index + step] & 0xFFL) << (64 - shift);
        }
        return bits & mask;
    }

    /** Replaces the bits by the lower ones of the value; the bits around stay. */
    public void write(byte[] octets, long value) {
        long rest = value & mask;
        long left = mask;
        int index = lowOctet;
        int at = shift;
        for (int i = 0; i < span; i++) {
            int keep = ~(int) ((left << at) & 0xFF);
            octets[index] = (byte) (octets[index] & keep | (int) ((rest << at) & 0xFF));
            rest >>>= 8 - at;
            left >>>= 8 - at;
            at = 0;
            index += step;
        }
    }
}
