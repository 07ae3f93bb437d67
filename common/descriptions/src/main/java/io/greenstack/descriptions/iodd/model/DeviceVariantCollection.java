package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * The variants of a device.
 *
 * @param variants variants in document order
 * @param source place in the file
 */
public record DeviceVariantCollection(List<DeviceVariant> variants, Source source) implements IoddNode {

    public DeviceVariantCollection {
        variants = List.copyOf(variants);
    }
}
