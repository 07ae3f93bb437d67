package io.greenstack.descriptions.iodd.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.greenstack.core.processdata.ByteOrder;
import io.greenstack.core.processdata.Condition;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.FieldKeys;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.ScalarType;
import io.greenstack.descriptions.iodd.model.Datatype;
import io.greenstack.descriptions.iodd.model.Datatype.DatatypeKind;
import io.greenstack.descriptions.iodd.model.Datatype.RecordItem;
import io.greenstack.descriptions.iodd.model.ProcessData.ProcessDataItem;
import io.greenstack.descriptions.iodd.model.UserInterface.ProcessDataInfo;
import io.greenstack.descriptions.iodd.model.UserInterface.ProcessDataRef;

/** Compiles one alternative of the process data of one direction. */
final class FrameCompiler {

    private static final int MAX_BITS = 2048;
    private static final int MAX_FIELDS = 1024;

    private final CompilerContext context;
    private final MenuScalings menus;
    private final Set<String> takenKeys;
    private final String path;
    private final FieldKeys keys = new FieldKeys();
    private final Map<Integer, ProcessDataInfo> infos = new HashMap<>();
    private boolean referenced;
    private ScalingCompiler scalings;
    private int frameBits;

    FrameCompiler(CompilerContext context, MenuScalings menus, Direction direction, Set<String> takenKeys) {
        this.context = context;
        this.menus = menus;
        this.takenKeys = takenKeys;
        this.path = direction == Direction.IN ? "ProcessDataIn" : "ProcessDataOut";
    }

    /** The frame; null if its length is unknown or absurd. */
    Frame compile(ProcessDataItem item, List<Condition> when) {
        int line = item.source().line();
        Datatype datatype = context.datatypes().resolve(item.type());
        Long claimed = datatype == null ? null : DatatypeLength.of(datatype, context.datatypes());
        long bits = item.bitLength() != null ? item.bitLength() : claimed == null ? 0 : claimed;
        if (bits < 1 || bits > MAX_BITS) {
            context.findings().error("bad-length", line, path, "Process data of " + bits
                    + " bits cannot be decoded (1.." + MAX_BITS + "); it is left out.");
            return null;
        }
        frameBits = (int) bits;
        if (claimed != null && item.bitLength() != null && claimed.longValue() != bits
                && datatype.kind() != DatatypeKind.BOOLEAN) {
            context.findings().warning("length-mismatch", line, path, "The process data has " + bits
                    + " bits, its datatype " + claimed + "; " + bits + " are taken.");
        }
        collectInfos(item.id());
        scalings = new ScalingCompiler(context, menus, when);
        List<Field> fields = datatype == null ? List.of() : fields(item, datatype);
        if (datatype == null) {
            context.findings().error("dangling-datatype", line, path,
                    "The datatype of the process data is not defined; only raw octets are known.");
        }
        return new Frame(CompilerContext.shorten(item.id() == null ? path : item.id()), context.name(item.name()),
                frameBits, ByteOrder.BIG_ENDIAN, when, fields);
    }

    private void collectInfos(String processDataId) {
        for (ProcessDataRef ref : context.description().processDataRefs()) {
            if (processDataId != null && processDataId.equals(ref.processDataId())) {
                referenced = true;
                for (ProcessDataInfo info : ref.infos()) {
                    infos.putIfAbsent(info.subindex() == null ? 0 : info.subindex(), info);
                }
            }
        }
    }

    private List<Field> fields(ProcessDataItem item, Datatype datatype) {
        if (datatype.kind() == DatatypeKind.RECORD) {
            return recordFields(datatype);
        }
        if (datatype.kind() == DatatypeKind.ARRAY) {
            return arrayFields(item, datatype);
        }
        FieldType type = FieldType.of(datatype);
        if (type == null) {
            return skipped("bad-datatype", item.source().line(), "Its datatype is unknown or has no usable length");
        }
        if (type.type() == ScalarType.BOOLEAN) {
            type = new FieldType(ScalarType.BOOLEAN, Math.min(64, (frameBits + Byte.SIZE - 1) / Byte.SIZE * Byte.SIZE),
                    null);
        }
        Part part = new Part(item.name(), 0, -1, 0, type, datatype, item.source().line());
        Field field = field(part, key(context.primaryName(item.name()), "value"), context.name(item.name()));
        return field == null ? List.of() : List.of(field);
    }

