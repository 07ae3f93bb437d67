package io.greenstack.descriptions;

/** How serious a finding is. */
public enum Severity {
    /** Part of the file could not be used. */
    ERROR,
    /** Against the specification, but understood. */
    WARNING,
    /** Worth knowing. */
    INFO
}
