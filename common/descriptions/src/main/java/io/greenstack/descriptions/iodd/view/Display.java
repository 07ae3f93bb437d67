package io.greenstack.descriptions.iodd.view;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.UserInterface.Menu;
import io.greenstack.descriptions.iodd.model.UserInterface.ProcessDataInfo;
import io.greenstack.descriptions.iodd.model.UserInterface.ProcessDataRef;
import io.greenstack.descriptions.iodd.standard.IoddUnits;

/** How values are shown: what menus and process data references say of unit, scale and format. */
final class Display {

    static final Look NONE = new Look(null, null, null, null, null);

    private final IoddUnits units;
    private final Map<String, Look> looks = new HashMap<>();

    /** Unit, scale and format of a value; members may be null. */
    record Look(Integer unitCode, String unit, BigDecimal gradient, BigDecimal offset, String displayFormat) {

        boolean isBare() {
            return unitCode == null && gradient == null && offset == null;
        }
    }

    private Display(IoddUnits units) {
        this.units = units;
    }

    static Display of(IoddDescription description) {
        Display display = new Display(IoddUnits.of(description));
        for (Menu menu : description.menus()) {
            menu.dataItems().filter(ref -> ref.variableId() != null)
                    .forEach(ref -> display.add(ref.variableId(), ref.subindex(), display.look(ref.unitCode(),
                            ref.gradient(), ref.offset(), ref.displayFormat())));
        }
        for (ProcessDataRef ref : description.processDataRefs()) {
            for (ProcessDataInfo info : ref.infos()) {
                display.add(ref.processDataId(), info.subindex(), display.look(info.unitCode(), info.gradient(),
                        info.offset(), info.displayFormat()));
            }
        }
        return display;
    }

    /** The look of a variable, a process data item, or one of their record items; never null. */
    Look of(String id, Integer subindex) {
        return looks.getOrDefault(key(id, subindex), NONE);
    }

    Look look(Integer unitCode, BigDecimal gradient, BigDecimal offset, String displayFormat) {
        return new Look(unitCode, units.symbol(unitCode), gradient, offset, displayFormat);
    }

    /** The first entry that scales or gives a unit counts; without one, the first entry. */
    private void add(String id, Integer subindex, Look look) {
        looks.merge(key(id, subindex), look, (known, further) -> known.isBare() && !further.isBare() ? further : known);
    }

    private static String key(String id, Integer subindex) {
        return id + "/" + (subindex == null ? 0 : subindex);
    }
}
