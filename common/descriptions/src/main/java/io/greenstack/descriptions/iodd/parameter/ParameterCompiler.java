package io.greenstack.descriptions.iodd.parameter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.greenstack.descriptions.iodd.model.AccessRights;
import io.greenstack.descriptions.iodd.model.AllowedValue;
import io.greenstack.descriptions.iodd.model.AllowedValue.SingleValue;
import io.greenstack.descriptions.iodd.model.AllowedValue.ValueRange;
import io.greenstack.descriptions.iodd.model.Datatype;
import io.greenstack.descriptions.iodd.model.Datatype.DatatypeKind;
import io.greenstack.descriptions.iodd.model.Datatype.RecordItem;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.ProcessData;
import io.greenstack.descriptions.iodd.model.ProcessData.ProcessDataItem;
import io.greenstack.descriptions.iodd.model.shape.Lexical;
import io.greenstack.descriptions.iodd.standard.IoddDatatypes;
import io.greenstack.descriptions.iodd.standard.IoddTexts;
import io.greenstack.descriptions.iodd.standard.IoddVariables.ResolvedVariable;

/** Makes a parameter of a variable; a datatype that is damaged becomes null, so that nothing is coded by guesswork. */
final class ParameterCompiler {

    private static final int MAX_NUMBER_BITS = 64;
    private static final int MAX_OCTETS = 256;
    private static final int MAX_SUBINDEX = 255;

    private final IoddDescription description;
    private final IoddTexts texts;
    private final IoddDatatypes datatypes;
    private final Map<String, List<ParameterScale>> scales;

    ParameterCompiler(IoddDescription description, IoddDatatypes datatypes, Map<String, List<ParameterScale>> scales) {
        this.description = description;
        this.texts = IoddTexts.primary(description);
        this.datatypes = datatypes;
        this.scales = scales;
    }

    Parameter compile(ResolvedVariable variable) {
        AccessRights access = variable.access() == null ? AccessRights.RW : variable.access();
        String name = texts.label(variable.name());
        return new Parameter(variable.id(), variable.index(), name.isEmpty() ? variable.id() : name, access,
                type(variable, access), variable.defaultValue(), scales.getOrDefault(variable.id(), List.of()));
    }

    private ParameterType type(ResolvedVariable variable, AccessRights access) {
        Datatype datatype = variable.datatype();
        if (datatype == null || datatype.kind() == null) {
            return null;
        }
        return switch (datatype.kind()) {
            case RECORD -> record(datatype, datatype.bitLength(), variable, access);
            case ARRAY -> array(datatype, access);
            case PROCESS_DATA_IN_UNION -> union(variable, access, true);
            case PROCESS_DATA_OUT_UNION -> union(variable, access, false);
            default -> simple(datatype, datatype.values());
        };
    }

    /** The only process data of a direction; octets of any length where there are several. */
    private ParameterType union(ResolvedVariable variable, AccessRights access, boolean in) {
        List<ProcessDataItem> items = description.processData().stream()
                .map(in ? ProcessData::in : ProcessData::out).filter(item -> item != null && item.bitLength() != null)
                .toList();
        Datatype only = items.size() == 1 ? datatypes.resolve(items.get(0).type()) : null;
        if (only != null && only.kind() == DatatypeKind.RECORD) {
            return record(only, items.get(0).bitLength(), variable, access);
        }
        if (only != null && only.kind() == DatatypeKind.ARRAY) {
            return array(only, access);
        }
        if (only != null) {
            return simple(only, only.values());
        }
        int bits = items.stream().mapToInt(ProcessDataItem::bitLength)
                .filter(length -> length <= MAX_OCTETS * Byte.SIZE)
                .max().orElse(0);
        return bits <= 0
                ? null
                : new ParameterType(DatatypeKind.OCTET_STRING, (bits + Byte.SIZE - 1) / Byte.SIZE * Byte.SIZE, false,
                        false, true,
                        List.of(), AllowedValues.ANY);
    }

