package io.greenstack.api.iodd.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import io.greenstack.api.iodd.Corpus;
import io.greenstack.api.iodd.model.Datatype;
import io.greenstack.api.iodd.model.IoddVersion;
import io.greenstack.api.iodd.model.RecordItem;
import io.greenstack.api.iodd.model.TextRef;
import io.greenstack.api.iodd.model.Variable;

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
                elements(root, "Unit").forEach(StandardDefinitionsTest::assertUnit);
                elements(root, "Variable").forEach(variable -> assertVariable(ours, variable));
                elements(root, "ErrorType").forEach(error -> assertThat(ours.error(number(error, "code"),
                        number(error, "additionalCode"))).isNotNull());
                elements(root, "Event").forEach(event -> assertThat(ours.event(number(event, "code")).type())
                        .isEqualTo(event.getAttribute("type")));
            }
        }
    }

    private static void assertUnit(Element unit) {
        String symbol = unit.getAttribute("abbr");
        assertThat(StandardUnits.find(number(unit, "code")).symbol()).isEqualTo(symbol.replace("㎭", "rad"));
    }

    private static void assertVariable(StandardDefinitions ours, Element expected) {
        Variable variable = ours.variable(expected.getAttribute("id"));
        assertThat(variable).as(expected.getAttribute("id")).isNotNull();
        assertThat(variable.index()).isEqualTo(number(expected, "index"));
        assertThat(variable.accessRights().token()).isEqualTo(expected.getAttribute("accessRights"));
        assertThat(variable.dynamic()).isEqualTo("true".equals(expected.getAttribute("dynamic")));
        assertThat(variable.modifiesOtherVariables())
                .isEqualTo("true".equals(expected.getAttribute("modifiesOtherVariables")));
        List<Element> types = elements(expected, "Datatype");
        if (!types.isEmpty()) {
            assertType((Datatype) variable.type(), types.get(0));
        }
        assertThat(variable.itemInfos()).hasSameSizeAs(elements(expected, "RecordItemInfo"));
    }

    private static void assertType(Datatype type, Element expected) {
        assertThat(type.kind().xsiType())
                .isEqualTo(expected.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "type"));
        assertThat(String.valueOf(type.bitLength()))
                .isEqualTo(expected.hasAttribute("bitLength") ? expected.getAttribute("bitLength") : "null");
        assertThat(String.valueOf(type.fixedLength()))
                .isEqualTo(expected.hasAttribute("fixedLength") ? expected.getAttribute("fixedLength") : "null");
        List<Element> items = elements(expected, "RecordItem");
        assertThat(type.recordItems()).hasSameSizeAs(items);
        for (int i = 0; i < items.size(); i++) {
            RecordItem item = type.recordItems().get(i);
            assertThat(item.subindex()).isEqualTo(number(items.get(i), "subindex"));
            assertThat(item.bitOffset()).isEqualTo(number(items.get(i), "bitOffset"));
        }
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
