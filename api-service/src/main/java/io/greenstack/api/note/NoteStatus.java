package io.greenstack.api.note;

/** How far a note is. */
enum NoteStatus {
    /** Nobody works on it yet. */
    OPEN,
    /** Somebody does. */
    IN_PROGRESS,
    /** What was to be done is done. */
    RESOLVED,
    /** Nothing is left of it. */
    CLOSED,
    /** It stays as it is. */
    WONT_FIX
}
