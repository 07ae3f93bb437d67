package io.greenstack.descriptions.eds.model;

/** Elementary data types of CIP (Volume 1, appendix C-6.1). All are little-endian on the wire. */
public enum CipType {
    /** Boolean. */
    BOOL(0xC1, 1),
    /** Signed, 8 bits. */
    SINT(0xC2, 1),
    /** Signed, 16 bits. */
    INT(0xC3, 2),
    /** Signed, 32 bits. */
    DINT(0xC4, 4),
    /** Signed, 64 bits. */
    LINT(0xC5, 8),
    /** Unsigned, 8 bits. */
    USINT(0xC6, 1),
    /** Unsigned, 16 bits. */
    UINT(0xC7, 2),
    /** Unsigned, 32 bits. */
    UDINT(0xC8, 4),
    /** Unsigned, 64 bits. */
    ULINT(0xC9, 8),
    /** IEEE 754, 32 bits. */
    REAL(0xCA, 4),
    /** IEEE 754, 64 bits. */
    LREAL(0xCB, 8),
    /** Synchronous time, signed milliseconds. */
    STIME(0xCC, 4),
    /** Days since 1 January 1972. */
    DATE(0xCD, 2),
    /** Milliseconds since midnight. */
    TIME_OF_DAY(0xCE, 4),
    /** Milliseconds since midnight (32 bits), then days since 1 January 1972 (16 bits). */
    DATE_AND_TIME(0xCF, 6),
    /** Two octets of length, then Latin-1 characters. */
    STRING(0xD0, 0),
    /** Bit string, 8 bits. */
    BYTE(0xD1, 1),
    /** Bit string, 16 bits. */
    WORD(0xD2, 2),
    /** Bit string, 32 bits. */
    DWORD(0xD3, 4),
    /** Bit string, 64 bits. */
    LWORD(0xD4, 8),
    /** Two octets of length, then UTF-16 characters. */
    STRING2(0xD5, 0),
    /** Duration, signed microseconds, 32 bits. */
    FTIME(0xD6, 4),
    /** Duration, signed microseconds, 64 bits. */
    LTIME(0xD7, 8),
    /** Duration, signed milliseconds, 16 bits. */
    ITIME(0xD8, 2),
    /** Two octets of character size, two of length, then the characters. */
    STRINGN(0xD9, 0),
    /** One octet of length, then Latin-1 characters. */
    SHORT_STRING(0xDA, 0),
    /** Duration, signed milliseconds, 32 bits. */
    TIME(0xDB, 4),
    /** Path. */
    EPATH(0xDC, 0),
    /** Code of an engineering unit, 16 bits. */
    ENGUNIT(0xDD, 2),
    /** International string. */
    STRINGI(0xDE, 0),
    /** Duration, signed nanoseconds, 64 bits. */
    NTIME(0xDF, 8);

    private static final CipType[] LEGACY = {null, WORD, UINT, INT, BOOL, SINT, DINT, UDINT, USINT};

    private final int code;
    private final int octets;

    CipType(int code, int octets) {
        this.code = code;
        this.octets = octets;
    }

    /** Code of the type in an EDS file. */
    public int code() {
        return code;
    }

    /** Size in octets, 0 if it depends on the value. */
    public int octets() {
        return octets;
    }

    /** True if the size depends on the value. */
    public boolean isVariable() {
        return octets == 0;
    }

    /** True if the octets are passed on as they are: paths and strings of several forms. */
    public boolean isOpaque() {
        return this == EPATH || this == STRINGN || this == STRINGI;
    }

    /** True for BYTE, WORD, DWORD and LWORD, whose enumerations name bits. */
    public boolean isBitString() {
        return this == BYTE || this == WORD || this == DWORD || this == LWORD;
    }

    /** The type of a code: those above, or 1 to 8 of the first DeviceNet files; null if unknown. */
    public static CipType of(Integer code) {
        if (code == null) {
            return null;
        }
        if (code > 0 && code < LEGACY.length) {
            return LEGACY[code];
        }
        int index = code - BOOL.code;
        return index >= 0 && index < values().length ? values()[index] : null;
    }
}
