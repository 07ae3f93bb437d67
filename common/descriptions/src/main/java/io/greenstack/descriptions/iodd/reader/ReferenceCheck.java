package io.greenstack.descriptions.iodd.reader;

import java.util.HashSet;
import java.util.Set;

import io.greenstack.descriptions.iodd.model.Condition;
import io.greenstack.descriptions.iodd.model.Datatype;
import io.greenstack.descriptions.iodd.model.ExternalTextCollection;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.IoddNode;
import io.greenstack.descriptions.iodd.model.Language;
import io.greenstack.descriptions.iodd.model.ProcessData;
import io.greenstack.descriptions.iodd.model.ProcessData.ProcessDataItem;
import io.greenstack.descriptions.iodd.model.TextRef;
import io.greenstack.descriptions.iodd.model.TypeUse.DatatypeRef;
import io.greenstack.descriptions.iodd.model.UserInterface.Menu;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuItem.DataItemRef;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuItem.MenuRef;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuSetRef;
import io.greenstack.descriptions.iodd.model.UserInterface.ProcessDataRef;
import io.greenstack.descriptions.iodd.model.VariableEntry;
import io.greenstack.descriptions.iodd.model.shape.IoddShapes;
import io.greenstack.descriptions.iodd.model.shape.NodeWalker;

/** Finds ids that are given twice and references that lead nowhere. */
final class ReferenceCheck {

    private static final String STANDARD_TEXT = "STD_";

    private final IoddDescription description;
    private final Findings findings;
    private final NodeWalker walker = new NodeWalker(this::check);
    private final Set<String> texts = new HashSet<>();
    private final Set<String> datatypes = new HashSet<>();
    private final Set<String> variables = new HashSet<>();
    private final Set<String> processData = new HashSet<>();
    private final Set<String> menus = new HashSet<>();

    private ReferenceCheck(IoddDescription description, Findings findings) {
        this.description = description;
        this.findings = findings;
    }

    static ReferenceCheck of(IoddDescription description, Findings findings) {
        return new ReferenceCheck(description, findings);
    }

    void run() {
        collect();
        walker.walk("IODevice", description.device(), IoddShapes.IO_DEVICE);
    }

    private void collect() {
        Language primary = description.device().texts() == null ? null : description.device().texts().primary();
        if (primary != null) {
            primary.texts().forEach(text -> {
                if ("Text".equals(text.element())) {
                    define(texts, text.id(), "text", text);
                }
            });
        }
        for (Datatype datatype : description.datatypes()) {
            define(datatypes, datatype.id(), "datatype", datatype);
        }
        for (VariableEntry variable : description.variables()) {
            define(variables, variable.id(), "variable", variable);
        }
        for (ProcessData alternative : description.processData()) {
            defineProcessData(alternative.in());
            defineProcessData(alternative.out());
        }
        for (Menu menu : description.menus()) {
            define(menus, menu.id(), "menu", menu);
        }
    }

    private void defineProcessData(ProcessDataItem item) {
        if (item != null) {
            define(processData, item.id(), "process data", item);
        }
    }

    private void define(Set<String> ids, String id, String what, IoddNode node) {
        if (id != null && !ids.add(id)) {
            findings.error("duplicate-id", node.source().line(), node.getClass().getSimpleName(),
                    "The " + what + " \"" + id + "\" is defined twice; the first definition is used.");
        }
    }

    /** @return false for texts, which refer to nothing */
    private boolean check(IoddNode node) {
        if (node instanceof TextRef ref) {
            if (ref.textId() != null && !ref.textId().startsWith(STANDARD_TEXT)) {
                refer(texts, ref.textId(), "dangling-text", "text", node);
            }
        } else if (node instanceof DatatypeRef ref) {
            refer(datatypes, ref.datatypeId(), "dangling-datatype", "datatype", node);
        } else if (node instanceof DataItemRef ref) {
            refer(variables, ref.variableId(), "dangling-variable", "variable", node);
        } else if (node instanceof Condition ref) {
            refer(variables, ref.variableId(), "dangling-variable", "variable", node);
        } else if (node instanceof MenuRef ref) {
            refer(menus, ref.menuId(), "dangling-menu", "menu", node);
        } else if (node instanceof MenuSetRef ref) {
            refer(menus, ref.menuId(), "dangling-menu", "menu", node);
        } else if (node instanceof ProcessDataRef ref) {
            refer(processData, ref.processDataId(), "dangling-process-data", "process data", node);
        }
        return !(node instanceof ExternalTextCollection);
    }

    private void refer(Set<String> ids, String id, String code, String what, IoddNode node) {
        if (id != null && !ids.contains(id)) {
            findings.warning(code, node.source().line(), walker.path(),
                    "There is no " + what + " \"" + id + "\" in this file.");
        }
    }
}
