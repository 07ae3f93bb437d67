package io.greenstack.descriptions;

/** A file that cannot be used. The message says what is wrong, where, and what to do. */
public class DescriptionException extends RuntimeException {

    private final String code;
    private final int line;
    private final int column;

    /**
     * A refused file.
     *
     * @param code stable kebab-case code, for example {@code dtd-forbidden}
     * @param line line, from 1; 0 if no line can be named
     * @param column column, from 1; 0 if none can be named
     * @param message what is wrong and what to do
     */
    public DescriptionException(String code, int line, int column, String message) {
        super(message);
        this.code = code;
        this.line = line;
        this.column = column;
    }

    /** Stable kebab-case code. */
    public final String code() {
        return code;
    }

    /** Line, from 1; 0 if no line can be named. */
    public final int line() {
        return line;
    }

    /** Column, from 1; 0 if none can be named. */
    public final int column() {
        return column;
    }
}
