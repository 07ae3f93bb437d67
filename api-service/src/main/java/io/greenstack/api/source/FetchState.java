package io.greenstack.api.source;

/** How far the fetching of a description is. */
enum FetchState {
    /** Nothing was tried yet. */
    WAITING,
    /** It was fetched and stored. */
    FETCHED,
    /** The library has none; it is asked again when that is forgotten. */
    NOT_FOUND,
    /** What the library sent cannot be used. */
    REFUSED,
    /** The library could not be reached. */
    AWAY
}
