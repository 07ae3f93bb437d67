package io.greenstack.descriptions.iodd.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.greenstack.core.processdata.Condition;
import io.greenstack.core.processdata.DecodedValue;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.LayoutParameter;
import io.greenstack.core.processdata.ParameterValues;
import io.greenstack.core.processdata.ProcessDataDecoder;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.core.processdata.ScalarType;
import io.greenstack.core.processdata.Scaling;
import io.greenstack.core.processdata.ScalingSource;
import io.greenstack.core.processdata.TextEncoding;
import io.greenstack.descriptions.Finding;
import io.greenstack.descriptions.iodd.IoddXml;
import io.greenstack.descriptions.iodd.layout.IoddLayoutCompiler.LayoutCompilation;

class IoddLayoutCompilerTest {

    private static final String RECORD = "<Datatype xsi:type='RecordT' bitLength='16'>"
            + "<RecordItem subindex='1' bitOffset='8'><SimpleDatatype xsi:type='IntegerT' bitLength='8'/>"
            + "<Name textId='TN_A'/></RecordItem>"
            + "<RecordItem subindex='4' bitOffset='0'><SimpleDatatype xsi:type='UIntegerT' bitLength='8'/>"
            + "<Name textId='TN_B'/></RecordItem></Datatype>";
    private static final String UNIT_VARIABLE = "<StdVariableRef id='V_ProcessDataInput'/>"
            + "<Variable id='V_Unit' index='80' accessRights='rw' defaultValue='1'>"
            + "<Datatype xsi:type='UIntegerT' bitLength='8'/><Name textId='TN_U'/></Variable>";
    private static final String UNIT_MENUS = """
            <Menu id='M'><MenuRef menuId='M_C'><Condition variableId='V_Unit' value='0'/></MenuRef>
            <MenuRef menuId='M_F'><Condition variableId='V_Unit' value='1'/></MenuRef></Menu>
            <Menu id='M_C'><RecordItemRef variableId='V_ProcessDataInput' subindex='1' gradient='0.1' unitCode='1001'/></Menu>
            <Menu id='M_F'><RecordItemRef variableId='V_ProcessDataInput' subindex='1' gradient='0.18' offset='32'
              unitCode='1002'/></Menu>""";

    private static IoddXml record() {
        return IoddXml.v11().in(16, RECORD).text("TN_A", "Temp").text("TN_B", "Status").text("TN_U", "Unit");
    }

    @ParameterizedTest
    @CsvSource({"00,,out_of_range", "01,On,", "02,,", "03,Off,", "04,,out_of_range", "FF,,out_of_range"})
    void singleValuesWithoutRangesAreAllThatIsAllowed(String hex, String label, String status) {
        ProcessDataLayout layout = compile(IoddXml.v11().in(8, "<Datatype xsi:type='UIntegerT' bitLength='8'>"
                + "<SingleValue value='3'><Name textId='TN_F'/></SingleValue><SingleValue value='2'/>"
                + "<SingleValue value='1'><Name textId='TN_N'/></SingleValue></Datatype>")
                .text("TN_N", "On").text("TN_F", "Off"));

        DecodedValue value = ProcessDataDecoder.of(layout)
                .decode(Direction.IN, HexFormat.of().parseHex(hex), ParameterValues.NONE).values().get(0);
        assertThat(value.hasValue()).isTrue();
        assertThat(value.label()).isEqualTo(label);
        assertThat(value.status()).isEqualTo(status);
    }

    @Test
    void scalesByMenusUnderTheirConditionsThenByTheReference() {
        ProcessDataLayout layout = compile(record().variables(UNIT_VARIABLE).menus("M", UNIT_MENUS)
                .references(
                        "<ProcessDataRef processDataId='PI'><ProcessDataRecordItemInfo subindex='1'/></ProcessDataRef>"));

        Field temp = field(layout, "temp");
        assertThat(temp.scalings()).extracting(Scaling::source).containsExactly(ScalingSource.MENU, ScalingSource.MENU,
                ScalingSource.PROCESS_DATA_REF);
        assertThat(temp.scalings()).extracting(Scaling::unit).containsExactly("°C", "°F", null);
        assertThat(temp.scalings().get(1).when()).containsExactly(new Condition("V_Unit", 0, 1));
        assertThat(temp.scalings().get(1).offset()).isEqualByComparingTo("32");
        assertThat(layout.parameters()).containsExactly(new LayoutParameter("V_Unit", 0, 80, "Unit", 1L));
        assertThat(temp.shown()).isTrue();
        assertThat(field(layout, "status").shown()).isFalse();
        assertThat(field(layout, "status").subindex()).isEqualTo(4);
    }

