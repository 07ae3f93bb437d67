package io.greenstack.api.description;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Which descriptions a list shows; null = no restriction.
 *
 * @param kind format
 * @param vendorId vendor id
 * @param deviceId device id, additional ones included
 * @param text part of the product, vendor or family name, in any letter case
 */
@RegisterForReflection
public record DescriptionFilter(String kind, Long vendorId, Long deviceId, String text) {}
