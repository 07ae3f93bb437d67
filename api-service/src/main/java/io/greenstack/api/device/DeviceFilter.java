package io.greenstack.api.device;

import java.util.List;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Which devices a list shows; null = no restriction.
 *
 * @param text part of the id, name, location or serial number, in any letter case
 * @param state whether they can be decoded
 * @param kind kind of description
 * @param vendorId vendor id they registered with
 * @param descriptionId description they are bound to
 * @param connection whether they are there
 * @param labels keys, or keys and values with {@code =} between; all of them
 */
@RegisterForReflection
record DeviceFilter(String text, BindingState state, String kind, Long vendorId, Long descriptionId,
        ConnectionStatus connection, List<String> labels) {}
