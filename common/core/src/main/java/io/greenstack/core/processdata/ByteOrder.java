package io.greenstack.core.processdata;

/** Order of the octets of a frame, and with it where bit 0 is. */
public enum ByteOrder {
    /** IO-Link: most significant octet first; bit 0 is the least significant bit of the last octet. */
    BIG_ENDIAN,
    /** CIP: least significant octet first; bit 0 is the least significant bit of the first octet. */
    LITTLE_ENDIAN
}
