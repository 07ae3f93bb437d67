package io.greenstack.descriptions.eds.compare;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.greenstack.descriptions.compare.Consequence;

/**
 * How one EDS differs from another.
 *
 * @param from the one compared with, usually the older revision
 * @param to the other one
 * @param identical true if both say the same; comments and layout of the files may differ all the same
 * @param areas what was added, removed and changed, by area; areas without changes are left out
 * @param consequences what it means for decoded values, by assembly
 */
public record EdsComparison(Compared from, Compared to, boolean identical, List<AreaChanges> areas,
        List<AssemblyConsequences> consequences) {

    /** A file that was compared. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Compared(long id, Integer vendorCode, Long productCode, String productName, String revision) {}

    /**
     * The changes of an area.
     *
     * @param area {@code identity}, {@code parameters}, {@code enums}, {@code groups}, {@code assemblies},
     *        {@code connections} or {@code capacity}
     */
    public record AreaChanges(String area, int added, int removed, int changed, List<Change> changes) {}

    /**
     * A single change.
     *
     * @param change {@code added}, {@code removed} or {@code changed}
     * @param entry keyword of the entry
     * @param attribute what of it changed, absent if the whole entry was added or removed
     * @param message the change in a sentence
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(String change, String entry, String attribute, String oldValue, String newValue,
            String message) {}

    /** What changes for the decoded values of an assembly. */
    public record AssemblyConsequences(String assembly, List<Consequence> consequences) {}
}
