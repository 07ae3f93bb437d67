package io.greenstack.descriptions.eds.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.greenstack.descriptions.eds.model.CipType;
import io.greenstack.descriptions.eds.model.EdsArray;
import io.greenstack.descriptions.eds.model.EdsAssembly;
import io.greenstack.descriptions.eds.model.EdsAssembly.AssemblyMember;
import io.greenstack.descriptions.eds.model.EdsIndex;
import io.greenstack.descriptions.eds.model.EdsParameter;
import io.greenstack.descriptions.eds.model.EdsReference;
import io.greenstack.descriptions.eds.model.EdsSize;
import io.greenstack.descriptions.eds.model.EdsVariant;
import io.greenstack.descriptions.eds.model.FindingCode;

/**
 * Places the members of an assembly (CIP Volume 1, clause 7-3.6.8): bit after bit from the least significant bit of the
 * first octet on. Nested assemblies, arrays and variants are dissolved. Used once per assembly.
 */
public final class AssemblyWalker {

    /** Most octets a connection can carry (Large_Forward_Open). */
    public static final int MAX_OCTETS = 65_535;

    private static final int MAX_BITS = MAX_OCTETS * 8;
    private static final int MAX_DEPTH = 8;
    private static final int MAX_MEMBERS = 20_000;
    private static final int MAX_STEPS = 100_000;

    private final EdsIndex index;
    private final Map<String, Long> selected;
    private final List<PlacedMember> members = new ArrayList<>();
    private final Set<EdsReference> selectors = new LinkedHashSet<>();
    private final List<Placement.Problem> problems = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();
    private int offset;
    private int steps;
    private boolean stopped;

    private AssemblyWalker(EdsIndex index, Map<String, Long> selected) {
        this.index = index;
        this.selected = selected;
    }

    /** Places the members with the default values of the parameters that select among variants. */
    public static Placement place(EdsIndex index, EdsAssembly assembly) {
        return place(index, assembly, Map.of());
    }

    /**
     * Places the members.
     *
     * @param selected values of selecting parameters by keyword; the default counts for those not in it
     */
    public static Placement place(EdsIndex index, EdsAssembly assembly, Map<String, Long> selected) {
        AssemblyWalker walker = new AssemblyWalker(index, selected);
        walker.assembly(assembly);
        boolean variable = assembly.size().reference().isEntry();
        Integer declared = variable ? walker.defaultOf(assembly.size().reference()) : assembly.size().value();
        walker.checkSize(assembly, declared, variable);
        return new Placement(walker.members, walker.offset, declared, variable, walker.selectors, walker.problems);
    }

    private void checkSize(EdsAssembly assembly, Integer declared, boolean variable) {
        if (stopped || variable || declared == null || assembly.members().isEmpty()) {
            return;
        }
        if (declared < 0 || declared > MAX_OCTETS) {
            problem(FindingCode.ASSEMBLY_TOO_LARGE, true, assembly.line(),
                    "A size of " + declared + " octets is not possible");
        } else if ((offset + 7) / 8 != declared) {
            problem(FindingCode.ASSEMBLY_SIZE, true, assembly.line(), "The declared size is " + declared
                    + " octets, the members have " + offset + " bits (" + (offset + 7) / 8 + " octets)");
        }
    }

    private void assembly(EdsAssembly assembly) {
        if (open.size() >= MAX_DEPTH || open.contains(assembly.keyword())) {
            problem(FindingCode.ASSEMBLY_NESTING, true, assembly.line(),
                    assembly.keyword() + " contains itself or is nested too deep");
            return;
        }
        open.push(assembly.keyword());
        int unit = MemberUnits.octets(index, assembly) ? 8 : 1;
        if (unit == 8) {
            problem(FindingCode.ASSEMBLY_OCTETS, false, assembly.line(),
                    "The sizes of the members are octets where bits are meant");
        }
        for (AssemblyMember member : assembly.members()) {
            if (stopped) {
                break;
            }
            member(member, unit);
        }
        open.pop();
    }

    private void member(AssemblyMember member, int unit) {
        EdsReference reference = member.reference();
        EdsSize size = member.size();
        if (++steps > MAX_STEPS) {
            stop(FindingCode.ASSEMBLY_NESTING, member.line(), "The nested assemblies have too many members");
            return;
        }
        if (size.isNone() && reference.isNone()) {
            return;
        }
        Integer given = size.reference().isEntry() ? defaultOf(size.reference()) : size.value();
        if (size.reference().isEntry()) {
            problem(FindingCode.ASSEMBLY_VARIABLE, false, member.line(), "The size of the member is held by "
                    + size.reference().text() + (given == null ? "" : "; its default is " + given));
        }
        long bits = given == null ? -1 : (long) given * unit;
        if (bits < -1 || bits > MAX_BITS || offset + Math.max(0, bits) > MAX_BITS || members.size() > MAX_MEMBERS) {
            stop(FindingCode.ASSEMBLY_TOO_LARGE, member.line(), "The assembly is larger than a connection can carry");
        } else if (bits != 0) {
            entry(reference, (int) bits, member.line());
        }
    }

