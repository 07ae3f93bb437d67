package io.greenstack.descriptions.iodd.parameter;

import io.greenstack.descriptions.iodd.model.AccessRights;

/**
 * A record item or array element of a parameter.
 *
 * @param subindex subindex, 1..255
 * @param name name in the primary language, empty if there is none (array elements have none)
 * @param bitOffset place of the lowest bit, counted from the least significant bit of the last octet
 * @param access access to the item, that of the variable where the item does not restrict it
 * @param type simple datatype
 * @param defaultValue default as written, null if none
 */
public record ParameterItem(int subindex, String name, int bitOffset, AccessRights access, ParameterType type,
        String defaultValue) {}
