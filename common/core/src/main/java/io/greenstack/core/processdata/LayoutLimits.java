package io.greenstack.core.processdata;

/**
 * What a layout may contain at most. Real descriptions stay far below (IO-Link process data has at most 32 octets, a CIP
 * assembly at most 65,511); damaged files claim anything, and nothing is allocated for a claim.
 */
public final class LayoutLimits {

    /** Bits of a frame. */
    public static final int FRAME_BITS = 65_536 * 8;
    /** Frames of one direction. */
    public static final int FRAMES = 256;
    /** Fields of a frame. */
    public static final int FIELDS = 4_096;
    /** Fields of a layout. */
    public static final int TOTAL_FIELDS = 32_768;
    /** Bits of all fields of a frame together: this many times the bits of the frame (fields may overlap) ... */
    public static final int OVERLAP = 8;
    /** ... and this many more. */
    public static final int OVERLAP_BITS = 4_096;
    /** Labels, special values or ranges of a field, each. */
    public static final int ENTRIES = 4_096;
    /** Scalings of a field. */
    public static final int SCALINGS = 256;
    /** Conditions of a frame or scaling. */
    public static final int CONDITIONS = 32;
    /** Parameters that conditions refer to. */
    public static final int PARAMETERS = 4_096;
    /** Characters of a name, text, unit or id. */
    public static final int TEXT = 4_096;
    /** Significant digits of a number. */
    public static final int DIGITS = 60;
    /** Powers of ten of a number, in both directions. */
    public static final int EXPONENT = 350;

    private LayoutLimits() {}
}
