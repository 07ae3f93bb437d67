package io.greenstack.descriptions.eds.reader;

import io.greenstack.descriptions.DescriptionException;

/** The file is refused: it is no EtherNet/IP EDS file, or it exceeds a limit. */
public class EdsException extends DescriptionException {

    /** The file has no content. */
    public static final String EMPTY = "eds-empty";
    /** The file is too large. */
    public static final String TOO_LARGE = "eds-too-large";
    /** The file has too many tokens, entries or sections. */
    public static final String TOO_MANY = "eds-too-many-entries";
    /** A string, comment or word is too long. */
    public static final String TOKEN_TOO_LONG = "eds-token-too-long";
    /** The file is no text, or has no section. */
    public static final String NOT_EDS = "eds-not-an-eds";
    /** The file is of another format; the message names it. */
    public static final String OTHER_FORMAT = "eds-other-format";

    /** A refused file; see {@link DescriptionException}. */
    public EdsException(String code, int line, int column, String message) {
        super(code, line, column, message);
    }
}
