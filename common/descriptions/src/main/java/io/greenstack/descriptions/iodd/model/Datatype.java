package io.greenstack.descriptions.iodd.model;

import java.util.List;

import io.greenstack.descriptions.iodd.model.AllowedValue.SingleValue;
import io.greenstack.descriptions.iodd.model.AllowedValue.ValueRange;

/**
 * A datatype, clause 7.5.3.
 *
 * @param element {@code Datatype} or {@code SimpleDatatype}
 * @param id id, null for a type used only where it stands
 * @param kind type; {@link DatatypeKind#UNKNOWN} if {@code xsi:type} is absent or not known, never null
 * @param bitLength length in bits of numbers and records, else null
 * @param fixedLength length in octets of texts and octet strings, else null
 * @param encoding {@code UTF-8} or {@code US-ASCII} for texts, else null
 * @param count number of array elements, else null
 * @param subindexAccessSupported false if items cannot be accessed singly; null stands for true
 * @param values single values and ranges in document order
 * @param recordItems items of a record
 * @param elementType type of the elements of an array, else null
 */
public record Datatype(String element, String id, DatatypeKind kind, Integer bitLength, Integer fixedLength,
        String encoding, Integer count, Boolean subindexAccessSupported, List<AllowedValue> values,
        List<RecordItem> recordItems, TypeUse elementType, Source source) implements TypeUse {

    public Datatype {
        kind = kind == null ? DatatypeKind.UNKNOWN : kind;
        values = List.copyOf(values);
        recordItems = List.copyOf(recordItems);
    }

    /** The type as {@code xsi:type} gives it; null if the attribute is absent. */
    public DatatypeKind writtenKind() {
        return kind == DatatypeKind.UNKNOWN && !source.lexical().containsKey("xsi:type") ? null : kind;
    }

    /** The single values in document order. */
    public List<SingleValue> singleValues() {
        return values.stream().filter(SingleValue.class::isInstance).map(SingleValue.class::cast).toList();
    }

    /** The ranges in document order. */
    public List<ValueRange> ranges() {
        return values.stream().filter(ValueRange.class::isInstance).map(ValueRange.class::cast).toList();
    }

    /**
     * An item of a record, clause 7.5.3.2.
     *
     * @param subindex subindex, 1..255
     * @param bitOffset position of the lowest bit, counted from the least significant bit of the last octet
     * @param accessRightRestriction narrower access, null if none
     * @param type type of the item
     * @param description description, null if none
     */
    public record RecordItem(Integer subindex, Integer bitOffset, AccessRights accessRightRestriction, TypeUse type,
            TextRef name, TextRef description, Source source) implements IoddNode {}
}
