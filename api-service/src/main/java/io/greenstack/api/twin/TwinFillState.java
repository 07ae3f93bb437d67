package io.greenstack.api.twin;

/** How far the filling of a twin is. */
enum TwinFillState {
    /** Parameters are being read. */
    RUNNING,
    /** All were asked for. */
    DONE,
    /** It ended before that. */
    FAILED
}
