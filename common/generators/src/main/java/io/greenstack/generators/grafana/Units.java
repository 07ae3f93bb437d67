package io.greenstack.generators.grafana;

import java.util.Map;

/** Units as Grafana writes them. */
final class Units {

    /** Units that Grafana scales by itself. Everything else is shown with its own symbol. */
    private static final Map<String, String> KNOWN = Map.ofEntries(Map.entry("°C", "celsius"),
            Map.entry("°F", "fahrenheit"), Map.entry("K", "kelvin"), Map.entry("%", "percent"),
            Map.entry("Hz", "hertz"), Map.entry("V", "volt"), Map.entry("A", "amp"), Map.entry("W", "watt"),
            Map.entry("bar", "pressurebar"), Map.entry("Pa", "pressurepa"), Map.entry("s", "s"),
            Map.entry("ms", "ms"), Map.entry("m", "lengthm"), Map.entry("mm", "lengthmm"), Map.entry("°", "degree"));

    private Units() {}

    /** The unit of a panel for a symbol. */
    static String of(String symbol) {
        if (symbol == null || symbol.isBlank()) {
            return "none";
        }
        return KNOWN.getOrDefault(symbol, "suffix: " + symbol);
    }
}
