package io.greenstack.descriptions.iodd;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.greenstack.core.processdata.DecodedFrame;
import io.greenstack.core.processdata.DecodedValue;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.ParameterValues;
import io.greenstack.core.processdata.ProcessDataDecoder;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.core.processdata.Scaling;
import io.greenstack.core.processdata.ScalingSource;
import io.greenstack.descriptions.Finding;
import io.greenstack.descriptions.iodd.layout.IoddLayoutCompiler;
import io.greenstack.descriptions.iodd.layout.IoddLayoutCompiler.LayoutCompilation;
import io.greenstack.descriptions.iodd.model.ExternalTextDocument;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.json.IoddJson;
import io.greenstack.descriptions.iodd.reader.IoddException;
import io.greenstack.descriptions.iodd.reader.IoddLimits;
import io.greenstack.descriptions.iodd.reader.IoddReader;
import io.greenstack.descriptions.iodd.reader.IoddReader.IoddReading;
import io.greenstack.descriptions.iodd.standard.IoddTexts;
import io.greenstack.descriptions.iodd.standard.IoddVariables;
import io.greenstack.descriptions.iodd.trust.CoverageProof;
import io.greenstack.descriptions.iodd.trust.DescriptionCheck;
import io.greenstack.descriptions.iodd.trust.StampCheck;
import io.greenstack.descriptions.iodd.trust.StampVerdict;

/** What vendors' IODDs really contain: a test for each row of the list of their peculiarities, IODD 1 to 12. */
class IoddDeviceFilesTest {

    private static final String UNIT = "<Variable id='V_Unit' index='80' accessRights='rw' defaultValue='1'>"
            + "<Datatype xsi:type='UIntegerT' bitLength='8'/><Name textId='T_Name'/></Variable>";

    @Test
    @DisplayName("IODD 1: items that no ProcessDataRef names are decoded, but not shown")
    void row1IncompleteProcessDataReferences() {
        ProcessDataLayout layout = layout(record(16, uint(1, 8, 8, "A"), bool(2, 0, "B"))
                .references(
                        "<ProcessDataRef processDataId='PI'><ProcessDataRecordItemInfo subindex='1' gradient='0.5'/>"
                                + "</ProcessDataRef>"));

        assertThat(layout.in().get(0).fields()).extracting(Field::key, Field::shown).containsExactly(
                org.assertj.core.groups.Tuple.tuple("alpha", true), org.assertj.core.groups.Tuple.tuple("beta", false));
        DecodedFrame frame = decode(layout, "0A01");
        assertThat(frame.value("alpha").value()).isEqualTo(5.0);
        assertThat(frame.value("beta").value()).isEqualTo(true);
    }

    @Test
    @DisplayName("IODD 2: scale and unit from the menu whose conditions hold, then a non-bare reference, then a bare one")
    void row2ScaleAndUnitOfMenus() {
        IoddXml file = record(16, uint(1, 0, 16, "A")).variables(UNIT)
                .references("<ProcessDataRef processDataId='PI'><ProcessDataRecordItemInfo subindex='1' gradient='2'/>"
                        + "</ProcessDataRef>")
                .menus("M", "<Menu id='M'><MenuRef menuId='C'><Condition variableId='V_Unit' value='0'/></MenuRef>"
                        + "<MenuRef menuId='F'><Condition variableId='V_Unit' value='1'/></MenuRef></Menu>"
                        + "<Menu id='C'><RecordItemRef variableId='V_ProcessDataInput' subindex='1' gradient='0.1' "
                        + "unitCode='1001'/></Menu><Menu id='F'><RecordItemRef variableId='V_ProcessDataInput' "
                        + "subindex='1' gradient='0.18' offset='32' unitCode='1002'/></Menu>");
        ProcessDataLayout layout = layout(file);

        // the default of the device is Fahrenheit: 235 * 0.18 + 32 = 74.3
        assertThat(text(decode(layout, "00EB").value("alpha"))).isEqualTo("74.3 °F");
        assertThat(text(decode(layout, "00EB", Map.of("V_Unit", 0L)).value("alpha"))).isEqualTo("23.5 °C");
        assertThat(text(decode(layout, "00EB", Map.of("V_Unit", 9L)).value("alpha"))).isEqualTo("470.0");
        assertThat(layout.in().get(0).fields().get(0).scalings()).extracting(Scaling::source)
                .containsExactly(ScalingSource.MENU, ScalingSource.MENU, ScalingSource.PROCESS_DATA_REF);
        assertThat(text(decode(layout(record(16, uint(1, 0, 16, "A")).references(
                "<ProcessDataRef processDataId='PI'><ProcessDataRecordItemInfo subindex='1'/></ProcessDataRef>")),
                "00EB").value("alpha"))).isEqualTo("235.0");
    }

