package io.greenstack.core.simulation;

import java.util.Map;

/**
 * Around which value a quantity moves in a plant, and how far.
 *
 * @param level middle value, in the unit
 * @param swing largest distance from it
 */
record UsualLevel(double level, double swing) {

    private static final Map<String, UsualLevel> BY_UNIT = Map.ofEntries(
            Map.entry("°C", new UsualLevel(42, 6)),
            Map.entry("°F", new UsualLevel(107.6, 10.8)),
            Map.entry("K", new UsualLevel(315, 6)),
            Map.entry("bar", new UsualLevel(6.2, 0.8)),
            Map.entry("psi", new UsualLevel(90, 11.6)),
            Map.entry("kPa", new UsualLevel(620, 80)),
            Map.entry("MPa", new UsualLevel(0.62, 0.08)),
            Map.entry("mbar", new UsualLevel(980, 40)),
            Map.entry("%", new UsualLevel(55, 20)),
            Map.entry("mm", new UsualLevel(120, 35)),
            Map.entry("cm", new UsualLevel(12, 3.5)),
            Map.entry("m", new UsualLevel(1.2, 0.4)),
            Map.entry("l/min", new UsualLevel(24, 5)),
            Map.entry("m/s", new UsualLevel(2.4, 0.5)),
            Map.entry("mm/s", new UsualLevel(2.8, 0.9)),
            Map.entry("V", new UsualLevel(24, 0.4)),
            Map.entry("mA", new UsualLevel(12, 3)),
            Map.entry("A", new UsualLevel(1.6, 0.5)),
            Map.entry("Hz", new UsualLevel(50, 2)));

    /** The level for a unit symbol, null when the unit says nothing. */
    static UsualLevel of(String unit) {
        return unit == null ? null : BY_UNIT.get(unit.strip());
    }
}