    @Test
    void conditionsOfTheWholeMenuPathCountAndMoreOfThemComeFirst() {
        ProcessDataLayout layout = compile(record().variables(UNIT_VARIABLE + UNIT_VARIABLE.replace("V_Unit", "V_Mode"))
                .menus("M",
                        """
                                <Menu id='M'><RecordItemRef variableId='V_ProcessDataInput' subindex='1' gradient='2'/>
                                <MenuRef menuId='M1'><Condition variableId='V_Unit' value='0'/></MenuRef></Menu>
                                <Menu id='M1'><RecordItemRef variableId='V_ProcessDataInput' subindex='1' gradient='3'/>
                                <MenuRef menuId='M2'><Condition variableId='V_Mode' subindex='2' value='5'/></MenuRef>
                                <MenuRef menuId='M3'><Condition variableId='V_Unit' value='1'/></MenuRef></Menu>
                                <Menu id='M2'><RecordItemRef variableId='V_ProcessDataInput' subindex='1' gradient='4'/>
                                </Menu>
                                <Menu id='M3'><RecordItemRef variableId='V_ProcessDataInput' subindex='1' gradient='5'/></Menu>
                                <Menu id='M_Unreachable'><RecordItemRef variableId='V_ProcessDataInput' subindex='1' gradient='6'/>
                                </Menu>"""));

        assertThat(field(layout, "temp").scalings()).extracting(scaling -> scaling.gradient().intValue())
                .containsExactly(4, 3, 2);
        assertThat(field(layout, "temp").scalings().get(0).when()).containsExactly(new Condition("V_Unit", 0, 0),
                new Condition("V_Mode", 2, 5));
    }

    @Test
    void menuEntriesOfOtherAlternativesDoNotScaleAFrame() {
        ProcessDataLayout layout = compile(record().variables(UNIT_VARIABLE).menus("M", UNIT_MENUS).processData("""
                <ProcessData id='P0'><Condition variableId='V_Unit' value='0'/><ProcessDataIn id='PI0' bitLength='16'>
                %s<Name textId='TN_PI'/></ProcessDataIn></ProcessData>
                <ProcessData id='P1'><Condition variableId='V_Unit' value='1'/><ProcessDataIn id='PI1' bitLength='16'>
                %s<Name textId='TN_PI'/></ProcessDataIn></ProcessData>""".formatted(RECORD, RECORD)));

        assertThat(layout.in()).extracting(Frame::when).containsExactly(List.of(new Condition("V_Unit", 0, 0)),
                List.of(new Condition("V_Unit", 0, 1)));
        assertThat(layout.in().get(0).fields().get(0).scalings()).singleElement().satisfies(scaling -> {
            assertThat(scaling.unit()).isEqualTo("°C");
            assertThat(scaling.when()).isEmpty();
        });
        assertThat(layout.in().get(1).fields().get(0).scalings()).singleElement()
                .satisfies(scaling -> assertThat(scaling.unit()).isEqualTo("°F"));
    }

    @Test
    void recordsWhereMenuAndReferenceDisagree() {
        IoddXml xml = record().variables(UNIT_VARIABLE)
                .menus("M",
                        "<Menu id='M'><RecordItemRef variableId='V_ProcessDataInput' subindex='1' gradient='0.1'/></Menu>")
                .references("<ProcessDataRef processDataId='PI'>"
                        + "<ProcessDataRecordItemInfo subindex='1' gradient='0.01'/></ProcessDataRef>");

        LayoutCompilation compilation = IoddLayoutCompiler.compile(xml.model(), null);

        assertThat(compilation.findings()).extracting(Finding::code).containsExactly("scaling-conflict");
        assertThat(field(compilation.layout(), "temp").scalings()).extracting(Scaling::source)
                .containsExactly(ScalingSource.MENU, ScalingSource.PROCESS_DATA_REF);
    }

    @Test
    void showsEverythingWhereNothingSpeaksOfItems() {
        ProcessDataLayout layout = compile(record());

        assertThat(layout.in().get(0).fields()).allMatch(Field::shown).allMatch(field -> field.scalings().isEmpty());
    }

