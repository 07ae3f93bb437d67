package io.greenstack.api.device;

import io.greenstack.api.description.DescriptionKind;

/**
 * Which devices a list shows; null = no restriction.
 *
 * @param text part of the id or the name, in any letter case
 * @param state whether they can be decoded
 * @param kind kind of description
 * @param vendorId vendor id they registered with
 * @param descriptionId description they are bound to
 */
public record DeviceFilter(String text, BindingState state, DescriptionKind kind, Long vendorId, Long descriptionId) {}
