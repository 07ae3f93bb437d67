package io.greenstack.api.master;

/** How it is with a master. */
enum MasterState {
    /** Nobody reads it, by the wish of an operator. */
    DISABLED,
    /** No bridge has said anything of it yet, or does any more. */
    WAITING,
    /** It is read. */
    CONNECTED,
    /** It is read, and cannot answer as often as wanted. */
    SLOW,
    /** It does not answer. */
    AWAY,
    /** It answers with a refusal, or may not be called. */
    REFUSED
}
