package io.greenstack.descriptions.eds.model;

import java.util.Objects;

/**
 * Something noteworthy about a file.
 *
 * @param severity how bad it is
 * @param code stable code, see {@link FindingCode}
 * @param section name of the section, null if it concerns the whole file
 * @param entry keyword of the entry, null if it concerns the whole section
 * @param line line number, from 1; 0 if it concerns no line
 * @param column column number, from 1; 0 if it concerns no column
 * @param message what is wrong, for people
 */
public record EdsFinding(Severity severity, String code, String section, String entry, int line, int column,
        String message) {

    /** How bad it is. */
    public enum Severity {
        /** Worth knowing. */
        INFO,
        /** Odd, but it is clear what is meant. */
        WARN,
        /** Wrong: something of the file cannot be used as it stands. */
        ERROR
    }

    public EdsFinding {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }
}
