package io.greenstack.api.parameterset;

/** Where a parameter set is from. */
enum KeptSetSource {
    /** A device reported these values. */
    AS_FOUND,
    /** Somebody brought it as a file. */
    IMPORTED
}