    @Test
    void defaultsOfRecordItemsDecideConditions() {
        ProcessDataLayout layout = compile(record().variables(
                """
                        <Variable id='V_Cfg' index='90' accessRights='rw'><Datatype xsi:type='RecordT' bitLength='8'>
                        <RecordItem subindex='3' bitOffset='0'><SimpleDatatype xsi:type='BooleanT'/><Name textId='TN_A'/></RecordItem>
                        </Datatype><RecordItemInfo subindex='3' defaultValue='true'/><Name textId='TN_U'/></Variable>""")
                .processData("<ProcessData id='P'><Condition variableId='V_Cfg' subindex='3' value='1'/>"
                        + "<ProcessDataIn id='PI' bitLength='16'>" + RECORD + "<Name textId='TN_PI'/></ProcessDataIn>"
                        + "</ProcessData>"));

        assertThat(layout.parameters()).containsExactly(new LayoutParameter("V_Cfg", 3, 90, "Unit: Temp", 1L));
    }

    @Test
    void conditionsWithoutDefaultOrVariableAreFindings() {
        LayoutCompilation compilation = IoddLayoutCompiler.compile(record().processData(
                "<ProcessData id='P'><Condition variableId='V_Gone' value='1'/><ProcessDataIn id='PI' bitLength='16'>"
                        + RECORD + "</ProcessDataIn></ProcessData><ProcessData id='Q'><Condition value='1'/>"
                        + "<ProcessDataIn id='QI' bitLength='16'>" + RECORD + "</ProcessDataIn></ProcessData>")
                .model(),
                null);

        assertThat(compilation.findings()).extracting(Finding::code).containsExactlyInAnyOrder("condition-parameter",
                "bad-condition");
        assertThat(compilation.layout().in()).hasSize(1);
        assertThat(compilation.layout().parameters().get(0).defaultValue()).isNull();
    }

    @Test
    void singleValuesBesideRangesAreSpecialCodes() {
        ProcessDataLayout layout = compile(IoddXml.v11().text("TN_N", "No data").text("TN_X", "Extra").in(16, """
                <Datatype xsi:type='IntegerT' bitLength='16'><ValueRange lowerValue='-100' upperValue='100'/>
                <ValueRange lowerValue='200' upperValue='300'><Name textId='TN_X'/></ValueRange>
                <SingleValue value='32764'><Name textId='TN_N'/></SingleValue>
                <SingleValue value='250'><Name textId='TN_X'/></SingleValue><SingleValue value='0'/>
                <SingleValue value='-32768'/></Datatype>"""));

        Field field = layout.in().get(0).fields().get(0);
        assertThat(field.key()).isEqualTo("input");
        assertThat(field.subindex()).isZero();
        assertThat(field.ranges()).hasSize(2).last().extracting("name").isEqualTo("Extra");
        assertThat(field.specials()).extracting("status").containsExactly("no_data", "special_minus_32768");
        assertThat(field.labels()).extracting("text").containsExactly("Extra");
    }

    @Test
    void labelsComeFromReferencedTypesInTheLanguageAskedFor() {
        IoddXml xml = IoddXml.v11().text("TN_On", "  On").text("TN_Off", "Off")
                .languages(
                        "<Language xml:lang='de'><Text id='TN_On' value='Ein'/><Text id='TN_PI' value='Eingang'/></Language>")
                .datatypes("<Datatype id='D' xsi:type='BooleanT'><SingleValue value='false'><Name textId='TN_Off'/>"
                        + "</SingleValue><SingleValue value='true'><Name textId='TN_On'/></SingleValue></Datatype>")
                .in(8, "<DatatypeRef datatypeId='D'/>");

        Field german = IoddLayoutCompiler.compile(xml.model(), "de").layout().in().get(0).fields().get(0);

        assertThat(german.labels()).extracting("text").containsExactly("Off", "Ein");
        assertThat(german.name()).isEqualTo("Eingang");
        assertThat(german.key()).isEqualTo("input");
        assertThat(german.bitLength()).as("a BooleanT alone in its octet").isEqualTo(8);
        assertThat(IoddLayoutCompiler.compile(xml.model(), null).layout().in().get(0).fields().get(0).labels())
                .extracting("text").containsExactly("Off", "On");
    }

