package io.greenstack.descriptions.iodd.trust;

/** What the stamp of a file says about its bytes. */
public enum StampVerdict {
    /** The checksum fits the bytes. */
    MATCHES("The checksum fits the file: nobody changed it after it was checked."),
    /** Not as the file stands, but with CR LF line ends: a tool has changed the line ends. */
    MATCHES_WITH_CRLF("The checksum does not match as the file stands; it matches with CRLF line ends. "
            + "A tool changed the line ends, nothing else."),
    /** Not as the file stands, but with LF line ends: a tool has changed the line ends. */
    MATCHES_WITH_LF("The checksum does not match as the file stands; it matches with LF line ends. "
            + "A tool changed the line ends, nothing else."),
    /** Not as the file stands, but with a UTF-8 byte-order mark before it, line ends aside: a tool has removed it. */
    MATCHES_WITH_BYTE_ORDER_MARK("The checksum does not match as the file stands; it matches with a byte-order mark "
            + "before it. A tool removed the mark and possibly changed the line ends, nothing else."),
    /** Not as the file stands, but without its UTF-8 byte-order mark, line ends aside: a tool has added it. */
    MATCHES_WITHOUT_BYTE_ORDER_MARK("The checksum does not match as the file stands; it matches without its "
            + "byte-order mark. A tool added the mark and possibly changed the line ends, nothing else."),
    /** The file was changed after it was stamped. */
    DIFFERS("The checksum does not match: the file was changed after it was checked. Get it again from the vendor."),
    /** There is no stamp, or it has no number. */
    NO_STAMP("The file has no checksum, so it was not checked or the stamp was removed.");

    private final String message;

    StampVerdict(String message) {
        this.message = message;
    }

    /** The verdict in a sentence. */
    public String message() {
        return message;
    }
}
