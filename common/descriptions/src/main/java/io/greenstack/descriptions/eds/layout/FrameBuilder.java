package io.greenstack.descriptions.eds.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.greenstack.core.processdata.ByteOrder;
import io.greenstack.core.processdata.Condition;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.LayoutLimits;
import io.greenstack.core.processdata.LayoutParameter;
import io.greenstack.core.processdata.ScalarType;
import io.greenstack.descriptions.eds.model.EdsAssembly;
import io.greenstack.descriptions.eds.model.EdsIndex;
import io.greenstack.descriptions.eds.model.EdsParameter;
import io.greenstack.descriptions.eds.model.EdsReference;
import io.greenstack.descriptions.eds.model.EdsVariant;

/**
 * Makes the frames of one assembly: one for each length it can have, times one for each selection among variants. The
 * decoder takes the first whose conditions hold and whose length is that of the data.
 */
final class FrameBuilder {

    private static final int MAX_SELECTIONS = 64;

    private final EdsIndex index;
    private final EdsAssembly assembly;
    private final List<Placement.Problem> problems = new ArrayList<>();
    private final Map<String, LayoutParameter> parameters = new LinkedHashMap<>();

    FrameBuilder(EdsIndex index, EdsAssembly assembly) {
        this.index = index;
        this.assembly = assembly;
    }

    /** What is wrong with the assembly; filled by {@link #frames}. */
    List<Placement.Problem> problems() {
        return problems;
    }

    /** The parameters that conditions refer to; filled by {@link #frames}. */
    Map<String, LayoutParameter> parameters() {
        return parameters;
    }

    /**
     * The frames.
     *
     * @param octets lengths the data can have besides those that the assembly itself says, most probable first
     * @param only true if no other length is possible
     */
    List<Frame> frames(List<Integer> octets, boolean only) {
        Placement first = AssemblyWalker.place(index, assembly);
        problems.addAll(first.problems());
        List<Map<String, Long>> selections = selections(first.selectors());
        List<Frame> frames = new ArrayList<>();
        int total = 0;
        for (Map<String, Long> selection : selections) {
            Placement placement = selection.isEmpty() ? first : AssemblyWalker.place(index, assembly, selection);
            List<Condition> when = selection.entrySet().stream()
                    .map(entry -> new Condition(entry.getKey(), 0, entry.getValue())).toList();
            for (int length : lengths(placement, octets, only)) {
                Frame frame = frame(placement, length, when);
                total += frame.fields().size();
                if (total <= LayoutLimits.TOTAL_FIELDS / 2) {
                    frames.add(frame);
                }
            }
        }
        return frames;
    }

    /** All combinations of values of the selecting parameters; one empty selection if there is nothing to select. */
    private List<Map<String, Long>> selections(Set<EdsReference> selectors) {
        List<Map<String, Long>> selections = List.of(Map.of());
        for (EdsReference selector : selectors) {
            Set<Long> values = values(selector);
            EdsParameter parameter = index.parameter(selector);
            if (values.isEmpty() || parameter == null || selections.size() * values.size() > MAX_SELECTIONS) {
                continue;
            }
            String keyword = selector.entryKeyword();
            parameters.put(keyword, new LayoutParameter(keyword, 0, null, parameter.name(),
                    parameter.defaultValue().longValue()));
            List<Map<String, Long>> more = new ArrayList<>();
            for (Map<String, Long> selection : selections) {
                for (Long value : values) {
                    Map<String, Long> next = new LinkedHashMap<>(selection);
                    next.put(keyword, value);
                    more.add(next);
                }
            }
            selections = more;
        }
        return selections;
    }

    private Set<Long> values(EdsReference selector) {
        Set<Long> values = new LinkedHashSet<>();
        for (EdsVariant variant : index.file().variants()) {
            if (!variant.ofBits() && selector.equals(variant.selector())) {
                variant.cases().stream().map(EdsVariant.Case::value).filter(Objects::nonNull).forEach(values::add);
            }
        }
        return values;
    }

    private static List<Integer> lengths(Placement placement, List<Integer> octets, boolean only) {
        Set<Integer> lengths = new LinkedHashSet<>(octets);
        if (!only) {
            lengths.add(placement.agreedOctets());
            lengths.add(placement.octets());
        }
        lengths.removeIf(length -> length <= 0 || length > AssemblyWalker.MAX_OCTETS);
        return new ArrayList<>(lengths);
    }

    private Frame frame(Placement placement, int octets, List<Condition> when) {
        FieldFactory factory = new FieldFactory(index);
        boolean opaque = placement.opaque();
        for (PlacedMember member : placement.members()) {
            if (opaque) {
                factory.addOpaque(member);
            } else {
                factory.add(member);
            }
        }
        int bits = octets * 8;
        List<Field> fields = factory.fields().stream().filter(field -> field.bitOffset() + field.bitLength() <= bits)
                .toList();
        if (fields.isEmpty()) {
            fields = List.of(Field.plain("data", "Data", 0, 0, bits, ScalarType.OCTETS));
        }
        return new Frame(assembly.keyword(), assembly.name(), bits, ByteOrder.LITTLE_ENDIAN, when, fields);
    }
}