    @Test
    void keysAreUniqueBySubindexAndDifferBetweenDirections() {
        String item = "<RecordItem subindex='%d' bitOffset='%d'><SimpleDatatype xsi:type='BooleanT'/>"
                + "<Name textId='%s'/></RecordItem>";
        String type = "<Datatype xsi:type='RecordT' bitLength='8'>" + item.formatted(12, 2, "TN_R")
                + item.formatted(2, 1, "TN_R") + item.formatted(3, 0, "TN_Gone") + "</Datatype>";
        ProcessDataLayout layout = compile(IoddXml.v11().text("TN_R", "Reserved Bit").processData(
                "<ProcessData id='P'><ProcessDataIn id='PI' bitLength='8'>" + type + "</ProcessDataIn>"
                        + "<ProcessDataOut id='PO' bitLength='8'>" + type + "</ProcessDataOut></ProcessData>"));

        assertThat(layout.in().get(0).fields()).extracting(Field::key).containsExactly("reserved_bit_2", "reserved_bit",
                "item_3");
        assertThat(layout.out().get(0).fields()).extracting(Field::key).containsExactly("reserved_bit_out_2",
                "reserved_bit_out", "item_3_out");
        assertThat(layout.in().get(0).fields().get(2).name()).isEqualTo("item_3");
    }

    @Test
    void arraysBecomeOneFieldAnElementWithTheFirstInTheHighestBits() {
        ProcessDataLayout layout = compile(IoddXml.v11().in(28, "<Datatype xsi:type='ArrayT' count='7'>"
                + "<SimpleDatatype xsi:type='IntegerT' bitLength='4'/></Datatype>")
                .references("<ProcessDataRef processDataId='PI'><ProcessDataInfo gradient='2'/></ProcessDataRef>"));

        List<Field> fields = layout.in().get(0).fields();
        assertThat(fields).extracting(Field::key).startsWith("input_1", "input_2").hasSize(7);
        assertThat(fields).extracting(Field::bitOffset).containsExactly(24, 20, 16, 12, 8, 4, 0);
        assertThat(fields).extracting(Field::element).startsWith(0, 1, 2);
        assertThat(fields).allSatisfy(
                field -> assertThat(field.scalings().get(0).gradient()).isEqualByComparingTo("2"));
    }

    @ParameterizedTest
    @CsvSource({"BooleanT,,BOOLEAN,1", "UIntegerT,bitLength='12',UINTEGER,12", "IntegerT,bitLength='64',INTEGER,64",
            "Float32T,,FLOAT32,32", "TimeT,,TIME,64", "TimeSpanT,,TIME_SPAN,64",
            "OctetStringT,fixedLength='3',OCTETS,24", "StringT,fixedLength='2' encoding='US-ASCII',STRING,16"})
    void simpleTypes(String type, String attributes, ScalarType expected, int bits) {
        ProcessDataLayout layout = compile(IoddXml.v11().in(64, "<Datatype xsi:type='RecordT' bitLength='64'>"
                + "<RecordItem subindex='1' bitOffset='0'><SimpleDatatype xsi:type='" + type + "' "
                + (attributes == null ? "" : attributes.replace("\"", "'")) + "/></RecordItem></Datatype>"));

        Field field = layout.in().get(0).fields().get(0);
        assertThat(field.type()).isEqualTo(expected);
        assertThat(field.bitLength()).isEqualTo(bits);
        assertThat(field.encoding()).isEqualTo(expected == ScalarType.STRING ? TextEncoding.US_ASCII : null);
    }

    @Test
    void leavesOutWhatCannotBeDecodedAndSaysSo() {
        LayoutCompilation compilation = IoddLayoutCompiler.compile(IoddXml.v11()
                .in(16, """
                        <Datatype xsi:type='RecordT' bitLength='24'>
                        <RecordItem subindex='1' bitOffset='8'><SimpleDatatype xsi:type='UIntegerT' bitLength='1000000000'/></RecordItem>
                        <RecordItem subindex='2' bitOffset='12'><SimpleDatatype xsi:type='UIntegerT' bitLength='8'/></RecordItem>
                        <RecordItem subindex='3'><SimpleDatatype xsi:type='UIntegerT' bitLength='8'/></RecordItem>
                        <RecordItem subindex='4' bitOffset='0'><SimpleDatatype xsi:type='WeirdT'/></RecordItem>
                        <RecordItem subindex='5' bitOffset='0'><DatatypeRef datatypeId='D_Gone'/></RecordItem>
                        <RecordItem subindex='6' bitOffset='0'><SimpleDatatype xsi:type='UIntegerT' bitLength='8'>
                        <ValueRange lowerValue='9' upperValue='1'/><SingleValue value='x'/></SimpleDatatype></RecordItem>
                        </Datatype>""")
                .references("<ProcessDataRef processDataId='PI'><ProcessDataRecordItemInfo subindex='6' gradient='0' "
                        + "unitCode='4711'/></ProcessDataRef>")
                .model(), null);

        assertThat(compilation.layout().in().get(0).fields()).extracting(Field::subindex).containsExactly(6);
        assertThat(compilation.findings()).extracting(Finding::code).containsExactlyInAnyOrder("length-mismatch",
                "bad-item", "outside", "bad-item", "bad-item", "bad-item", "bad-range", "bad-single-value",
                "zero-gradient", "unknown-unit");
        ProcessDataDecoder.of(compilation.layout());
    }

