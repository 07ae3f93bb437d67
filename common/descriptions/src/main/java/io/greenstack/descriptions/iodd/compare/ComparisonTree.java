package io.greenstack.descriptions.iodd.compare;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.greenstack.descriptions.iodd.model.ExternalTextDocument;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.IoddNode;
import io.greenstack.descriptions.iodd.model.TextRef;
import io.greenstack.descriptions.iodd.model.shape.IoddShapes;
import io.greenstack.descriptions.iodd.model.shape.Shape;
import io.greenstack.descriptions.iodd.model.shape.Shape.Attribute;
import io.greenstack.descriptions.iodd.model.shape.Slot;
import io.greenstack.descriptions.iodd.model.shape.TextShapes;
import io.greenstack.descriptions.iodd.standard.IoddTexts;

/**
 * A description as a tree in which elements are found by what identifies them, not by their position: variables by id,
 * record items by subindex, variants by product id. References to texts are replaced by the text of the primary language,
 * since ids of texts mean nothing by themselves.
 */
final class ComparisonTree {

    private static final List<List<String>> IDENTITIES = List.of(List.of("xml:lang"), List.of("id"),
            List.of("variableId", "subindex"), List.of("variableId"), List.of("menuId"), List.of("productId"),
            List.of("processDataId"), List.of("subindex"), List.of("code", "additionalCode"), List.of("additionalCode"),
            List.of("code"), List.of("lowerValue", "upperValue"), List.of("value"), List.of("index"),
            List.of("buttonValue"), List.of("connectionSymbol"));
    /** Elements of which there is one, so that their attributes are values and no identity. */
    private static final Set<String> SINGLE = Set.of("DeviceIdentity", "Condition", "DatatypeRef", "IdentificationMenu",
            "ParameterMenu", "ObservationMenu", "DiagnosisMenu");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, ComparisonTree> children = new LinkedHashMap<>();
    private final Map<String, Integer> repeated = new HashMap<>(0);

    private ComparisonTree() {}

    static ComparisonTree of(IoddDescription description) {
        ComparisonTree root = new ComparisonTree();
        IoddTexts texts = IoddTexts.primary(description);
        root.fill(description.device(), IoddShapes.IO_DEVICE, texts);
        ComparisonTree languages = root.children.get("ExternalTextCollection");
        for (ExternalTextDocument file : description.languageFiles()) {
            ComparisonTree document = new ComparisonTree();
            document.fill(file, TextShapes.EXTERNAL_TEXT_DOCUMENT, texts);
            document.children.forEach((name, child) -> {
                if (name.startsWith("Language") && languages != null) {
                    languages.children.putIfAbsent(name, child);
                }
            });
        }
        root.children.remove("Stamp");
        return root;
    }

    /** Attributes ({@code @name}), text content ({@code #text}) and the texts that are referred to, by name. */
    Map<String, String> values() {
        return values;
    }

    /** Elements by name and identity. */
    Map<String, ComparisonTree> children() {
        return children;
    }

    /** What stands for an element that is only on one side: its name, else what it says. */
    String summary() {
        String name = Stream.of("Name", "@value", "@textId").map(values::get).filter(Objects::nonNull).findFirst()
                .orElse(null);
        return name != null
                ? name
                : values.entrySet().stream().limit(6).map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(" "));
    }

    private <T extends IoddNode> void fill(T node, Shape<T> shape, IoddTexts texts) {
        for (Attribute<T, ?> attribute : shape.attributes()) {
            String text = attribute.text(node);
            if (text != null) {
                values.put("@" + attribute.name(), text);
            }
        }
        node.source().extra().forEach(unknown -> values.putIfAbsent(
                unknown.kind().name().charAt(0) + ":" + unknown.name(), String.valueOf(unknown.value())));
        String content = shape.contentOf(node);
        if (content != null) {
            values.put("#text", content.strip());
        }
        for (Slot<T> slot : shape.slots()) {
            for (IoddNode child : slot.children(node)) {
                String name = slot.elementName(child);
                if (child instanceof TextRef ref) {
                    values.put(name, texts.label(ref));
                } else {
                    ComparisonTree tree = new ComparisonTree();
                    tree.fill(child, slot.shapeOf(child), texts);
                    add(slot.many() ? name + tree.identity(name) : name, tree);
                }
            }
        }
    }

    private String identity(String name) {
        for (List<String> identity : SINGLE.contains(name) ? List.<List<String>>of() : IDENTITIES) {
            if (identity.stream().allMatch(attribute -> values.containsKey("@" + attribute))) {
                return identity.stream().map(attribute -> values.get("@" + attribute))
                        .collect(Collectors.joining("/", "[", "]"));
            }
        }
        return "";
    }

    private void add(String key, ComparisonTree child) {
        if (children.putIfAbsent(key, child) != null) {
            int occurrence = repeated.merge(key, 1, Integer::sum) + 1;
            children.put(key + "#" + occurrence, child);
        }
    }
}
