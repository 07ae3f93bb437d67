package io.greenstack.descriptions.iodd.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import io.greenstack.descriptions.iodd.model.AllowedValue.SingleValue;
import io.greenstack.descriptions.iodd.model.Datatype;
import io.greenstack.descriptions.iodd.model.Datatype.RecordItem;
import io.greenstack.descriptions.iodd.model.IoddVersion;
import io.greenstack.descriptions.iodd.model.TextRef;
import io.greenstack.descriptions.iodd.model.VariableEntry.Variable;
import io.greenstack.localstack.testing.Corpus;

class StandardDefinitionsTest {

    private static final StandardDefinitions V11 = StandardDefinitions.of(IoddVersion.V1_1);

    @Test
    void hasUnitsWithTheirRealMeaning() {
        assertThat(StandardUnits.find(1000).symbol()).isEqualTo("K");
        assertThat(StandardUnits.find(1001).symbol()).isEqualTo("°C");
        assertThat(StandardUnits.find(1002).symbol()).isEqualTo("°F");
        assertThat(StandardUnits.find(1010).symbol()).isEqualTo("m");
        assertThat(StandardUnits.find(1013).symbol()).isEqualTo("mm");
        assertThat(StandardUnits.find(1137).symbol()).isEqualTo("bar");
        assertThat(StandardUnits.find(1130).symbol()).isEqualTo("Pa");
        assertThat(StandardUnits.find(1211).symbol()).isEqualTo("mA");
        assertThat(StandardUnits.find(1997).symbol()).isEmpty();
        assertThat(StandardUnits.find(null)).isNull();
        assertThat(StandardUnits.find(1)).isNull();
        assertThat(StandardUnits.all()).hasSize(688);
    }

    @Test
    void unitsHaveNamesInBothLanguages() {
        assertThat(StandardUnits.all()).allSatisfy(unit -> {
            assertThat(unit.name("en")).as("unit " + unit.code()).isNotBlank();
            assertThat(unit.name("de")).as("unit " + unit.code()).isNotBlank();
        });
        assertThat(StandardUnits.find(1002).name("de")).isEqualTo("Grad Fahrenheit");
        assertThat(StandardUnits.find(1002).name("fr")).isEqualTo("degree Fahrenheit");
    }

    @Test
    void hasErrorsAndEventsWithTheirRealMeaning() {
        assertThat(text(V11.error(128, 35).name())).isEqualTo("Access denied");
        assertThat(text(V11.error(128, 48).name())).isEqualTo("Parameter value out of range");
        assertThat(V11.error(129, 1)).isNull();
        assertThat(text(V11.event(0x4000).name())).isEqualTo("Temperature fault");
        assertThat(text(V11.event(0x6320).name())).isEqualTo("Parameter error");
        assertThat(V11.event(0x8C40).type()).isEqualTo("Warning");
        assertThat(text(V11.event(0x5112).name())).contains("port class B");
        assertThat(V11.event(0x6350)).isNull();
    }

    @Test
    void everyReferenceHasATextInBothLanguages() {
        List<TextRef> refs = new ArrayList<>();
        for (IoddVersion version : IoddVersion.values()) {
            StandardDefinitions definitions = StandardDefinitions.of(version);
            definitions.errors().forEach(error -> refs.addAll(List.of(error.name(), error.description())));
            definitions.events().forEach(event -> refs.add(event.name()));
            for (Variable variable : definitions.variables()) {
                refs.addAll(List.of(variable.name(), variable.description()));
                Datatype type = (Datatype) variable.type();
                type.singleValues().forEach(value -> refs.add(value.name()));
                type.recordItems().forEach(item -> refs.add(item.name()));
            }
        }
        assertThat(refs).hasSizeGreaterThan(150).allSatisfy(ref -> {
            assertThat(StandardTexts.find(ref.textId(), "en")).as(ref.textId()).isNotBlank();
            assertThat(StandardTexts.find(ref.textId(), "de")).as(ref.textId()).isNotBlank();
        });
    }

    @Test
    void agreesWithTheStandardDefinitionFiles() throws Exception {
        for (Path file : Corpus.xmlFiles("iodd/standard-definitions")) {
            String name = file.getFileName().toString();
            if (name.matches(".*Definitions1\\.(0\\.)?1\\.xml")) {
                StandardDefinitions ours = StandardDefinitions
                        .of(name.contains("1.0.1") ? IoddVersion.V1_0_1 : IoddVersion.V1_1);
                DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
                factory.setNamespaceAware(true);
                Element root = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
                assertUnits(root);
                assertVariables(ours, root);
                elements(root, "ErrorType").forEach(error -> assertThat(ours.error(number(error, "code"),
                        number(error, "additionalCode"))).isNotNull());
                elements(root, "Event").forEach(event -> assertThat(ours.event(number(event, "code")).type())
                        .isEqualTo(event.getAttribute("type")));
                if (name.contains("StandardDefinitions1.1")) {
                    assertThat(ours.errors()).hasSameSizeAs(elements(root, "ErrorType"));
                    assertThat(ours.events()).hasSameSizeAs(elements(root, "Event"));
                }
            }
        }
    }

    private static void assertUnits(Element root) {
        List<Element> units = elements(root, "Unit");
        for (Element unit : units) {
            String symbol = unit.getAttribute("abbr");
            assertThat(StandardUnits.find(number(unit, "code")).symbol()).isEqualTo(symbol.replace("㎭", "rad"));
        }
        if (root.getOwnerDocument().getDocumentURI().endsWith("UnitDefinitions1.1.xml")) {
            assertThat(StandardUnits.all()).hasSameSizeAs(units);
        }
    }