    private ParameterType record(Datatype datatype, Integer bitLength, ResolvedVariable variable, AccessRights access) {
        List<ParameterItem> items = new ArrayList<>();
        int needed = 0;
        for (RecordItem item : datatype.recordItems()) {
            Datatype of = datatypes.resolve(item.type());
            List<AllowedValue> own = item.subindex() == null ? null : variable.itemValues().get(item.subindex());
            ParameterType type = of == null ? null : simple(of, own == null ? of.values() : own);
            boolean placed = item.subindex() != null && item.bitOffset() != null && item.bitOffset() >= 0
                    && item.bitOffset() <= MAX_OCTETS * Byte.SIZE;
            if (type == null || !placed || items.stream().anyMatch(other -> other.subindex() == item.subindex())) {
                return null;
            }
            needed = Math.max(needed, item.bitOffset() + type.bits());
            items.add(new ParameterItem(item.subindex(), texts.label(item.name()), item.bitOffset(),
                    item.accessRightRestriction() == null ? access : item.accessRightRestriction(), type,
                    variable.defaultOf(item.subindex())));
        }
        int bits = bitLength == null ? needed : bitLength;
        return items.isEmpty() || bits < needed || bits > MAX_OCTETS * Byte.SIZE
                ? null
                : new ParameterType(DatatypeKind.RECORD, bits, false, true, subindexAccess(datatype), items,
                        AllowedValues.ANY);
    }

    /** Elements follow each other without gaps, that of subindex 1 in the most significant place (annex F.3.2). */
    private ParameterType array(Datatype datatype, AccessRights access) {
        Datatype of = datatypes.resolve(datatype.elementType());
        ParameterType element = of == null ? null : simple(of, of.values());
        Integer count = datatype.count();
        if (element == null || count == null || count < 1 || count > MAX_SUBINDEX
                || (long) count * element.bits() > MAX_OCTETS * Byte.SIZE) {
            return null;
        }
        List<ParameterItem> items = new ArrayList<>(count);
        for (int subindex = 1; subindex <= count; subindex++) {
            items.add(new ParameterItem(subindex, "", (count - subindex) * element.bits(), access, element, null));
        }
        return new ParameterType(DatatypeKind.ARRAY, count * element.bits(), false, true, subindexAccess(datatype),
                items,
                AllowedValues.ANY);
    }

    private static boolean subindexAccess(Datatype datatype) {
        return !Boolean.FALSE.equals(datatype.subindexAccessSupported());
    }

    private ParameterType simple(Datatype datatype, List<AllowedValue> values) {
        Integer bits = datatype.kind() == null ? null : switch (datatype.kind()) {
            case BOOLEAN -> Integer.valueOf(1);
            case UINTEGER, INTEGER -> within(datatype.bitLength(), MAX_NUMBER_BITS);
            case FLOAT32 -> Integer.valueOf(Float.SIZE);
            case TIME, TIME_SPAN -> Integer.valueOf(Long.SIZE);
            case STRING, OCTET_STRING -> octets(within(datatype.fixedLength(), MAX_OCTETS));
            default -> null;
        };
        return bits == null
                ? null
                : new ParameterType(datatype.kind(), bits, "US-ASCII".equals(datatype.encoding()), true, true,
                        List.of(),
                        allowed(values));
    }

    private static Integer within(Integer length, int most) {
        return length == null || length < 1 || length > most ? null : length;
    }

    private static Integer octets(Integer length) {
        return length == null ? null : Integer.valueOf(length * Byte.SIZE);
    }

    private AllowedValues allowed(List<AllowedValue> values) {
        List<AllowedValues.Range> ranges = new ArrayList<>();
        List<AllowedValues.Single> singles = new ArrayList<>();
        for (AllowedValue value : values) {
            if (value instanceof ValueRange range) {
                BigDecimal lower = Lexical.number(range.lowerValue());
                BigDecimal upper = Lexical.number(range.upperValue());
                if (lower != null && upper != null && lower.compareTo(upper) <= 0) {
                    ranges.add(new AllowedValues.Range(lower, upper));
                }
            } else if (value instanceof SingleValue single && single.value() != null) {
                singles.add(
                        new AllowedValues.Single(single.value(), Lexical.number(single.value()),
                                texts.label(single.name())));
            }
        }
        ranges.sort(Comparator.comparing(AllowedValues.Range::lower));
        return ranges.isEmpty() && singles.isEmpty() ? AllowedValues.ANY : new AllowedValues(ranges, singles);
    }
}