    private List<Field> recordFields(Datatype record) {
        List<RecordItem> sorted = new ArrayList<>(record.recordItems());
        sorted.sort(Comparator.comparing(item -> item.subindex() == null ? Integer.MAX_VALUE : item.subindex()));
        Map<RecordItem, Field> byItem = new IdentityHashMap<>();
        long bits = 0;
        for (RecordItem item : sorted) {
            Field field = recordField(item);
            if (field == null) {
                continue;
            }
            bits += field.bitLength();
            if (byItem.size() == MAX_FIELDS || bits > (long) MAX_BITS * 2) {
                skipped("too-many-items", item.source().line(), "There are too many or too long items");
                break;
            }
            byItem.put(item, field);
        }
        return record.recordItems().stream().map(byItem::get).filter(field -> field != null).toList();
    }

    private Field recordField(RecordItem item) {
        int line = item.source().line();
        Datatype datatype = context.datatypes().resolve(item.type());
        FieldType type = datatype == null ? null : FieldType.of(datatype);
        if (type == null || item.bitOffset() == null || item.bitOffset() < 0) {
            skipped("bad-item", line, "The type, length or position of item " + item.subindex() + " is not usable");
            return null;
        }
        int subindex = item.subindex() == null ? 0 : item.subindex();
        String key = key(context.primaryName(item.name()), "item_" + subindex);
        return field(new Part(item.name(), subindex, -1, item.bitOffset(), type, datatype, line), key,
                context.name(item.name()));
    }

    private List<Field> arrayFields(ProcessDataItem item, Datatype array) {
        Datatype element = context.datatypes().resolve(array.elementType());
        FieldType type = element == null ? null : FieldType.of(element);
        if (type == null || array.count() == null || array.count() < 1
                || (long) array.count() * type.bits() > MAX_BITS) {
            return skipped("bad-array", item.source().line(), "The array has no usable element type or count");
        }
        List<Field> fields = new ArrayList<>();
        String name = context.name(item.name());
        String primary = context.primaryName(item.name());
        for (int i = 0; i < array.count(); i++) {
            // the first element is transmitted first, so it has the highest bits
            int offset = (array.count() - 1 - i) * type.bits();
            Field field = field(new Part(item.name(), i + 1, i, offset, type, element, item.source().line()),
                    key(primary + " " + (i + 1), "element_" + (i + 1)), (name + " " + (i + 1)).strip());
            if (field != null) {
                fields.add(field);
            }
        }
        return fields;
    }

    private Field field(Part part, String key, String name) {
        int octetBits = (frameBits + Byte.SIZE - 1) / Byte.SIZE * Byte.SIZE;
        if ((long) part.offset() + part.type().bits() > octetBits) {
            skipped("outside", part.line(), "Bits " + part.offset() + " to " + ((long) part.offset()
                    + part.type().bits() - 1) + " are outside the " + frameBits + " bits of the process data");
            return null;
        }
        int info = part.element() >= 0 ? 0 : part.subindex();
        ValueTexts values = ValueTexts.of(context, part.datatype(), part.type().type());
        return new Field(key, name.isEmpty() ? key : name, part.subindex(), part.element(), part.offset(),
                part.type().bits(), part.type().type(), part.type().encoding(),
                part.type().type().numeric() && part.type().type() != ScalarType.BOOLEAN
                        ? scalings.compile(info, infos.get(info), part.line())
                        : List.of(),
                values.labels(), values.specials(), values.ranges(), isShown(info));
    }

    /** Shown: what a reference or a menu names; everything if neither speaks of single items. */
    private boolean isShown(int subindex) {
        return infos.containsKey(subindex) || infos.containsKey(0) || menus.shows(subindex)
                || !referenced && !menus.showsItems();
    }

    private String key(String name, String fallback) {
        String slug = FieldKeys.slug(name.isBlank() ? fallback : name);
        return keys.next(takenKeys.contains(slug.isEmpty() ? FieldKeys.slug(fallback) : slug)
                ? (slug.isEmpty() ? fallback : slug) + " out"
                : slug, fallback);
    }

    private List<Field> skipped(String code, int line, String what) {
        context.findings().error(code, line, path, what + "; it is left out.");
        return List.of();
    }

    /** A value within the frame. */
    private record Part(io.greenstack.descriptions.iodd.model.TextRef name, int subindex, int element, int offset,
            FieldType type, Datatype datatype, int line) {}
}
