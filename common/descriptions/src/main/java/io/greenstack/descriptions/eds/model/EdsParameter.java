package io.greenstack.descriptions.eds.model;

import java.util.List;

/**
 * Entry {@code ParamN} of [Params] (CIP Volume 1, clause 7-3.6.7), with its enumeration.
 *
 * @param keyword keyword as written: {@code Param7}, {@code ProxyParam3}
 * @param number N
 * @param linkPathSize size of the path in octets as declared, null if not given
 * @param linkPath path to the value in the device, empty if not given
 * @param descriptor bits, see {@link Descriptor}
 * @param typeCode code of the data type as written, null if missing
 * @param type the data type, null if unknown
 * @param dataSize size in octets, null if missing
 * @param name name
 * @param units unit of the engineering value, empty if none
 * @param help help text, empty if none
 * @param minimum lowest raw value, null if not given
 * @param maximum highest raw value, null if not given
 * @param defaultValue raw default, null if not given
 * @param scaling how the raw value becomes an engineering value
 * @param names name in other languages
 * @param unitTexts unit in other languages
 * @param helpTexts help in other languages
 * @param values texts of values, empty if none
 * @param line line of the file, from 1
 */
public record EdsParameter(String keyword, int number, Integer linkPathSize, String linkPath, int descriptor,
        Integer typeCode, CipType type, Integer dataSize, String name, String units, String help, EdsValue minimum,
        EdsValue maximum, EdsValue defaultValue, ParameterScaling scaling, List<IntlText> names,
        List<IntlText> unitTexts, List<IntlText> helpTexts, List<EnumValue> values, int line) {

    /** Bits of the descriptor (CIP Volume 1, clause 5-14.2.1.1.2). */
    public enum Descriptor {
        /** The link path can be set. */
        SETTABLE_PATH,
        /** There are texts of values. */
        ENUMERATED,
        /** The value is scaled. */
        SCALING,
        /** Scaling factors come from other parameters. */
        SCALING_LINKS,
        /** The value can only be read. */
        READ_ONLY,
        /** The device changes the value by itself. */
        MONITOR,
        /** The decimal places are part of the scaling. */
        EXTENDED_PRECISION,
        /** The texts are not for consecutive values. */
        NON_CONSECUTIVE_ENUM,
        /** Values without a text are permitted too. */
        ENUM_AND_VALUES,
        /** Not to be displayed. */
        NOT_DISPLAYED,
        /** The value is the number of another parameter. */
        INDIRECT,
        /** The value cannot be addressed. */
        NOT_ADDRESSABLE,
        /** The value can only be written. */
        WRITE_ONLY
    }

    public EdsParameter {
        names = List.copyOf(names);
        unitTexts = List.copyOf(unitTexts);
        helpTexts = List.copyOf(helpTexts);
        values = List.copyOf(values);
    }

    /** True if the bit of the descriptor is set. */
    public boolean has(Descriptor bit) {
        return (descriptor >> bit.ordinal() & 1) == 1;
    }

    /** Size of the value in bits: the declared one, else that of the type; 0 if neither is known. */
    public int bits() {
        if (type != null && !type.isVariable()) {
            return type.octets() * 8;
        }
        return dataSize == null || dataSize < 0 || dataSize > 0xFFFF ? 0 : dataSize * 8;
    }

    /** The same parameter with these texts of values. */
    public EdsParameter withValues(List<EnumValue> texts) {
        return new EdsParameter(keyword, number, linkPathSize, linkPath, descriptor, typeCode, type, dataSize, name,
                units, help, minimum, maximum, defaultValue, scaling, names, unitTexts, helpTexts, texts, line);
    }
}