    @Test
    @DisplayName("IODD 3: a condition on a record item takes its default from RecordItemInfo")
    void row3ConditionsOnRecordItems() {
        String settings = "<Variable id='V_S' index='81' accessRights='rw'><Datatype xsi:type='RecordT' bitLength='8'>"
                + "<RecordItem subindex='3' bitOffset='0'><SimpleDatatype xsi:type='UIntegerT' bitLength='8'/>"
                + "<Name textId='A'/></RecordItem></Datatype><RecordItemInfo subindex='3' defaultValue='2'/>"
                + "<Name textId='T_Name'/></Variable>";
        String data = "<ProcessData id='P%1$d'><Condition variableId='V_S' subindex='3' value='%1$d'/>"
                + "<ProcessDataIn id='PI%1$d' bitLength='8'><Datatype xsi:type='UIntegerT' bitLength='8'/>"
                + "<Name textId='%2$s'/></ProcessDataIn></ProcessData>";
        ProcessDataLayout layout = layout(texts(IoddXml.v11().variables(settings)
                .processData(data.formatted(1, "A") + data.formatted(2, "B"))));

        assertThat(decode(layout, "07").value("beta").value()).isEqualTo(7.0);
        assertThat(decode(layout, "07", Map.of("V_S/3", 1L)).value("alpha").value()).isEqualTo(7.0);
    }

    @Test
    @DisplayName("IODD 4: equal names, gaps in subindices, subindex 1 last, fields across octets, frames of 1 and 2 bits")
    void row4NamesAndPlaces() {
        ProcessDataLayout layout = layout(record(24, uint(1, 0, 4, "A"), uint(12, 4, 10, "A"), uint(22, 14, 10, "A")));

        assertThat(layout.in().get(0).fields()).extracting(Field::key).doesNotHaveDuplicates()
                .allMatch(key -> key.startsWith("alpha"));
        // 0x8ABCDE = 1000101010 1111001101 1110
        DecodedFrame frame = decode(layout, "8ABCDE");
        assertThat(frame.values()).extracting(value -> value.field().subindex() + "=" + value.value())
                .containsExactly("1=14.0", "12=973.0", "22=554.0");
        assertThat(decode(layout(record(1, bool(1, 0, "A"))), "01").value("alpha").value()).isEqualTo(true);
        assertThat(decode(layout(record(2, bool(1, 1, "A"), bool(2, 0, "B"))), "02").value("alpha").value())
                .isEqualTo(true);
    }

    @Test
    @DisplayName("IODD 5: a single value beside a range is a special code; ranges have names; labels lose outer blanks")
    void row5SpecialCodes() {
        String range = "<ValueRange lowerValue='0' upperValue='100'><Name textId='A'/></ValueRange>"
                + "<ValueRange lowerValue='150' upperValue='160'/>";
        String code = "<SingleValue value='255'><Name textId='NoData'/></SingleValue>";
        ProcessDataLayout special = layout(texts(IoddXml.v11()
                .in(8, "<Datatype xsi:type='UIntegerT' bitLength='8'>" + range + code + "</Datatype>"))
                .text("NoData", "  No Data"));
        ProcessDataLayout label = layout(texts(IoddXml.v11()
                .in(8, "<Datatype xsi:type='UIntegerT' bitLength='8'>" + code + "</Datatype>"))
                .text("NoData", "  No Data"));

        Field field = special.in().get(0).fields().get(0);
        assertThat(field.ranges()).hasSize(2).first().satisfies(first -> assertThat(first.name()).isEqualTo("Alpha"));
        DecodedValue noData = decode(special, "FF").values().get(0);
        assertThat(noData.hasValue()).isFalse();
        assertThat(noData.status()).isEqualTo("no_data");
        assertThat(decode(special, "32").values().get(0).value()).isEqualTo(50.0);
        DecodedValue labelled = decode(label, "FF").values().get(0);
        assertThat(labelled.hasValue()).isTrue();
        assertThat(label.in().get(0).fields().get(0).labels()).singleElement()
                .satisfies(each -> assertThat(each.text()).isEqualTo("No Data"));
    }

