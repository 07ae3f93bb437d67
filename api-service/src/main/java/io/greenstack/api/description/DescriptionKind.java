package io.greenstack.api.description;

/** Format of a device description. */
public enum DescriptionKind {
    /** IO-Link IODD. */
    IODD,
    /** EtherNet/IP EDS. */
    EDS
}
