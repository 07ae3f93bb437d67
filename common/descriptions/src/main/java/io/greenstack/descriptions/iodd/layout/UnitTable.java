package io.greenstack.descriptions.iodd.layout;

import java.util.HashSet;
import java.util.Set;

import io.greenstack.descriptions.iodd.standard.IoddUnits;

/** Symbols of units: those of the standard, else those a file defines by itself. */
final class UnitTable {

    private final CompilerContext context;
    private final IoddUnits units;
    private final Set<Integer> reported = new HashSet<>();

    UnitTable(CompilerContext context) {
        this.context = context;
        this.units = IoddUnits.of(context.description());
    }

    /** The symbol of a unit code; null for none, for "no unit" and for codes nobody defines. */
    String symbol(Integer code, int line) {
        if (code == null) {
            return null;
        }
        String symbol = units.symbol(code);
        if (symbol == null && reported.add(code)) {
            context.findings().warning("unknown-unit", line, "UserInterface",
                    "The unit code " + code + " is not in the unit table; the value is shown without a unit.");
        }
        return symbol == null || symbol.isEmpty() ? null : CompilerContext.shorten(symbol);
    }
}