    private static void assertVariables(StandardDefinitions ours, Element root) {
        Map<String, Element> named = named(root);
        List<Element> variables = elements(root, "Variable");
        variables.forEach(variable -> assertVariable(ours, variable, named));
        if (!variables.isEmpty()) {
            assertThat(ours.variables()).hasSameSizeAs(variables);
        }
    }

    private static void assertVariable(StandardDefinitions ours, Element expected, Map<String, Element> named) {
        String id = expected.getAttribute("id");
        Variable variable = ours.variable(id);
        assertThat(variable).as(id).isNotNull();
        assertThat(variable.index()).as(id).isEqualTo(number(expected, "index"));
        assertThat(variable.accessRights().token()).as(id).isEqualTo(expected.getAttribute("accessRights"));
        assertThat(variable.dynamic()).as(id).isEqualTo("true".equals(expected.getAttribute("dynamic")));
        assertThat(variable.modifiesOtherVariables()).as(id)
                .isEqualTo("true".equals(expected.getAttribute("modifiesOtherVariables")));
        assertThat(variable.name() == null).as(id).isEqualTo(children(expected, "Name").isEmpty());
        assertType(id, (Datatype) variable.type(), resolve(expected, "Datatype", named));
        List<Element> infos = children(expected, "RecordItemInfo");
        assertThat(variable.itemInfos()).as(id).hasSameSizeAs(infos);
        for (Element info : infos) {
            assertThat(variable.itemInfos()).as(id).anySatisfy(our -> {
                assertThat(our.subindex()).isEqualTo(number(info, "subindex"));
                assertThat(text(our.defaultValue())).isEqualTo(info.getAttribute("defaultValue"));
                assertThat(text(our.modifiesOtherVariables())).isEqualTo(info.getAttribute("modifiesOtherVariables"));
            });
        }
    }

    private static void assertType(String id, Datatype type, Element expected) {
        assertThat(type.kind().xsiType()).as(id).isEqualTo(xsiType(expected));
        assertThat(text(type.bitLength())).as(id).isEqualTo(expected.getAttribute("bitLength"));
        assertThat(text(type.fixedLength())).as(id).isEqualTo(expected.getAttribute("fixedLength"));
        assertThat(text(type.encoding())).as(id).isEqualTo(expected.getAttribute("encoding"));
        assertThat(text(type.count())).as(id).isEqualTo(expected.getAttribute("count"));
        assertThat(!Boolean.FALSE.equals(type.subindexAccessSupported())).as(id)
                .isEqualTo(!"false".equals(expected.getAttribute("subindexAccessSupported")));
        assertThat(type.singleValues()).as(id).extracting(SingleValue::value).containsExactlyInAnyOrderElementsOf(
                children(expected, "SingleValue").stream().map(value -> value.getAttribute("value")).toList());
        assertThat(type.ranges()).as(id).extracting(range -> range.lowerValue() + ".." + range.upperValue())
                .containsExactlyInAnyOrderElementsOf(children(expected, "ValueRange").stream()
                        .map(range -> range.getAttribute("lowerValue") + ".." + range.getAttribute("upperValue"))
                        .toList());
        List<Element> elementTypes = children(expected, "SimpleDatatype");
        if (!elementTypes.isEmpty()) {
            assertType(id + " element", (Datatype) type.elementType(), elementTypes.get(0));
        }
        List<Element> items = children(expected, "RecordItem");
        assertThat(type.recordItems()).as(id).hasSameSizeAs(items);
        for (int i = 0; i < items.size(); i++) {
            RecordItem item = type.recordItems().get(i);
            String at = id + " item " + item.subindex();
            assertThat(item.subindex()).as(at).isEqualTo(number(items.get(i), "subindex"));
            assertThat(item.bitOffset()).as(at).isEqualTo(number(items.get(i), "bitOffset"));
            assertThat(item.accessRightRestriction() == null ? "" : item.accessRightRestriction().token()).as(at)
                    .isEqualTo(items.get(i).getAttribute("accessRightRestriction"));
            assertThat(item.name()).as(at).isNotNull();
            assertType(at, (Datatype) item.type(), resolve(items.get(i), "SimpleDatatype", named(expected)));
        }
    }

    private static Map<String, Element> named(Element within) {
        Map<String, Element> named = new HashMap<>();
        elements(within.getOwnerDocument().getDocumentElement(), "DatatypeCollection")
                .forEach(collection -> children(collection, "Datatype")
                        .forEach(type -> named.put(type.getAttribute("id"), type)));
        return named;
    }

    private static Element resolve(Element use, String inline, Map<String, Element> named) {
        List<Element> types = children(use, inline);
        return types.isEmpty()
                ? named.get(children(use, "DatatypeRef").get(0).getAttribute("datatypeId"))
                : types.get(0);
    }

    private static String xsiType(Element type) {
        return type.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "type");
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static List<Element> children(Element parent, String name) {
        return elements(parent, name).stream().filter(element -> element.getParentNode() == parent).toList();
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagNameNS("*", name);
        return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1).map(nodes::item).map(Element.class::cast)
                .filter(element -> element.getNodeType() == Node.ELEMENT_NODE).toList();
    }

    private static String text(TextRef ref) {
        return StandardTexts.find(ref.textId(), "en");
    }
}