    @Test
    void neverAllocatesForAbsurdLengths() {
        assertThat(codes(IoddXml.v11().in(1_000_000_000, RECORD))).contains("bad-length");
        assertThat(codes(IoddXml.v11().in(16, "<Datatype xsi:type='ArrayT' count='2000000000'>"
                + "<SimpleDatatype xsi:type='UIntegerT' bitLength='8'/></Datatype>"))).contains("bad-array");
        assertThat(codes(IoddXml.v11().in(16, "<DatatypeRef datatypeId='D_Gone'/>"))).contains("dangling-datatype");
        assertThat(codes(IoddXml.v11().in(16, "<Datatype xsi:type='WeirdT'/>"))).contains("bad-datatype");
    }

    @Test
    void usesUnitsTheFileDefinesItself() {
        ProcessDataLayout layout = compile(record()
                .references(
                        "<ProcessDataRef processDataId='PI'><ProcessDataRecordItemInfo subindex='1' unitCode='9000'/>"
                                + "<ProcessDataRecordItemInfo subindex='4' unitCode='1997'/></ProcessDataRef>")
                .tail("<UnitCollection><Unit code='9000' abbr='drops'/></UnitCollection>"));

        assertThat(field(layout, "temp").scalings().get(0).unit()).isEqualTo("drops");
        assertThat(field(layout, "status").scalings().get(0).unit()).isNull();
    }

    @Test
    void version101ScalesByItsOwnVariableNames() {
        ProcessDataLayout layout = compile(IoddXml.v101().in(16, "<Datatype xsi:type='UIntegerT' bitLength='16'/>")
                .variables("<StdVariableRef id='V_ProcessDataIn'/>")
                .menus("M",
                        "<Menu id='M'><VariableRef variableId='V_ProcessDataIn' gradient='0.5' unitCode='1013'/></Menu>"));

        assertThat(layout.in().get(0).fields().get(0).scalings()).singleElement()
                .satisfies(scaling -> assertThat(scaling.unit()).isEqualTo("mm"));
    }

    @Test
    void endlessMenusEnd() {
        StringBuilder menus = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            menus.append("<Menu id='M").append(i).append("'>");
            for (int j = 0; j < 12; j++) {
                menus.append("<MenuRef menuId='M").append(j).append("'><Condition variableId='V").append(i)
                        .append("' value='").append(j).append("'/></MenuRef>");
            }
            menus.append("<RecordItemRef variableId='V_ProcessDataInput' subindex='1' gradient='3'/></Menu>");
        }

        ProcessDataLayout layout = compile(record().menus("M0", menus.toString()));

        assertThat(field(layout, "temp").scalings()).hasSizeLessThanOrEqualTo(64);
        ProcessDataDecoder.of(layout);
    }

    @Test
    void namesTheDevice() {
        ProcessDataLayout layout = compile(IoddXml.v11());

        assertThat(layout.product()).isEqualTo("Test device");
        assertThat(layout.layoutId()).isEqualTo("iodd-65535-7-V1.0-20260131");
        assertThat(layout.kind()).isEqualTo("IODD");
        assertThat(layout.in()).isEmpty();
        assertThat(layout.out()).isEmpty();
    }

    private static ProcessDataLayout compile(IoddXml xml) {
        ProcessDataLayout layout = IoddLayoutCompiler.compile(xml.model(), null).layout();
        ProcessDataDecoder.of(layout);
        return layout;
    }

    private static List<String> codes(IoddXml xml) {
        LayoutCompilation compilation = IoddLayoutCompiler.compile(xml.model(), null);
        ProcessDataDecoder.of(compilation.layout());
        return compilation.findings().stream().map(Finding::code).toList();
    }

    private static Field field(ProcessDataLayout layout, String key) {
        return layout.in().get(0).fields().stream().filter(field -> field.key().equals(key)).findFirst().orElseThrow();
    }
}
