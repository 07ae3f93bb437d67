package io.greenstack.descriptions.iodd.trust;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.greenstack.descriptions.iodd.model.Datatype;
import io.greenstack.descriptions.iodd.model.ExternalTextCollection;
import io.greenstack.descriptions.iodd.model.ExternalTextDocument;
import io.greenstack.descriptions.iodd.model.IoDevice.Unit;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.IoddNode;
import io.greenstack.descriptions.iodd.model.Language;
import io.greenstack.descriptions.iodd.model.Language.Text;
import io.greenstack.descriptions.iodd.model.TextRef;
import io.greenstack.descriptions.iodd.model.TypeUse.DatatypeRef;
import io.greenstack.descriptions.iodd.model.UserInterface.Menu;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuItem.MenuRef;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuSetRef;
import io.greenstack.descriptions.iodd.model.shape.IoddShapes;
import io.greenstack.descriptions.iodd.model.shape.NodeWalker;
import io.greenstack.descriptions.iodd.reader.Findings;

/**
 * Compares what is defined with what is used: {@code unused-datatype}, {@code unused-menu}, {@code unused-text},
 * {@code missing-translation}, {@code dangling-translation}, {@code language-twice}. None of them harms; they hint at what
 * its author forgot.
 */
final class UsageCheck {

    private final IoddDescription description;
    private final Findings findings;
    private final Set<String> texts = new HashSet<>();
    private final Set<String> datatypes = new HashSet<>();
    private final Set<String> menus = new HashSet<>();

    private UsageCheck(IoddDescription description, Findings findings) {
        this.description = description;
        this.findings = findings;
    }

    static void of(IoddDescription description, Findings findings) {
        UsageCheck check = new UsageCheck(description, findings);
        new NodeWalker(check::use).walk("IODevice", description.device(), IoddShapes.IO_DEVICE);
        check.unused();
        check.languages();
    }

    /** Findings of a language file beside a main file. */
    static void of(ExternalTextDocument document, IoddDescription description, Findings findings) {
        UsageCheck check = new UsageCheck(description, findings);
        check.translation(document.language(), check.primaryTexts());
    }

    private boolean use(IoddNode node) {
        if (node instanceof TextRef ref) {
            texts.add(ref.textId());
        } else if (node instanceof Unit unit) {
            texts.add(unit.textId());
        } else if (node instanceof DatatypeRef ref) {
            datatypes.add(ref.datatypeId());
        } else if (node instanceof MenuRef ref) {
            menus.add(ref.menuId());
        } else if (node instanceof MenuSetRef ref) {
            menus.add(ref.menuId());
        }
        return !(node instanceof ExternalTextCollection);
    }

    private void unused() {
        for (Datatype datatype : description.datatypes()) {
            if (datatype.id() != null && !datatypes.contains(datatype.id())) {
                unused("datatype", datatype.id(), datatype);
            }
        }
        for (Menu menu : description.menus()) {
            if (menu.id() != null && !menus.contains(menu.id())) {
                unused("menu", menu.id(), menu);
            }
        }
        primaryTexts().values().forEach(text -> {
            if (!texts.contains(text.id())) {
                unused("text", text.id(), text);
            }
        });
    }

    private void unused(String what, String id, IoddNode node) {
        findings.info("unused-" + what, node.source().line(), node.getClass().getSimpleName(),
                "Nothing refers to the " + what + " \"" + id + "\".");
    }

    private Map<String, Text> primaryTexts() {
        Map<String, Text> primary = new LinkedHashMap<>();
        for (Language language : inside()) {
            if (language.isPrimary()) {
                language.texts().stream().filter(text -> text.id() != null && "Text".equals(text.element()))
                        .forEach(text -> primary.putIfAbsent(text.id(), text));
            }
        }
        return primary;
    }

    private List<Language> inside() {
        ExternalTextCollection collection = description.device().texts();
        return collection == null ? List.of() : collection.languages();
    }

    private void languages() {
        Map<String, Text> primary = primaryTexts();
        Set<String> seen = new HashSet<>();
        for (Language language : inside()) {
            if (language.lang() != null && !seen.add(language.lang())) {
                findings.warning("language-twice", language.source().line(), "Language",
                        "The language " + language.lang() + " is there twice.");
            }
            if (!language.isPrimary()) {
                translation(language, primary);
            }
        }
    }

    private void translation(Language language, Map<String, Text> primary) {
        Set<String> translated = new HashSet<>();
        language.texts().stream().filter(text -> "Text".equals(text.element())).forEach(text -> {
            if (text.id() != null && translated.add(text.id()) && !primary.containsKey(text.id())) {
                findings.info("dangling-translation", text.source().line(), "Language", "The text \"" + text.id()
                        + "\" of the language " + language.lang() + " does not exist in the primary language.");
            }
        });
        List<String> missing = primary.keySet().stream().filter(id -> !translated.contains(id)).toList();
        if (!missing.isEmpty()) {
            findings.info("missing-translation", language.source().line(), "Language", "The language "
                    + language.lang() + " lacks " + missing.size() + " of " + primary.size() + " texts (first \""
                    + missing.get(0) + "\"); the primary language stands in for them.");
        }
    }
}
