package io.greenstack.api.iodd.view;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

import io.greenstack.api.iodd.model.DataItemRef;
import io.greenstack.api.iodd.model.IoddDescription;
import io.greenstack.api.iodd.model.Menu;
import io.greenstack.api.iodd.model.MenuItem;
import io.greenstack.api.iodd.model.ProcessDataInfo;
import io.greenstack.api.iodd.model.ProcessDataRef;
import io.greenstack.api.iodd.standard.StandardUnit;
import io.greenstack.api.iodd.standard.StandardUnits;

/** How values are shown: what menus and process data references say of unit, scale and format. */
final class Display {

    private static final Look NONE = new Look(null, null, null, null);

    private final Map<String, Look> looks = new HashMap<>();

    /** Unit, scale and format of a value; members may be null. */
    record Look(Integer unitCode, BigDecimal gradient, BigDecimal offset, String displayFormat) {

        String unit() {
            return Display.unit(unitCode);
        }
    }

    private Display() {}

    static Display of(IoddDescription description) {
        Display display = new Display();
        for (Menu menu : description.menus()) {
            for (MenuItem item : menu.items()) {
                if (item instanceof DataItemRef ref && ref.variableId() != null) {
                    display.looks.putIfAbsent(key(ref.variableId(), ref.subindex()),
                            new Look(ref.unitCode(), ref.gradient(), ref.offset(), ref.displayFormat()));
                }
            }
        }
        for (ProcessDataRef ref : description.processDataRefs()) {
            for (ProcessDataInfo info : ref.infos()) {
                display.looks.putIfAbsent(key(ref.processDataId(), info.subindex()),
                        new Look(info.unitCode(), info.gradient(), info.offset(), info.displayFormat()));
            }
        }
        return display;
    }

    /** The look of a variable, a process data item, or one of their record items; never null. */
    Look of(String id, Integer subindex) {
        return looks.getOrDefault(key(id, subindex), NONE);
    }

    static String unit(Integer code) {
        StandardUnit unit = code == null ? null : StandardUnits.find(code);
        return unit == null ? null : unit.symbol();
    }

    private static String key(String id, Integer subindex) {
        return id + "/" + (subindex == null ? 0 : subindex);
    }
}
