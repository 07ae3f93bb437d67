package io.greenstack.descriptions.eds.model;

import java.util.List;

/**
 * Entry {@code ArrayN} of [Assembly].
 *
 * @param number N
 * @param path path to the data in the device, empty if not given
 * @param descriptor bits, null if not given
 * @param help help text
 * @param elementSize size of one element in bits
 * @param elementType what one element is
 * @param dimensions number of elements of each dimension
 */
public record EdsArray(int number, String name, String path, Integer descriptor, String help, EdsSize elementSize,
        EdsReference elementType, List<EdsSize> dimensions, int line) {

    public EdsArray {
        dimensions = List.copyOf(dimensions);
    }
}
