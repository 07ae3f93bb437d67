package io.greenstack.api.note;

/** How much a note matters. */
enum NotePriority {
    /** Good to know. */
    LOW,
    /** Ordinary. */
    MEDIUM,
    /** Before others. */
    HIGH,
    /** At once. */
    CRITICAL
}
