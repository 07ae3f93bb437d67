package io.greenstack.core.processdata;

/**
 * Whole octets at a fixed place of a frame, in transmission order; they need not begin on an octet boundary. On a
 * boundary they are copied, elsewhere put together from their bits.
 */
public final class OctetRun {

    private final int length;
    private final boolean bigEndian;
    private final int shift;
    private final int firstOctet;

    OctetRun(Frame frame, Field field) {
        this(frame.byteOrder(), frame.octets(), field.bitOffset(), field.bitLength() / 8);
    }

    /**
     * Octets of a row of octets.
     *
     * @param order byte order of the frame
     * @param octets number of octets of the frame
     * @param bitOffset lowest bit position of the run, counted as for a {@link BitSlice}
     * @param length number of octets of the run
     */
    public OctetRun(ByteOrder order, int octets, int bitOffset, int length) {
        this.length = length;
        this.bigEndian = order == ByteOrder.BIG_ENDIAN;
        this.shift = bitOffset & 7;
        int low = bitOffset >> 3;
        this.firstOctet = bigEndian ? octets - low - length : low;
    }

    int length() {
        return length;
    }

    /** The octets in transmission order. */
    public byte[] read(byte[] octets) {
        byte[] run = new byte[length];
        if (shift == 0) {
            System.arraycopy(octets, firstOctet, run, 0, length);
            return run;
        }
        int next = bigEndian ? -1 : 1;
        for (int i = 0; i < length; i++) {
            int low = octets[firstOctet + i] & 0xFF;
            int high = octets[firstOctet + i + next] & 0xFF;
            run[i] = (byte) (low >>> shift | high << 8 - shift);
        }
        return run;
    }

    /** Writes the run; octets that are missing at its end become zero. */
    public void write(byte[] octets, byte[] run) {
        int next = bigEndian ? -1 : 1;
        int lowMask = 0xFF << shift;
        int highMask = 0xFF >>> 8 - shift;
        for (int i = 0; i < length; i++) {
            int octet = i < run.length ? run[i] & 0xFF : 0;
            int at = firstOctet + i;
            octets[at] = (byte) (octets[at] & ~lowMask | octet << shift);
            if (shift != 0) {
                octets[at + next] = (byte) (octets[at + next] & ~highMask | octet >>> 8 - shift);
            }
        }
    }
}
