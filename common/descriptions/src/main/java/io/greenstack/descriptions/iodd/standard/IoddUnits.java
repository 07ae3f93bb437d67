package io.greenstack.descriptions.iodd.standard;

import java.util.HashMap;
import java.util.Map;

import io.greenstack.descriptions.iodd.model.IoDevice.Unit;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.standard.StandardUnits.StandardUnit;

/** The units of a description: those of the standard, else those the file defines by itself. */
public final class IoddUnits {

    private final Map<Integer, String> own = new HashMap<>();

    private IoddUnits() {}

    /** The units of a description. */
    public static IoddUnits of(IoddDescription description) {
        IoddUnits units = new IoddUnits();
        for (Unit unit : description.units()) {
            if (unit.code() != null && unit.abbr() != null) {
                units.own.putIfAbsent(unit.code(), unit.abbr().strip());
            }
        }
        return units;
    }

    /** The symbol of a unit code; null for none and for codes nobody defines. */
    public String symbol(Integer code) {
        StandardUnit standard = StandardUnits.find(code);
        if (standard != null) {
            return standard.symbol();
        }
        return code == null ? null : own.get(code);
    }
}
