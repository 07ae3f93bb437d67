package io.greenstack.descriptions.iodd.compare;

import java.util.List;

import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.compare.Consequence;
import io.greenstack.descriptions.compare.LayoutConsequences;
import io.greenstack.descriptions.iodd.compare.IoddComparison.AreaChanges;
import io.greenstack.descriptions.iodd.compare.IoddComparison.Compared;
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
}
