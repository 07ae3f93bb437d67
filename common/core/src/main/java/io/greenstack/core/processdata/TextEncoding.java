package io.greenstack.core.processdata;

/** How a text lies in its octets. */
public enum TextEncoding {
    /** IO-Link StringT {@code US-ASCII}: fixed length, ends early at the first NUL. */
    US_ASCII,
    /** IO-Link StringT {@code UTF-8}: fixed length in octets, ends early at the first NUL. */
    UTF_8,
    /** Characters of one octet each (Latin-1), fixed length, ends early at the first NUL. */
    ISO_8859_1,
    /** CIP SHORT_STRING: one octet with the length, then Latin-1 characters. */
    CIP_SHORT_STRING,
    /** CIP STRING: two octets with the length, low octet first, then Latin-1 characters. */
    CIP_STRING,
    /** CIP STRING2: two octets with the number of characters, low octet first, then UTF-16LE characters. */
    CIP_STRING2
}
