package io.greenstack.descriptions.eds.reader;

import java.util.HashSet;
import java.util.Set;

import io.greenstack.descriptions.eds.layout.Placement;
import io.greenstack.descriptions.eds.model.EdsArray;
import io.greenstack.descriptions.eds.model.EdsAssembly;
import io.greenstack.descriptions.eds.model.EdsAssembly.AssemblyMember;
import io.greenstack.descriptions.eds.model.EdsFinding.Severity;
import io.greenstack.descriptions.eds.model.EdsIndex;
import io.greenstack.descriptions.eds.model.EdsReference;
import io.greenstack.descriptions.eds.model.EdsVariant;
import io.greenstack.descriptions.eds.model.FindingCode;

/** Checks assemblies, variants and arrays. */
record AssemblyChecker(EdsIndex index, PlacementCache placements, EdsFindings findings) {

    private static final String SECTION = "Assembly";

    void check() {
        index.file().assemblies().forEach(this::assembly);
        for (EdsVariant variant : index.file().variants()) {
            reference(variant.keyword(), variant.selector(), variant.line());
            variant.cases().forEach(alternative -> {
                reference(variant.keyword(), alternative.entry(), variant.line());
                reference(variant.keyword(), alternative.otherwise(), variant.line());
            });
        }
        for (EdsArray array : index.file().arrays()) {
            reference("Array" + array.number(), array.elementType(), array.line());
        }
    }

    private void assembly(EdsAssembly assembly) {
        reference(assembly.keyword(), assembly.size().reference(), assembly.line());
        for (AssemblyMember member : assembly.members()) {
            reference(assembly.keyword(), member.size().reference(), member.line());
            reference(assembly.keyword(), member.reference(), member.line());
        }
        Placement placement = placements.place(assembly);
        if (placement == null) {
            return;
        }
        Set<Placement.Problem> seen = new HashSet<>();
        for (Placement.Problem problem : placement.problems()) {
            if (seen.add(problem)) {
                findings.add(problem.error() ? Severity.ERROR : Severity.WARN, problem.code(), SECTION,
                        assembly.keyword(), problem.line(), 0, problem.message());
            }
        }
        if (placement.opaque()) {
            findings.add(Severity.INFO, FindingCode.ASSEMBLY_OPAQUE, SECTION, assembly.keyword(), assembly.line(), 0,
                    "No member says what it holds");
        }
    }

    private void reference(String keyword, EdsReference reference, int line) {
        findings.reference(index, reference, SECTION, keyword, line);
    }
}
