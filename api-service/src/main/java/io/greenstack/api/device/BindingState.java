package io.greenstack.api.device;

/** Whether a device can be decoded. */
enum BindingState {
    /** A description is bound. */
    BOUND,
    /** The device said what it is, but no description fits: import its file. */
    DESCRIPTION_MISSING,
    /** The device has not said what it is: bind it by hand. */
    IDENTITY_MISSING
}
