package io.greenstack.api.iodd.trust;

/** What the stamp of a file says about its bytes. */
public enum StampVerdict {
    /** The checksum fits the bytes. */
    MATCHES,
    /** Not as the file stands, but with CR LF line ends: a tool has changed the line ends. */
    MATCHES_WITH_CRLF,
    /** Not as the file stands, but with LF line ends: a tool has changed the line ends. */
    MATCHES_WITH_LF,
    /** The file was changed after it was stamped. */
    DIFFERS,
    /** There is no stamp, or it has no number. */
    NO_STAMP
}
