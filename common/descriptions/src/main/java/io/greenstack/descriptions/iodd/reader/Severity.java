package io.greenstack.descriptions.iodd.reader;

/** How serious a finding is. */
public enum Severity {
    /** Part of the file could not be used. */
    ERROR,
    /** Against the specification, but understood. */
    WARNING,
    /** Worth knowing. */
    INFO
}
