package io.greenstack.descriptions.iodd.layout;

import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.TextRef;
import io.greenstack.descriptions.iodd.reader.Findings;
import io.greenstack.descriptions.iodd.standard.IoddDatatypes;
import io.greenstack.descriptions.iodd.standard.IoddTexts;
import io.greenstack.descriptions.iodd.standard.IoddVariables;

/** What the parts of the compiler share during one compilation. */
final class CompilerContext {

    private static final int MAX_NAME = 512;

    private final IoddDescription description;
    private final IoddTexts texts;
    private final IoddTexts primaryTexts;
    private final IoddDatatypes datatypes;
    private final IoddVariables variables;
    private final ParameterTable parameters;
    private final UnitTable units;
    private final Findings findings;

    CompilerContext(IoddDescription description, String language, Findings findings) {
        this.description = description;
        this.texts = IoddTexts.of(description, language);
        this.primaryTexts = IoddTexts.primary(description);
        this.datatypes = IoddDatatypes.of(description);
        this.variables = IoddVariables.of(description, datatypes);
        this.findings = findings;
        this.parameters = new ParameterTable(this);
        this.units = new UnitTable(this);
    }

    IoddDescription description() {
        return description;
    }

    IoddTexts texts() {
        return texts;
    }

    IoddDatatypes datatypes() {
        return datatypes;
    }

    IoddVariables variables() {
        return variables;
    }

    ParameterTable parameters() {
        return parameters;
    }

    UnitTable units() {
        return units;
    }

    Findings findings() {
        return findings;
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