    @Test
    @DisplayName("IODD 6: Float32 NaN is no value; a sole BooleanT is true for any non-zero octet")
    void row6FloatsAndSoleBooleans() {
        ProcessDataLayout real = layout(texts(IoddXml.v11().in(32, "<Datatype xsi:type='Float32T'/>")));
        ProcessDataLayout truth = layout(texts(IoddXml.v11().in(8, "<Datatype xsi:type='BooleanT'/>")));

        assertThat(decode(real, "7FC00000").values().get(0).hasValue()).isFalse();
        assertThat(decode(real, "C0200000").values().get(0).value()).isEqualTo(-2.5);
        assertThat(decode(truth, "80").values().get(0).value()).isEqualTo(true);
        assertThat(decode(truth, "00").values().get(0).value()).isEqualTo(false);
    }

    @Test
    @DisplayName("IODD 7: version 1.0.1 with its own names; DeviceName and Connection may be absent")
    void row7Version101() {
        String file = IoddXml.v101().variables("<StdVariableRef id='V_ProcessDataIn'/><StdDirectParameterRef id='V_DP' "
                + "accessRights='rw'><Datatype xsi:type='RecordT' bitLength='128'/><Name textId='T_Name'/>"
                + "</StdDirectParameterRef>")
                .functions("<EventCollection><Event code='6144' type='Message' mode='SingleShot'>"
                        + "<Name textId='T_Name'/></Event></EventCollection>")
                .menus("M", "<Menu id='M'><VariableRef variableId='V_ProcessDataIn' gradient='0.1' unitCode='1001'/>"
                        + "<VariableRef variableId='V_DP' displayFormat='Button' buttonValue='160'/></Menu>")
                .in(16, "<Datatype xsi:type='IntegerT' bitLength='16'/>")
                .tail("<CommNetworkProfile xsi:type='IOLinkCommNetworkProfileT' iolinkRevision='V1.0'><TransportLayers>"
                        + "<PhysicalLayer baudrate='COM2' minCycleTime='2300' sioSupported='true'/></TransportLayers>"
                        + "</CommNetworkProfile>")
                .toString().replace("<DeviceName textId=\"T_Name\"/>", "<DeviceVariantCollection><DeviceVariant "
                        + "productId='n.a.'><ProductName textId='T_Name'/><ProductText textId='T_Name'/></DeviceVariant>"
                        + "</DeviceVariantCollection>");
        IoddReading reading = IoddXml.read(file.getBytes(StandardCharsets.UTF_8));
        IoddDescription model = reading.model();

        assertThat(reading.findings()).extracting(Finding::code).doesNotContain("unknown-element",
                "unknown-attribute");
        assertThat(IoddVariables.of(model).find("V_ProcessDataIn").index()).isEqualTo(40);
        assertThat(IoddVariables.of(model).find("V_DP").index()).isEqualTo(1);
        assertThat(text(decode(IoddLayoutCompiler.compile(model, null).layout(), "FF9C").values().get(0)))
                .isEqualTo("-10.0 °C");
        assertThat(IoddTexts.primary(model).label(model.variants().get(0).anyName())).isEqualTo("Test device");
        assertThat(model.physicalLayers().get(0).anyBitrate()).isEqualTo("COM2");
        assertThat(model.physicalLayers().get(0).connections()).isEmpty();
    }

    @Test
    @DisplayName("IODD 8: BOM, CRLF, blanks around '=', trailing blanks in numbers, xsi:type on values, leading zeros")
    void row8Lexical() throws IoddException {
        String file = texts(IoddXml.v11().identity("vendorId = '0310' deviceId\t=\n'000100' vendorName='Test'")
                .in(8, "<Datatype xsi:type='UIntegerT' bitLength=' 8'><SingleValue xsi:type='UIntegerValueT' value='1 '>"
                        + "<Name textId='A'/></SingleValue></Datatype>")
                .references("<ProcessDataRef processDataId='PI'><ProcessDataInfo gradient=\"0.001525948 \"/>"
                        + "</ProcessDataRef>")
                .functions("<ErrorTypeCollection><StdErrorTypeRef additionalCode='17'/></ErrorTypeCollection>")
                .tail("<CommNetworkProfile xsi:type='IOLinkCommNetworkProfileT' iolinkRevision='V1.1'><TransportLayers>"
                        + "<PhysicalLayer bitrate='COM2' minCycleTime='2300' sioSupported='true' "
                        + "mSequenceCapability='1'><Connection xsi:type='M12-4ConnectionT'><Wire4 xsi:type='WireT' "
                        + "color='BK' function='C/Q'/></Connection></PhysicalLayer></TransportLayers>"
                        + "</CommNetworkProfile>"))
                .toString();
        byte[] bytes = ("\uFEFF" + file).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        IoddReading reading = IoddXml.read(bytes);

        assertThat(reading.findings()).extracting(Finding::code).doesNotContain("bad-value", "unknown-attribute");
        assertThat(reading.model().vendorId()).isEqualTo(310);
        assertThat(reading.model().deviceId()).isEqualTo(100);
        assertThat(reading.model().processDataRefs().get(0).infos().get(0).gradient())
                .isEqualByComparingTo("0.001525948");
        IoddDescription stored = IoddJson.fromJson(IoddJson.toJson(reading.model()));
        assertThat(CoverageProof.of(bytes, stored.device(), IoddLimits.DEFAULT).score()).isEqualTo(1);
    }

