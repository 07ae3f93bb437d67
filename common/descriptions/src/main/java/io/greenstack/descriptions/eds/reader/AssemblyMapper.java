package io.greenstack.descriptions.eds.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.greenstack.descriptions.eds.model.EdsArray;
import io.greenstack.descriptions.eds.model.EdsAssembly;
import io.greenstack.descriptions.eds.model.EdsAssembly.AssemblyMember;
import io.greenstack.descriptions.eds.model.EdsField;
import io.greenstack.descriptions.eds.model.EdsReference;
import io.greenstack.descriptions.eds.model.EdsSection.EdsFileEntry;
import io.greenstack.descriptions.eds.model.EdsSize;
import io.greenstack.descriptions.eds.model.EdsVariant;

/** Reads [Assembly]. Used once. */
final class AssemblyMapper {

    private static final Set<String> ASSEMBLIES = Set.of("assem", "assemexa", "proxyassem", "proxyassemexa",
            "proxiedassem", "proxiedassemexa");
    private static final Set<String> VARIANTS = Set.of("variant", "variantexa", "proxyvariant", "proxyvariantexa",
            "proxiedvariant", "proxiedvariantexa");
    private static final int FIRST_MEMBER = 6;

    private final List<EdsAssembly> assemblies = new ArrayList<>();
    private final List<EdsVariant> variants = new ArrayList<>();
    private final List<EdsArray> arrays = new ArrayList<>();

    void read(List<EdsFileEntry> entries) {
        for (EdsFileEntry entry : entries) {
            String base = entry.number() < 0 ? "" : entry.base().toLowerCase(java.util.Locale.ROOT);
            if (ASSEMBLIES.contains(base)) {
                assemblies.add(assembly(entry));
            } else if (VARIANTS.contains(base)) {
                variants.add(variant(entry, 5, 2));
            } else if (base.endsWith("bitstringvariant")) {
                variants.add(variant(entry, 5, 3));
            } else if (base.equals("array")) {
                arrays.add(array(entry));
            }
        }
    }

    List<EdsAssembly> assemblies() {
        return assemblies;
    }

    List<EdsVariant> variants() {
        return variants;
    }

    List<EdsArray> arrays() {
        return arrays;
    }

    private static EdsAssembly assembly(EdsFileEntry entry) {
        List<AssemblyMember> members = new ArrayList<>();
        int last = entry.fields().size();
        while (last > FIRST_MEMBER && entry.field(last - 1).isEmpty() && (last - FIRST_MEMBER) % 2 != 0) {
            last--;
        }
        for (int i = FIRST_MEMBER; i < last; i += 2) {
            EdsField size = entry.field(i);
            EdsField reference = entry.field(i + 1);
            int line = size.isEmpty() && !reference.isEmpty() ? reference.line() : size.line();
            members.add(new AssemblyMember(EdsSize.of(size), EdsReference.of(reference), line));
        }
        return new EdsAssembly(entry.base() + entry.number(), entry.number(), entry.field(0).text(),
                entry.field(1).text(), EdsSize.of(entry.field(2)), entry.field(3).intValue(), members, entry.line());
    }

    /** The selector stands at a fixed place, but some files leave out reserved fields: it is the first reference. */
    private static EdsVariant variant(EdsFileEntry entry, int selectorAt, int width) {
        int at = selectorAt;
        for (int i = 1; i < entry.fields().size(); i++) {
            if (EdsReference.of(entry.field(i)).isEntry()) {
                at = i;
                break;
            }
        }
        List<EdsVariant.Case> cases = new ArrayList<>();
        for (int i = at + 1; i < entry.fields().size(); i += width) {
            EdsField value = entry.field(i);
            if (value.isEmpty() && entry.field(i + 1).isEmpty()) {
                continue;
            }
            cases.add(new EdsVariant.Case(value.longValue(), EdsReference.of(entry.field(i + 1)),
                    width == 3 ? EdsReference.of(entry.field(i + 2)) : EdsReference.NONE));
        }
        return new EdsVariant(entry.base() + entry.number(), entry.number(), entry.field(0).text(),
                entry.field(1).text(), EdsReference.of(entry.field(at)), cases, entry.line());
    }

    private static EdsArray array(EdsFileEntry entry) {
        List<EdsSize> dimensions = entry.fields().stream().skip(10).filter(field -> !field.isEmpty()).map(EdsSize::of)
                .toList();
        return new EdsArray(entry.number(), entry.field(0).text(), entry.field(1).text(), entry.field(2).intValue(),
                entry.field(3).text(), EdsSize.of(entry.field(7)), EdsReference.of(entry.field(8)), dimensions,
                entry.line());
    }
}
