package io.greenstack.descriptions.iodd.layout;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.greenstack.core.processdata.Condition;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.TextRef;
import io.greenstack.descriptions.iodd.reader.Findings;
import io.greenstack.descriptions.iodd.standard.IoddDatatypes;
import io.greenstack.descriptions.iodd.standard.IoddTexts;
import io.greenstack.descriptions.iodd.standard.IoddUnits;
import io.greenstack.descriptions.iodd.standard.IoddVariables;

/**
 * What the parts of the compiler share during one compilation.
 *
 * @param texts texts in the language asked for
 * @param primaryTexts texts in the primary language, which keys are made from
 * @param units units of the standard and of the file
 * @param unknownUnits unit codes that are reported already
 */
record CompilerContext(IoddDescription description, IoddTexts texts, IoddTexts primaryTexts, IoddDatatypes datatypes,
        IoddVariables variables, IoddUnits units, Findings findings, Set<Integer> unknownUnits) {

    private static final int MAX_NAME = 512;

    static CompilerContext of(IoddDescription description, String language, Findings findings) {
        IoddDatatypes datatypes = IoddDatatypes.of(description);
        return new CompilerContext(description, IoddTexts.of(description, language), IoddTexts.primary(description),
                datatypes, IoddVariables.of(description, datatypes), IoddUnits.of(description), findings,
                new HashSet<>());
    }

    /** A condition of the file as a list of one; null if it is damaged and can never hold. */
    List<Condition> condition(io.greenstack.descriptions.iodd.model.Condition condition) {
        if (condition.variableId() == null || condition.value() == null) {
            findings.error("bad-condition", condition.source().line(), "Condition",
                    "A condition without variable or value never holds; what depends on it is left out.");
            return null;
        }
        int subindex = condition.subindex() == null ? 0 : condition.subindex();
        return List.of(new Condition(condition.variableId(), subindex, condition.value()));
    }

    /** The symbol of a unit code; null for none, for "no unit" and for codes nobody defines. */
    String symbol(Integer code, int line) {
        if (code == null) {
            return null;
        }
        String symbol = units.symbol(code);
        if (symbol == null && unknownUnits.add(code)) {
            findings.warning("unknown-unit", line, "UserInterface",
                    "The unit code " + code + " is not in the unit table; the value is shown without a unit.");
        }
        return symbol == null || symbol.isEmpty() ? null : shorten(symbol);
    }

    /** Name for screens, in the language asked for; empty if there is none. */
    String name(TextRef ref) {
        return shorten(texts.label(ref));
    }

    /** Name that keys are made from: the one of the primary language. */
    String primaryName(TextRef ref) {
        return shorten(primaryTexts.label(ref));
    }

    static String shorten(String name) {
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
    }
}
