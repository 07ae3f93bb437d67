package io.greenstack.api.device;

import jakarta.validation.constraints.Size;

/**
 * Changes what a person may change of a device; absent members stay.
 *
 * @param name new name, empty = none
 */
public record DevicePatch(@Size(max = 200) String name) {}
