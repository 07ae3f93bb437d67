package io.greenstack.descriptions.iodd.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.greenstack.descriptions.compare.Consequence;
import io.greenstack.descriptions.iodd.IoddXml;
import io.greenstack.descriptions.iodd.compare.IoddComparer.IoddComparison;
import io.greenstack.descriptions.iodd.compare.IoddComparer.IoddComparison.AreaChanges;
import io.greenstack.descriptions.iodd.compare.IoddComparer.IoddComparison.Change;
import io.greenstack.descriptions.iodd.compare.IoddComparer.Side;
import io.greenstack.descriptions.iodd.layout.IoddLayoutCompiler;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.localstack.testing.Corpus;

class IoddComparerTest {

    private static final String RECORD = "<Datatype xsi:type='RecordT' bitLength='%d'>%s</Datatype>";

    @Test
    void aDescriptionIsIdenticalToItself() {
        for (var path : Corpus.samples()) {
            IoddComparison comparison = compare(IoddXml.read(Corpus.bytes(path)).model(),
                    IoddXml.read(Corpus.bytes(path)).model());
            assertThat(comparison.identical()).isTrue();
            assertThat(comparison.areas()).isEmpty();
            assertThat(comparison.consequences()).isEmpty();
        }
    }

    @Test
    void rescaledFieldsAreToldByFactorAndUnit() {
        assertThat(messages(scaled("gradient='0.1' unitCode='1001'"), scaled("gradient='1' unitCode='1001'")))
                .containsExactly("'input' will read 10 times larger.");
        assertThat(messages(scaled("gradient='0.3'"), scaled("gradient='0.1'")))
                .containsExactly("'input' will read 3 times smaller.");
        assertThat(messages(scaled("gradient='0.1' unitCode='1001'"),
                scaled("gradient='0.18' offset='32' unitCode='1002'")))
                .containsExactly("'input' will be scaled by x 0.18 + 32 °F instead of x 0.1 °C.");
        assertThat(messages(scaled("unitCode='1137'"), scaled("unitCode='1130'")))
                .containsExactly("'input' keeps its numbers, but its unit changes from bar to Pa.");
        assertThat(messages(scaled("offset='1'"), scaled("offset='-1.5' unitCode='1000'")))
                .containsExactly("'input' will read 2.5 lower and its unit changes from none to K.");
        assertThat(messages(scaled("gradient='1'"), scaled(""))).isEmpty();
    }

    @Test
    void movedRetypedAndRenamedFieldsAreTold() {
        IoddXml before = record(16, item(1, 8, "UIntegerT", 8, "N_A"), item(2, 0, "UIntegerT", 8, "N_B"),
                item(3, 0, "UIntegerT", 2, "N_C"));
        IoddXml after = record(24, item(1, 16, "UIntegerT", 8, "N_A"), item(2, 4, "IntegerT", 12, "N_B"),
                item(4, 0, "UIntegerT", 4, "N_D"));

        assertThat(consequences(before, after)).extracting(Consequence::kind, Consequence::field,
                Consequence::oldValue, Consequence::newValue).containsExactly(
                        tuple("frame_resized", null, "16 bits", "24 bits"),
                        tuple("field_moved", "second", "8 bits at bit 0 (octet 2)", "12 bits at bit 4 (octets 2 to 3)"),
                        tuple("field_retyped", "second", "uinteger", "integer"),
                        tuple("field_removed", "third", "2 bits at bit 0 (octet 2)", null),
                        tuple("field_added", "fourth", null, "4 bits at bit 0 (octet 3)"));
        assertThat(messages(record(8, item(1, 0, "UIntegerT", 8, "N_A")),
                record(8, item(1, 0, "UIntegerT", 8, "N_B")))).containsExactly(
                        "'first' is now called 'second'; what asks for the old name gets nothing new.");
    }

