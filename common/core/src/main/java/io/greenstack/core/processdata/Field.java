package io.greenstack.core.processdata;

import java.util.List;
import java.util.Objects;

/**
 * One value within a frame.
 *
 * @param key unique within the frame and stable, {@code [a-z0-9_]}; see {@link FieldKeys}
 * @param name name for screens, as in the description
 * @param subindex subindex of the record item, 0 where the frame is a single value
 * @param element index in the array, from 0; -1 where the field is not an array element
 * @param bitOffset position of the least significant bit. IODD: counted from the least significant bit of the last
 *        octet; EDS: from the least significant bit of the first octet. For texts and octets it is the lowest bit
 *        position the field covers
 * @param bitLength length in bits: numbers 1..64, {@code FLOAT32} 32, {@code FLOAT64}, {@code TIME} and
 *        {@code TIME_SPAN} 64, texts and octets a multiple of 8. A {@code BOOLEAN} of more than one bit (an IO-Link
 *        BooleanT that is alone in its octet has 8) is true for any non-zero value
 * @param type type of the raw value
 * @param encoding how text is held, null if the field is not a text
 * @param scalings in order of precedence: the first whose conditions hold is used; the last may be unconditional; empty
 *        = the raw value as it is
 * @param labels texts of single values
 * @param specials single values that are no measurement but a special code
 * @param ranges permitted ranges in raw units; empty = all
 * @param shown false for items the description does not mean to be displayed; they are decoded all the same
 */
public record Field(String key, String name, int subindex, int element, int bitOffset, int bitLength, ScalarType type,
        TextEncoding encoding, List<Scaling> scalings, List<Label> labels, List<SpecialValue> specials,
        List<ValueRange> ranges, boolean shown) {

    public Field {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(type, "type");
        name = name == null ? "" : name;
        scalings = scalings == null ? List.of() : List.copyOf(scalings);
        labels = labels == null ? List.of() : List.copyOf(labels);
        specials = specials == null ? List.of() : List.copyOf(specials);
        ranges = ranges == null ? List.of() : List.copyOf(ranges);
    }

    /** A shown field outside any array, with neither scaling, labels nor ranges. */
    public static Field plain(String key, String name, int subindex, int bitOffset, int bitLength, ScalarType type) {
        return new Field(key, name, subindex, -1, bitOffset, bitLength, type,
                type == ScalarType.STRING ? TextEncoding.US_ASCII : null, List.of(), List.of(), List.of(), List.of(),
                true);
    }
}
