package io.greenstack.descriptions.eds.model;

import java.util.List;

/**
 * Entry {@code EnumN} of [Params] (or {@code EnumParN} of [EnumPar]).
 *
 * @param keyword keyword as written
 * @param number number of the parameter it belongs to
 * @param values texts by value, in file order
 * @param line line of the file, from 1
 */
public record EdsEnum(String keyword, int number, List<EnumValue> values, int line) {

    public EdsEnum {
        values = List.copyOf(values);
    }
}
