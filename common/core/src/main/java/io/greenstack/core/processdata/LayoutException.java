package io.greenstack.core.processdata;

/** A layout that is not decodable, or text that is not a layout. The message names the place. */
public class LayoutException extends RuntimeException {

    /** Stable code for error bodies and dead letters. */
    public static final String REASON = "bad-layout";

    public LayoutException(String message) {
        super(message);
    }

    public LayoutException(String message, Throwable cause) {
        super(message, cause);
    }
}
