package io.greenstack.api.device;

/** How the description of a device is chosen. */
enum BindingMode {
    /** The newest description that fits the identity the device registered with. */
    AUTOMATIC,
    /** The one a person chose. */
    PINNED
}
