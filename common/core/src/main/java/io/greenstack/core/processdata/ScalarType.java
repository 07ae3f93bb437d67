package io.greenstack.core.processdata;

/** Type of a raw value; the IO-Link types of IODD clause 7.4 and their CIP counterparts. */
public enum ScalarType {
    /** BooleanT, BOOL: one bit, or several bits of which any set means true. */
    BOOLEAN(true),
    /** UIntegerT, USINT..ULINT, BYTE..LWORD: 1..64 bits, unsigned. */
    UINTEGER(true),
    /** IntegerT, SINT..LINT: 2..64 bits (1 accepted), two's complement. */
    INTEGER(true),
    /** Float32T, REAL: IEEE 754, 32 bits. */
    FLOAT32(true),
    /** LREAL: IEEE 754, 64 bits. */
    FLOAT64(true),
    /** StringT and the CIP strings; see {@link TextEncoding}. */
    STRING(false),
    /** OctetStringT, plain octets in transmission order. */
    OCTETS(false),
    /** TimeT: 32 bits of seconds since 1900 (from 2036 on since 7 February 2036), 32 bits of fraction of a second. */
    TIME(false),
    /** TimeSpanT: signed 64 bits in units of 1/2^32 s. */
    TIME_SPAN(false);

    private final boolean numeric;

    ScalarType(boolean numeric) {
        this.numeric = numeric;
    }

    /** True for types that scaling, labels, special values and ranges apply to. */
    public boolean numeric() {
        return numeric;
    }
}