    @Test
    @DisplayName("IODD 9: languages inside and beside the file; what a translation lacks comes from the primary language")
    void row9Languages() throws IoddException {
        ExternalTextDocument french = IoddReader.readLanguageFile(("<?xml version='1.0' encoding='ISO-8859-1'?>"
                + "<ExternalTextDocument xmlns='http://www.io-link.com/IODD/2010/10'><Language xml:lang='FR'>"
                + "<Text id='A' value='Été'/></Language><Stamp crc='1'><Checker name='c' version='V1'/></Stamp>"
                + "</ExternalTextDocument>").getBytes(StandardCharsets.ISO_8859_1), IoddLimits.DEFAULT).document();
        IoddDescription model = texts(IoddXml.v11()
                .languages("<Language xml:lang='de'><Text id='A' value='Eins'/></Language>")).model()
                .withLanguageFiles(List.of(french));

        assertThat(IoddTexts.of(model, "de").text("A")).isEqualTo("Eins");
        assertThat(IoddTexts.of(model, "de").text("B")).isEqualTo("Beta");
        assertThat(IoddTexts.of(model, "fr-CA").text("A")).isEqualTo("Été");
        assertThat(IoddTexts.of(model, "fr").text("B")).isEqualTo("Beta");
        assertThat(IoddTexts.of(model, "ja").text("A")).isEqualTo("Alpha");
    }

    @Test
    @DisplayName("IODD 10: CRC over the bytes without the value; language files go on over the main file's digits")
    void row10Stamps() {
        // CRC-32 of "<IODevice>\r\n<Stamp crc=\"\"/></IODevice>"
        String file = "<IODevice>\r\n<Stamp crc=\"\"/></IODevice>";
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(file.getBytes(StandardCharsets.US_ASCII));
        String stamped = file.replace("crc=\"\"", "crc=\"" + crc.getValue() + "\"");
        java.util.zip.CRC32 language = new java.util.zip.CRC32();
        language.update((file + "12345").getBytes(StandardCharsets.US_ASCII));
        String stampedLanguage = file.replace("crc=\"\"", "crc=\"" + language.getValue() + "\"");

        assertThat(stamp(stamped)).isEqualTo(StampVerdict.MATCHES);
        assertThat(stamp(stamped.replace("\r\n", "\n"))).isEqualTo(StampVerdict.MATCHES_WITH_CRLF);
        assertThat(StampVerdict.MATCHES_WITH_CRLF.message()).contains(
                "does not match as the file stands; it matches with CRLF");
        assertThat(stamp(stamped.replace("IODevice", "IODevise"))).isEqualTo(StampVerdict.DIFFERS);
        byte[] bytes = stampedLanguage.getBytes(StandardCharsets.US_ASCII);
        assertThat(StampCheck.ofLanguageFile(bytes, 12345L).verdict()).isEqualTo(StampVerdict.MATCHES);
        assertThat(StampCheck.ofLanguageFile(bytes, 12346L).verdict()).isEqualTo(StampVerdict.DIFFERS);
    }