    @Test
    void conditionsAndDefaultsAreTold() {
        String data = "<ProcessData id='P%d'><Condition variableId='V' value='%d'/><ProcessDataIn id='PI%d' "
                + "bitLength='8'><Datatype xsi:type='UIntegerT' bitLength='8'/><Name textId='N_A'/></ProcessDataIn>"
                + "</ProcessData>";
        IoddXml before = selected("0").processData(data.formatted(1, 0, 1) + data.formatted(2, 1, 2));
        IoddXml after = selected("1").processData(data.formatted(1, 0, 1) + data.formatted(2, 7, 2));

        assertThat(messages(before, after)).containsExactly(
                "The process data 'First' is used when V is 7, no longer when V is 1.",
                "The default of V changes from 0 to 1; for devices that have not reported it, other conditions hold.");
    }

    @Test
    void alternativesThatComeAndGoAreTold() {
        IoddXml with = IoddXml.v11().in(8, "<Datatype xsi:type='UIntegerT' bitLength='8'/>");

        assertThat(messages(IoddXml.v11(), with)).containsExactly("The process data 'Input' is new.");
        assertThat(messages(with, IoddXml.v11())).containsExactly(
                "The process data 'Input' is gone; none of its fields is decoded any more.");
    }

    @Test
    void specialCodesTextsAndRangesAreTold() {
        String type = "<Datatype xsi:type='UIntegerT' bitLength='8'>%s</Datatype>";
        String range = "<ValueRange lowerValue='0' upperValue='%d'/>";
        String code = "<SingleValue value='255'><Name textId='%s'/></SingleValue>";
        IoddXml before = texts(IoddXml.v11().in(8, type.formatted(range.formatted(100) + code.formatted("N_A"))));

        assertThat(kinds(before, texts(IoddXml.v11().in(8, type.formatted(range.formatted(99) + code.formatted(
                "N_A")))))).containsExactly("field_values_changed");
        assertThat(kinds(before, texts(IoddXml.v11().in(8, type.formatted(range.formatted(100) + code.formatted(
                "N_B")))))).containsExactly("field_values_changed");
    }

    @Test
    void changesAreListedByAreaWithPathsAndValues() {
        IoddXml before = texts(IoddXml.v11().variables(variable("V_A", 80, "N_A") + variable("V_B", 81, "N_B"))
                .menus("M", "<Menu id='M'><VariableRef variableId='V_A'/><VariableRef variableId='V_B'/></Menu>"));
        IoddXml after = texts(IoddXml.v11()
                .identity("vendorId='65535' deviceId='77' vendorName='Test' additionalDeviceIds='78'")
                .variables(variable("V_A", 90, "N_C") + variable("V_C", 82, "N_B"))
                .functions("<EventCollection><StdEventRef code='16384'/></EventCollection>")
                .menus("M",
                        "<Menu id='M'><VariableRef variableId='V_C'/><VariableRef variableId='V_A' unitCode='1001'/>"
                                + "</Menu>"))
                .text("N_New", "New");

        IoddComparison comparison = compare(before.model(), after.model());

        assertThat(changes(comparison, "parameters")).containsExactly(
                "changed VariableCollection/Variable[V_A]/@index: 80 -> 90",
                "changed VariableCollection/Variable[V_A]/Name: First -> Third",
                "removed VariableCollection/Variable[V_B]: Second -> null",
                "added VariableCollection/Variable[V_C]: null -> Second");
        assertThat(changes(comparison, "menus")).contains(
                "added UserInterface/MenuCollection/Menu[M]/VariableRef[V_A]/@unitCode: null -> 1001",
                "removed UserInterface/MenuCollection/Menu[M]/VariableRef[V_B]: @variableId=V_B -> null");
        assertThat(changes(comparison, "events")).containsExactly("added EventCollection: null -> ");
        assertThat(changes(comparison, "identity")).contains(
                "added DeviceIdentity/@additionalDeviceIds: null -> 78");
        assertThat(changes(comparison, "texts")).containsExactly(
                "added ExternalTextCollection/PrimaryLanguage[en]/Text[N_New]: null -> New");
    }

