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

    /**
     * A unit of the IO-Link unit table.
     *
     * @param code unit code, 1000..1999
     * @param symbol symbol, for example {@code °C}; empty for "none"
     * @param name English name, for example {@code degree Celsius}
     * @param germanName German name, for example {@code Grad Celsius}
     */
    public record StandardUnit(int code, String symbol, String name, String germanName) {

        /** The name in a language: German for {@code de}, English otherwise. */
        public String name(String language) {
            return "de".equals(language) ? germanName : name;
        }
    }
}