    @Test
    @DisplayName("IODD 11: product ids n.a., 0, * or empty; additional device ids; no process data at all")
    void row11Identity() {
        String variants = "<DeviceVariantCollection>%s</DeviceVariantCollection>";
        String variant = "<DeviceVariant productId='%s'><Name textId='T_Name'/></DeviceVariant>";
        String file = IoddXml.v11().identity("vendorId='65535' deviceId='1' vendorName='Test' "
                + "additionalDeviceIds='2 0003  4'").toString().replace("<DeviceName textId=\"T_Name\"/>",
                        variants.formatted(variant.formatted("n.a.") + variant.formatted("0") + variant.formatted("*")
                                + variant.formatted("")));
        IoddDescription model = IoddXml.read(file.getBytes(StandardCharsets.UTF_8)).model();

        assertThat(model.deviceIds()).containsExactly(1, 2, 3, 4);
        assertThat(model.variants()).extracting("productId").isEqualTo(List.of("n.a.", "0", "*", ""));
        assertThat(IoddLayoutCompiler.compile(model, null).layout().in()).isEmpty();
        assertThat(IoddLayoutCompiler.compile(model, null).layout().out()).isEmpty();
    }

    @Test
    @DisplayName("IODD 12: damaged files import with findings and lines; a claimed billion bits allocate nothing")
    void row12Damage() {
        IoddXml damaged = texts(IoddXml.v11()
                .datatypes("\n<Datatype id='D' xsi:type='FancyT'/>\n"
                        + "<Datatype id='E' xsi:type='UIntegerT' bitLength='8'>"
                        + "<ValueRange lowerValue='5' upperValue='1'/></Datatype>")
                .variables("\n<Variable id='V' index='80' accessRights='rw' dynamics='true'>"
                        + "<DatatypeRef datatypeId='Gone'/><Name textId='TN_Gone'/></Variable>")
                .in(1_000_000_000, "<Datatype xsi:type='RecordT' bitLength='1000000000'/>")
                .menus("M", "\n<Menu id='M'><VariableRef variableId='V_Nobody'/></Menu>")
                .tail("\n<UnitCollection><Unit code='9000' abbr='drops'/></UnitCollection>"
                        + "<Stamp crc='1'><Checker name='c' version='V1'/></Stamp>"));
        IoddReading reading = damaged.read();
        LayoutCompilation layout = IoddLayoutCompiler.compile(reading.model(), null);

        assertThat(reading.findings()).extracting(Finding::code).contains("bad-value", "unknown-attribute",
                "dangling-datatype", "dangling-text", "dangling-variable");
        assertThat(reading.findings()).allSatisfy(finding -> assertThat(finding.line()).isPositive());
        assertThat(layout.findings()).extracting(Finding::code).contains("bad-length");
        assertThat(layout.layout().in()).isEmpty();
        assertThat(DescriptionCheck.of(reading.model(), 100)).extracting(Finding::code).contains("empty-range",
                "own-units");
        assertThat(StampCheck.ofMainFile(damaged.bytes()).verdict()).isEqualTo(StampVerdict.DIFFERS);
    }

    private static IoddXml record(int bits, String... items) {
        return texts(IoddXml.v11().in(bits, "<Datatype xsi:type='RecordT' bitLength='" + bits + "'>"
                + String.join("", items) + "</Datatype>"));
    }

    private static String uint(int subindex, int offset, int bits, String name) {
        return item(subindex, offset, "xsi:type='UIntegerT' bitLength='" + bits + "'", name);
    }

    private static String bool(int subindex, int offset, String name) {
        return item(subindex, offset, "xsi:type='BooleanT'", name);
    }

    private static String item(int subindex, int offset, String type, String name) {
        return "<RecordItem subindex='" + subindex + "' bitOffset='" + offset + "'><SimpleDatatype " + type
                + "/><Name textId='" + name + "'/></RecordItem>";
    }

    private static IoddXml texts(IoddXml file) {
        return file.text("A", "Alpha").text("B", "Beta");
    }

    private static ProcessDataLayout layout(IoddXml file) {
        return IoddLayoutCompiler.compile(file.model(), null).layout();
    }

    private static DecodedFrame decode(ProcessDataLayout layout, String octets) {
        return decode(layout, octets, Map.of());
    }

    private static DecodedFrame decode(ProcessDataLayout layout, String octets, Map<String, Long> parameters) {
        return ProcessDataDecoder.of(layout).decode(Direction.IN, HexFormat.of().parseHex(octets),
                ParameterValues.of(parameters));
    }

    private static String text(DecodedValue value) {
        return value.value() + (value.unit() == null ? "" : " " + value.unit());
    }

    private static StampVerdict stamp(String file) {
        return StampCheck.ofMainFile(file.getBytes(StandardCharsets.US_ASCII)).verdict();
    }
}
