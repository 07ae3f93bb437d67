package io.greenstack.descriptions.iodd.reader;

import io.greenstack.descriptions.DescriptionException;

/** A file that cannot be used: it is no IODD, or it exceeds a limit. */
public class IoddException extends DescriptionException {

    /** A refused file; see {@link DescriptionException}. */
    public IoddException(String code, int line, int column, String message) {
        super(code, line, column, message);
    }
}
