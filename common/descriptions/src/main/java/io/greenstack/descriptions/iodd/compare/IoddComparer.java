package io.greenstack.descriptions.iodd.compare;

import java.util.List;

import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.compare.Consequence;
import io.greenstack.descriptions.compare.LayoutConsequences;
import io.greenstack.descriptions.iodd.compare.IoddComparer.IoddComparison.AreaChanges;
import io.greenstack.descriptions.iodd.compare.IoddComparer.IoddComparison.Compared;
import io.greenstack.descriptions.iodd.model.IoddDescription;

/** Compares descriptions: their models element by element, and the layouts compiled from them field by field. */
public final class IoddComparer {

    /**
     * A description to compare.
     *
     * @param id id in the catalog
     * @param model its model
     * @param layout process data compiled from it
     */
    public record Side(long id, IoddDescription model, ProcessDataLayout layout) {}

    private IoddComparer() {}

    /** How a description differs from the one before it. */
    public static IoddComparison compare(Side from, Side to) {
        List<AreaChanges> areas = Differences.of(ComparisonTree.of(from.model()), ComparisonTree.of(to.model()));
        List<Consequence> consequences = LayoutConsequences.of(from.layout(), to.layout());
        return new IoddComparison(compared(from), compared(to), areas.isEmpty() && consequences.isEmpty(), areas,
                consequences);
    }

    private static Compared compared(Side side) {
        IoddDescription model = side.model();
        return new Compared(side.id(), model.vendorId(), model.deviceId(), side.layout().product(),
                model.documentVersion(), model.releaseDate());
    }

    /**
     * How one description differs from another.
     *
     * @param from the one compared with, usually the older release
     * @param to the other one
     * @param identical true if both say the same; the file itself and its stamp may differ all the same
     * @param areas what was added, removed and changed, by area; areas without changes are left out
     * @param consequences what it means for decoded values
     */
    public record IoddComparison(Compared from, Compared to, boolean identical, List<AreaChanges> areas,
            List<Consequence> consequences) {

        /**
         * A description that was compared.
         *
         * @param id id in the catalog
         * @param vendorId vendor id
         * @param deviceId device id
         * @param productName product, empty if the file names none
         * @param documentVersion version of the file, null if not given
         * @param releaseDate release date as written, null if not given
         */
        public record Compared(long id, int vendorId, int deviceId, String productName, String documentVersion,
                String releaseDate) {}

        /**
         * The changes of an area.
         *
         * @param area {@code identity}, {@code variants}, {@code features}, {@code parameters}, {@code datatypes},
         *        {@code process_data}, {@code events}, {@code errors}, {@code menus}, {@code communication}, {@code texts} or
         *        {@code other}
         * @param added number of additions
         * @param removed number of removals
         * @param changed number of changes
         * @param changes all of them in document order, at most {@value Differences#MAX_CHANGES} an area
         */
        public record AreaChanges(String area, int added, int removed, int changed, List<Change> changes) {}

        /**
         * A single change.
         *
         * @param change {@code added}, {@code removed} or {@code changed}
         * @param path where: elements with what identifies them, for example
         *        {@code VariableCollection/Variable[V_Unit]/@defaultValue}
         * @param oldValue value before, null if added
         * @param newValue value after, null if removed
         */
        public record Change(String change, String path, String oldValue, String newValue) {}
    }
}