    /** Places what a reference points to; {@code bits} is -1 if the size is not given. */
    private void entry(EdsReference reference, int bits, int line) {
        EdsAssembly nested = index.assembly(reference);
        EdsVariant variant = index.variant(reference);
        EdsArray array = index.array(reference);
        if (nested != null) {
            clipped(() -> assembly(nested), bits);
        } else if (variant != null) {
            clipped(() -> variant(variant, bits, line), bits);
        } else if (array != null) {
            clipped(() -> array(array, line), bits);
        } else {
            scalar(reference, bits, line);
        }
    }

    private void scalar(EdsReference reference, int bits, int line) {
        EdsParameter parameter = index.parameter(reference);
        int size = bits;
        if (size < 0) {
            size = reference.bit() >= 0 ? 1 : parameter == null ? 0 : parameter.bits();
            if (size == 0) {
                stop(FindingCode.MEMBER_SIZE, line, "The size of the member is unknown: what follows cannot be placed");
                return;
            }
        }
        add(new PlacedMember(offset, size, reference, parameter, reference.literal(), -1, null, line));
    }

    private void variant(EdsVariant variant, int bits, int line) {
        selectors.add(variant.selector());
        Long value = selected.get(variant.selector().entryKeyword());
        EdsParameter selector = index.parameter(variant.selector());
        if (value == null && selector != null) {
            value = selector.defaultValue().longValue();
        }
        EdsReference chosen = variant.choose(value);
        if (chosen.isNone() && bits < 0) {
            return;
        }
        if (open.size() >= MAX_DEPTH) {
            problem(FindingCode.ASSEMBLY_NESTING, true, line, variant.keyword() + " is nested too deep");
            return;
        }
        open.push(variant.keyword());
        if (chosen.isNone()) {
            add(new PlacedMember(offset, bits, EdsReference.NONE, null, null, -1, null, line));
        } else {
            entry(chosen, index.parameter(chosen) != null ? -1 : bits, line);
        }
        open.pop();
    }

    private void array(EdsArray array, int line) {
        long count = array.dimensions().isEmpty() ? 0 : 1;
        for (EdsSize dimension : array.dimensions()) {
            Integer n = dimension.reference().isEntry() ? defaultOf(dimension.reference()) : dimension.value();
            count = n == null || n < 0 ? 0 : Math.min(count * n, MAX_BITS + 1L);
        }
        EdsParameter type = index.parameter(array.elementType());
        Integer given = array.elementSize().value();
        int bits = given != null && given > 0 ? given : type == null ? 0 : type.bits();
        if (count == 0 || bits == 0 || count * bits > MAX_BITS - offset) {
            stop(FindingCode.MEMBER_SIZE, line, "The size of Array" + array.number() + " is unknown or too large");
            return;
        }
        for (int i = 0; i < count && !stopped; i++) {
            add(new PlacedMember(offset, bits, array.elementType(), type, null, i, array.name(), line));
        }
    }

    /** Places something in a member of given size: what is longer is cut, what is shorter is followed by padding. */
    private void clipped(Runnable content, int bits) {
        int start = offset;
        int first = members.size();
        content.run();
        if (bits < 0 || stopped) {
            return;
        }
        int end = start + bits;
        for (int i = members.size() - 1; i >= first; i--) {
            PlacedMember member = members.get(i);
            if (member.bitOffset() >= end) {
                members.remove(i);
            } else if (member.end() > end) {
                members.set(i, member.withBits(end - member.bitOffset()));
            }
        }
        offset = end;
    }

    private void add(PlacedMember member) {
        if (member.end() > MAX_BITS || members.size() > MAX_MEMBERS) {
            stop(FindingCode.ASSEMBLY_TOO_LARGE, member.line(), "The assembly is larger than a connection can carry");
            return;
        }
        EdsParameter parameter = member.parameter();
        if (parameter != null && member.reference().bit() < 0 && parameter.bits() > 0
                && parameter.type() != CipType.BOOL && parameter.type() != null && !parameter.type().isVariable()
                && member.bits() > parameter.bits()) {
            problem(FindingCode.MEMBER_WIDER, false, member.line(), "The member has " + member.bits() + " bits, "
                    + parameter.keyword() + " has " + parameter.bits());
        }
        if (parameter != null && parameter.type() != null && parameter.type().isOpaque()) {
            problem(FindingCode.MEMBER_OCTETS, false, member.line(), parameter.keyword() + " is of type "
                    + parameter.type() + ", which is given as octets");
        }
        members.add(member);
        offset = member.end();
    }

    private Integer defaultOf(EdsReference reference) {
        EdsParameter parameter = index.parameter(reference);
        Long value = parameter == null ? null : parameter.defaultValue().longValue();
        return value != null && value >= 0 && value <= MAX_BITS ? (Integer) value.intValue() : null;
    }

    private void stop(String code, int line, String message) {
        problem(code, true, line, message);
        stopped = true;
    }

    private void problem(String code, boolean error, int line, String message) {
        if (problems.size() < 200) {
            problems.add(new Placement.Problem(code, error, line, message));
        }
    }
}
