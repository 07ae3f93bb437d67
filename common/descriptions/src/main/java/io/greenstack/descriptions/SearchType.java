package io.greenstack.descriptions;

/** What kind of thing of a description a search can find. */
public enum SearchType {
    /** A parameter or a record item of one. */
    PARAMETER,
    /** An item of the process data. */
    PROCESS_DATA,
    /** An assembly. */
    ASSEMBLY,
    /** A connection. */
    CONNECTION,
    /** The values of a parameter or item that have a meaning. */
    ENUMERATION,
    /** An event. */
    EVENT,
    /** An error. */
    ERROR,
    /** A menu and the texts of its buttons. */
    MENU
}
