package io.greenstack.descriptions.iodd.layout;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.greenstack.descriptions.iodd.model.Unit;
import io.greenstack.descriptions.iodd.standard.StandardUnit;
import io.greenstack.descriptions.iodd.standard.StandardUnits;

/** Symbols of units: those of the standard, else those a file defines by itself. */
final class UnitTable {

    private final CompilerContext context;
    private final Map<Integer, String> own = new HashMap<>();
    private final Set<Integer> reported = new HashSet<>();

    UnitTable(CompilerContext context) {
        this.context = context;
        if (context.description().device().units() != null) {
            for (Unit unit : context.description().device().units().units()) {
                if (unit.code() != null && unit.abbr() != null) {
                    own.putIfAbsent(unit.code(), unit.abbr().strip());
                }
            }
        }
    }

    /** The symbol of a unit code; null for none, for "no unit" and for codes nobody defines. */
    String symbol(Integer code, int line) {
        if (code == null) {
            return null;
        }
        StandardUnit standard = StandardUnits.find(code);
        String symbol = standard == null ? own.get(code) : standard.symbol();
        if (symbol == null && reported.add(code)) {
            context.findings().warning("unknown-unit", line, "UserInterface",
                    "The unit code " + code + " is not in the unit table; the value is shown without a unit.");
        }
        return symbol == null || symbol.isEmpty() ? null : CompilerContext.shorten(symbol);
    }
}
