package io.greenstack.descriptions.iodd.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.greenstack.core.processdata.Condition;
import io.greenstack.core.processdata.DisplayFormat;
import io.greenstack.core.processdata.Scaling;
import io.greenstack.core.processdata.ScalingSource;
import io.greenstack.descriptions.iodd.layout.MenuScalings.MenuEntry;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuItem.DataItemRef;
import io.greenstack.descriptions.iodd.model.UserInterface.ProcessDataInfo;

/** Finds how the items of a frame are scaled, in order of precedence. */
record ScalingCompiler(CompilerContext context, MenuScalings menus, List<Condition> frameConditions) {

    private static final int MAX_SCALINGS = 64;

    /**
     * The scalings of an item: menu entries, then its process-data reference.
     *
     * @param subindex record item, 0 for a simple value or the elements of an array
     * @param info its process-data reference, null if there is none
     */
    List<Scaling> compile(int subindex, ProcessDataInfo info, int line) {
        List<Scaling> scalings = new ArrayList<>();
        for (MenuEntry entry : menus.entries(subindex, frameConditions)) {
            if (scalings.size() == MAX_SCALINGS) {
                context.findings().warning("too-many-scalings", line, "MenuCollection",
                        "More than " + MAX_SCALINGS + " menu entries scale this item; the others are left out.");
                break;
            }
            scalings.add(menu(entry));
        }
        if (info != null) {
            Scaling reference = reference(info);
            if (scalings.stream().noneMatch(menu -> menu.when().isEmpty() && sameScale(menu, reference))) {
                reportConflict(scalings, reference, info);
                scalings.add(reference);
            }
        }
        return scalings;
    }

    private Scaling menu(MenuEntry entry) {
        DataItemRef ref = entry.ref();
        int line = ref.source().line();
        return new Scaling(entry.when(), gradient(ref.gradient(), line), ref.offset(), ref.unitCode(),
                context.symbol(ref.unitCode(), line), DisplayFormat.parse(ref.displayFormat()),
                ScalingSource.MENU);
    }

    private Scaling reference(ProcessDataInfo info) {
        int line = info.source().line();
        return new Scaling(List.of(), gradient(info.gradient(), line), info.offset(), info.unitCode(),
                context.symbol(info.unitCode(), line), DisplayFormat.parse(info.displayFormat()),
                ScalingSource.PROCESS_DATA_REF);
    }

    private BigDecimal gradient(BigDecimal gradient, int line) {
        if (gradient != null && gradient.signum() == 0) {
            context.findings().error("zero-gradient", line, "UserInterface",
                    "A gradient of 0 would make every value the same; 1 is taken.");
            return null;
        }
        return gradient;
    }

    private void reportConflict(List<Scaling> menuScalings, Scaling reference, ProcessDataInfo info) {
        boolean unconditional = menuScalings.stream().anyMatch(scaling -> scaling.when().isEmpty());
        if (unconditional && !info.isBare()) {
            context.findings().warning("scaling-conflict", info.source().line(), "ProcessDataRef",
                    "The process-data reference of item " + info.subindex() + " and a menu scale it differently ("
                            + reference.gradient().toPlainString() + ", unit " + reference.unitCode()
                            + "); the menu is taken, the reference is listed as alternative.");
        }
    }

    private static boolean sameScale(Scaling one, Scaling other) {
        return one.gradient().compareTo(other.gradient()) == 0 && one.offset().compareTo(other.offset()) == 0
                && Objects.equals(one.unitCode(), other.unitCode());
    }
}