    @Test
    void theOrderOfMenusCounts() {
        String menu = "<Menu id='M'><VariableRef variableId='%s'/><VariableRef variableId='%s'/></Menu>";

        assertThat(changes(compare(IoddXml.v11().menus("M", menu.formatted("A", "B")).model(),
                IoddXml.v11().menus("M", menu.formatted("B", "A")).model()), "menus")).containsExactly(
                        "changed UserInterface/MenuCollection/Menu[M]/order(): VariableRef[A] VariableRef[B] "
                                + "-> VariableRef[B] VariableRef[A]");
    }

    @Test
    void vendorsFilesCompareWithEachOther() {
        List<IoddDescription> models = Corpus.iodds().stream().map(path -> IoddXml.read(Corpus.bytes(path)).model())
                .toList();
        for (int i = 0; i < models.size(); i++) {
            assertThat(compare(models.get(i), models.get(i)).identical()).isTrue();
            IoddComparison comparison = compare(models.get(i), models.get((i + 1) % models.size()));
            assertThat(comparison.areas()).isNotEmpty();
            assertThat(comparison.consequences()).allSatisfy(each -> assertThat(each.message()).endsWith("."));
        }
    }

    private static IoddXml scaled(String attributes) {
        return IoddXml.v11().in(16, "<Datatype xsi:type='UIntegerT' bitLength='16'/>")
                .references(
                        "<ProcessDataRef processDataId='PI'><ProcessDataInfo " + attributes + "/></ProcessDataRef>");
    }

    private static IoddXml record(int bits, String... items) {
        return texts(IoddXml.v11().in(bits, RECORD.formatted(bits, String.join("", items))));
    }

    private static String item(int subindex, int offset, String type, int bits, String name) {
        return "<RecordItem subindex='" + subindex + "' bitOffset='" + offset + "'><SimpleDatatype xsi:type='" + type
                + "' bitLength='" + bits + "'/><Name textId='" + name + "'/></RecordItem>";
    }

    private static String variable(String id, int index, String name) {
        return "<Variable id='" + id + "' index='" + index + "' accessRights='rw'>"
                + "<Datatype xsi:type='UIntegerT' bitLength='8'/><Name textId='" + name + "'/></Variable>";
    }

    private static IoddXml selected(String defaultValue) {
        return texts(IoddXml.v11().variables("<Variable id='V' index='80' accessRights='rw' defaultValue='"
                + defaultValue + "'><Datatype xsi:type='UIntegerT' bitLength='8'/><Name textId='N_A'/></Variable>"));
    }

    private static IoddXml texts(IoddXml file) {
        return file.text("N_A", "First").text("N_B", "Second").text("N_C", "Third").text("N_D", "Fourth");
    }

    private static List<String> changes(IoddComparison comparison, String area) {
        List<Change> changes = comparison.areas().stream().filter(each -> area.equals(each.area()))
                .map(AreaChanges::changes).flatMap(List::stream).collect(Collectors.toList());
        return changes.stream().map(change -> change.change() + " " + change.path().replaceAll(
                "^ProfileBody/(DeviceFunction/)?", "") + ": " + change.oldValue() + " -> " + change.newValue())
                .toList();
    }

    private static List<String> kinds(IoddXml from, IoddXml to) {
        return consequences(from, to).stream().map(Consequence::kind).toList();
    }

    private static List<String> messages(IoddXml from, IoddXml to) {
        return consequences(from, to).stream().map(Consequence::message).toList();
    }

    private static List<Consequence> consequences(IoddXml from, IoddXml to) {
        return compare(from.model(), to.model()).consequences();
    }

    private static IoddComparison compare(IoddDescription from, IoddDescription to) {
        return IoddComparer.compare(new Side(1, from, IoddLayoutCompiler.compile(from, null).layout()),
                new Side(2, to, IoddLayoutCompiler.compile(to, null).layout()));
    }
}
