package io.greenstack.descriptions.iodd.standard;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The IO-Link unit table; IODD 1.0.1 has a part of it, with the same codes. */
public final class StandardUnits {

    private static final Map<Integer, StandardUnit> UNITS = load();

    private StandardUnits() {}

    /** The unit of a code, null if there is none. */
    public static StandardUnit find(Integer code) {
        return code == null ? null : UNITS.get(code);
    }

    /** All units by code. */
    public static Collection<StandardUnit> all() {
        return UNITS.values();
    }

    private static Map<Integer, StandardUnit> load() {
        Map<Integer, StandardUnit> units = new LinkedHashMap<>();
        for (String[] row : TsvTable.rows("units.tsv")) {
            units.put(Integer.valueOf(row[0]), new StandardUnit(Integer.parseInt(row[0]), row[1], row[2], row[3]));
        }
        return units;
    }
}
