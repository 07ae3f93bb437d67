package io.greenstack.descriptions.iodd.trust;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.greenstack.descriptions.iodd.layout.DatatypeLength;
import io.greenstack.descriptions.iodd.model.AllowedValue;
import io.greenstack.descriptions.iodd.model.AllowedValue.SingleValue;
import io.greenstack.descriptions.iodd.model.AllowedValue.ValueRange;
import io.greenstack.descriptions.iodd.model.Datatype;
import io.greenstack.descriptions.iodd.model.Datatype.DatatypeKind;
import io.greenstack.descriptions.iodd.model.Datatype.RecordItem;
import io.greenstack.descriptions.iodd.model.shape.NodeWalker;
import io.greenstack.descriptions.iodd.reader.Findings;
import io.greenstack.descriptions.iodd.standard.IoddDatatypes;

/**
 * Looks at the inside of datatypes: {@code duplicate-subindex}, {@code item-outside}, {@code overlapping-items},
 * {@code empty-range}, {@code duplicate-value}, {@code value-outside-type}, {@code bad-bit-length}.
 */
record DatatypeCheck(IoddDatatypes datatypes, Findings findings, NodeWalker walker) {

    private static final int MAX_NUMBER_BITS = 64;

    /** Checks a datatype; those within it are visited by themselves. */
    void check(Datatype datatype) {
        if (datatype.kind() == DatatypeKind.RECORD) {
            checkItems(datatype);
        }
        boolean integer = datatype.kind() == DatatypeKind.UINTEGER || datatype.kind() == DatatypeKind.INTEGER;
        if (integer && datatype.bitLength() != null
                && (datatype.bitLength() < 2 || datatype.bitLength() > MAX_NUMBER_BITS)) {
            warn("bad-bit-length", datatype.source().line(), "A number of " + datatype.bitLength()
                    + " bits; the specification allows 2 to " + MAX_NUMBER_BITS + ".");
        }
        Set<String> singles = new HashSet<>();
        for (AllowedValue value : datatype.values()) {
            if (value instanceof SingleValue single) {
                if (single.value() != null && !singles.add(single.value().strip())) {
                    warn("duplicate-value", single.source().line(),
                            "The single value " + single.value().strip() + " is listed twice.");
                }
                fits(single.value(), datatype, single.source().line());
            } else if (value instanceof ValueRange range) {
                checkRange(range, datatype);
            }
        }
    }

    private void checkRange(ValueRange range, Datatype datatype) {
        Double lower = decimal(range.lowerValue());
        Double upper = decimal(range.upperValue());
        if (lower != null && upper != null && lower > upper) {
            warn("empty-range", range.source().line(),
                    "The range from " + range.lowerValue() + " to " + range.upperValue() + " holds no value.");
        }
        fits(range.lowerValue(), datatype, range.source().line());
        fits(range.upperValue(), datatype, range.source().line());
    }

    private void fits(String text, Datatype datatype, int line) {
        Integer bits = datatype.bitLength();
        boolean signed = datatype.kind() == DatatypeKind.INTEGER;
        if (text == null || bits == null || bits < 1 || bits > MAX_NUMBER_BITS
                || !signed && datatype.kind() != DatatypeKind.UINTEGER) {
            return;
        }
        String number = text.strip();
        if (!number.matches("[+-]?\\d{1,30}")) {
            warn("value-outside-type", line, "\"" + shorten(number) + "\" is not a whole number.");
            return;
        }
        BigInteger value = new BigInteger(number);
        BigInteger limit = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits);
        if (value.compareTo(limit) >= 0 || value.compareTo(signed ? limit.negate() : BigInteger.ZERO) < 0) {
            warn("value-outside-type", line,
                    number + " does not fit " + bits + (signed ? " bits with" : " bits without")
                            + " a sign.");
        }
    }

    private void checkItems(Datatype record) {
        Set<Integer> subindexes = new HashSet<>();
        for (RecordItem item : record.recordItems()) {
            if (item.subindex() != null && !subindexes.add(item.subindex())) {
                findings.error("duplicate-subindex", item.source().line(), walker.path(),
                        "The record has two items with subindex " + item.subindex() + ".");
            }
        }
        List<Placed> placed = record.recordItems().stream().map(this::place).filter(item -> item != null)
                .sorted(Comparator.comparingLong(Placed::from)).toList();
        Placed widest = null;
        for (Placed item : placed) {
            if (record.bitLength() != null && item.to() > record.bitLength()) {
                warn("item-outside", item.item().source().line(), "Item " + item.item().subindex() + " lies at bits "
                        + item.from() + " to " + (item.to() - 1) + ", outside the " + record.bitLength()
                        + " bits of the record.");
            }
            if (widest != null && item.from() < widest.to()) {
                warn("overlapping-items", item.item().source().line(), "Item " + item.item().subindex()
                        + " begins at bit " + item.from() + ", within item " + widest.item().subindex() + " (bits "
                        + widest.from() + " to " + (widest.to() - 1) + ").");
            }
            widest = widest == null || item.to() > widest.to() ? item : widest;
        }
    }

    private Placed place(RecordItem item) {
        Datatype type = datatypes.resolve(item.type());
        Long bits = type == null ? null : DatatypeLength.of(type, datatypes);
        return bits == null || item.bitOffset() == null || item.bitOffset() < 0
                ? null
                : new Placed(item, item.bitOffset(), item.bitOffset() + bits);
    }

    private static Double decimal(String text) {
        try {
            return text == null ? null : Double.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String shorten(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    private void warn(String code, int line, String message) {
        findings.warning(code, line, walker.path(), message);
    }

    /** An item and its bits, the last one not included. */
    private record Placed(RecordItem item, long from, long to) {}
}
