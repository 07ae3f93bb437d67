package io.greenstack.descriptions.iodd.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.greenstack.descriptions.iodd.model.AllowedValue;
import io.greenstack.descriptions.iodd.model.AllowedValue.SingleValue;
import io.greenstack.descriptions.iodd.model.AllowedValue.StdSingleValueRef;
import io.greenstack.descriptions.iodd.model.AllowedValue.StdValueRangeRef;
import io.greenstack.descriptions.iodd.model.AllowedValue.ValueRange;
import io.greenstack.descriptions.iodd.model.Datatype;
import io.greenstack.descriptions.iodd.model.Datatype.DatatypeKind;
import io.greenstack.descriptions.iodd.model.Datatype.RecordItem;
import io.greenstack.descriptions.iodd.model.Source;
import io.greenstack.descriptions.iodd.model.TypeUse;
import io.greenstack.descriptions.iodd.model.TypeUse.DatatypeRef;
import io.greenstack.descriptions.iodd.model.VariableEntry.RecordItemInfo;
import io.greenstack.descriptions.iodd.standard.IoddDatatypes;
import io.greenstack.descriptions.iodd.standard.IoddTexts;
import io.greenstack.descriptions.iodd.view.IoddDetail.RangeView;
import io.greenstack.descriptions.iodd.view.IoddDetail.RecordItemView;
import io.greenstack.descriptions.iodd.view.IoddDetail.SingleValueView;
import io.greenstack.descriptions.iodd.view.IoddDetail.TypeView;

/** Views of datatypes. */
record TypeViews(IoddDatatypes datatypes, IoddTexts texts) {

    private static final int MAX_DEPTH = 8;
    private static final RecordItemInfo NO_INFO = new RecordItemInfo(null, null, null, null, Source.NONE);

    /** The datatype of a use, null if it leads nowhere. */
    Datatype resolve(TypeUse use) {
        return use == null ? null : datatypes.resolve(use);
    }

    /** Name of a datatype in the file's words, null for none. */
    static String name(Datatype type) {
        return type == null || type.kind() == null ? null : type.kind().xsiType();
    }

    /** A datatype without its record items, which {@link #items} makes. */
    TypeView of(Datatype type, List<RecordItemView> items) {
        return type == null ? null : of(type, items, 0);
    }

    private TypeView of(Datatype type, List<RecordItemView> items, int depth) {
        Datatype element = depth < MAX_DEPTH ? resolve(type.elementType()) : null;
        return new TypeView(name(type), type.bitLength(), type.fixedLength(), type.encoding(), type.count(),
                type.kind() == DatatypeKind.RECORD || type.kind() == DatatypeKind.ARRAY
                        ? !Boolean.FALSE.equals(type.subindexAccessSupported())
                        : null,
                element == null ? null : of(element, null, depth + 1), singleValues(type.values()),
                ranges(type.values()),
                items);
    }

    /**
     * Views of the items of a record.
     *
     * @param looks unit and scale by subindex
     * @param infos defaults and flags of items
     * @param values allowed values that replace those of the type, by subindex
     */
    List<RecordItemView> items(Datatype type, Function<Integer, Display.Look> looks, List<RecordItemInfo> infos,
            Map<Integer, List<AllowedValue>> values) {
        if (type == null || type.recordItems().isEmpty()) {
            return null;
        }
        List<RecordItemView> views = new ArrayList<>(type.recordItems().size());
        for (RecordItem item : type.recordItems()) {
            Integer subindex = item.subindex();
            RecordItemInfo info = infos.stream().filter(one -> subindex != null && subindex.equals(one.subindex()))
                    .findFirst().orElse(NO_INFO);
            views.add(item(item, looks.apply(subindex), info, subindex == null ? null : values.get(subindex)));
        }
        return views;
    }

    private RecordItemView item(RecordItem item, Display.Look look, RecordItemInfo info, List<AllowedValue> own) {
        Datatype type = resolve(item.type());
        List<AllowedValue> values = own == null ? (type == null ? List.of() : type.values()) : own;
        return new RecordItemView(item.subindex(), texts.label(item.name()), texts.text(item.description()),
                item.bitOffset(), type == null ? null : length(type), name(type),
                item.type() instanceof DatatypeRef ref ? ref.datatypeId() : null,
                type == null ? null : type.fixedLength(), type == null ? null : type.encoding(),
                item.accessRightRestriction() == null ? null : item.accessRightRestriction().token(),
                info.defaultValue(), info.modifiesOtherVariables(), info.excludedFromDataStorage(),
                singleValues(values), ranges(values), look.gradient(), look.offset(), look.unitCode(), look.unit(),
                look.displayFormat());
    }

    /** Length in bits, null if the type does not say. */
    static Integer length(Datatype type) {
        if (type.kind() == null) {
            return type.bitLength();
        }
        return switch (type.kind()) {
            case BOOLEAN -> Integer.valueOf(1);
            case FLOAT32 -> Integer.valueOf(32);
            case TIME, TIME_SPAN -> Integer.valueOf(64);
            case STRING, OCTET_STRING -> octets(type);
            default -> type.bitLength();
        };
    }

    private static Integer octets(Datatype type) {
        return type.fixedLength() == null || type.fixedLength() > Integer.MAX_VALUE / 8 ? null : type.fixedLength() * 8;
    }

    /** Single values and their names by value; null if there are none. */
    static Map<String, String> enumeration(List<SingleValueView> values) {
        if (values == null) {
            return null;
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (SingleValueView value : values) {
            if (value.value() != null) {
                names.putIfAbsent(value.value(), value.name() == null ? "" : value.name().strip());
            }
        }
        return names;
    }

    List<SingleValueView> singleValues(List<AllowedValue> values) {
        List<SingleValueView> views = new ArrayList<>();
        for (AllowedValue value : values) {
            if (value instanceof SingleValue single) {
                views.add(new SingleValueView(single.value(), texts.text(single.name())));
            } else if (value instanceof StdSingleValueRef ref) {
                views.add(new SingleValueView(ref.value(), null));
            }
        }
        return views.isEmpty() ? null : views;
    }

    List<RangeView> ranges(List<AllowedValue> values) {
        List<RangeView> views = new ArrayList<>();
        for (AllowedValue value : values) {
            if (value instanceof ValueRange range) {
                views.add(new RangeView(range.lowerValue(), range.upperValue(), texts.text(range.name())));
            } else if (value instanceof StdValueRangeRef ref) {
                views.add(new RangeView(ref.lowerValue(), ref.upperValue(), null));
            }
        }
        return views.isEmpty() ? null : views;
    }
}
