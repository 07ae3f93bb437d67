package io.greenstack.descriptions.iodd.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.greenstack.descriptions.Finding;
import io.greenstack.descriptions.iodd.IoddXml;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.IoddVersion;
import io.greenstack.descriptions.iodd.reader.IoddReader.IoddReading;
import io.greenstack.descriptions.iodd.reader.IoddReader.LanguageReading;

class IoddReaderTest {

    @Test
    void readsIdentityAndDocument() {
        IoddDescription model = IoddXml.v11()
                .identity("vendorId='0310' deviceId='00042' vendorName='V' additionalDeviceIds=' 43  0044 '").model();

        assertThat(model.version()).isEqualTo(IoddVersion.V1_1);
        assertThat(model.vendorId()).isEqualTo(310);
        assertThat(model.deviceIds()).containsExactly(42, 43, 44);
        assertThat(model.documentVersion()).isEqualTo("V1.0");
        assertThat(model.releaseDate()).isEqualTo("2026-01-31");
        assertThat(model.identity().source().lexical()).containsEntry("deviceId", "00042")
                .containsEntry("vendorId", "0310").containsKey("additionalDeviceIds").hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "US-ASCII", "windows-1252",
            "utf8", "ISO-8859-15"})
    void readsAnyEncoding(String encoding) throws IoddException {
        boolean ascii = "US-ASCII".equals(encoding);
        String umlaut = ascii ? "K&#228;lte" : "Kälte";
        String xml = IoddXml.v11().text("T_X", umlaut).toString().replace("encoding=\"UTF-8\"",
                "encoding=\"" + (encoding.startsWith("UTF-16") ? "UTF-16" : encoding) + "\"");
        byte[] bytes = (encoding.matches("UTF-16[LB]E") ? "\uFEFF" + xml : xml).getBytes(Charset.forName(encoding));

        IoddDescription model = IoddReader.read(bytes, IoddLimits.DEFAULT).model();

        assertThat(model.languages().get(0).texts()).last().extracting("value").isEqualTo("Kälte");
        assertThat(model.prolog().byteOrderMark()).isEqualTo(encoding.startsWith("UTF-16"));
    }

    @Test
    void readsByteOrderMarkOfUtf8AndCarriageReturns() throws IoddException {
        byte[] bytes = ("\uFEFF" + IoddXml.v11()).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);

        IoddReading reading = IoddReader.read(bytes, IoddLimits.DEFAULT);

        assertThat(reading.model().prolog().byteOrderMark()).isTrue();
        assertThat(reading.model().identity().source().line()).isEqualTo(5);
    }

    @Test
    void readsFilesThatAreNotInTheEncodingTheyName() {
        byte[] bytes = IoddXml.v11().text("T_X", "K\u00e4lte").toString().getBytes(StandardCharsets.ISO_8859_1);

        IoddReading reading = IoddXml.read(bytes);

        assertThat(reading.model().languages().get(0).texts()).last().extracting("value").isEqualTo("K\u00e4lte");
        assertThat(reading.findings()).extracting(finding -> finding.line() + " " + finding.code())
                .contains("21 bad-encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-16", "UTF-32", "no such encoding", "x y"})
    void readsFilesThatNameAnEncodingTheyAreNotIn(String encoding) {
        byte[] bytes = IoddXml.v11().text("T_X", "K\u00e4lte").toString()
                .replace("encoding=\"UTF-8\"", "encoding=\"" + encoding + "\"").getBytes(StandardCharsets.UTF_8);

        IoddReading reading = IoddXml.read(bytes);

        assertThat(reading.model().languages().get(0).texts()).last().extracting("value").isEqualTo("K\u00e4lte");
        assertThat(reading.findings()).filteredOn(finding -> "bad-encoding".equals(finding.code())).singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("read as UTF-8"));
    }

    @Test
    void readsForeignNamespaceAndPrefixWithAFinding() throws IoddException {
        String xml = IoddXml.v11().toString().replace("http://www.io-link.com/IODD/2010/10", "urn:other");

        IoddReading reading = IoddReader.read(xml.getBytes(StandardCharsets.UTF_8), IoddLimits.DEFAULT);

        assertThat(reading.model().version()).isEqualTo(IoddVersion.V1_1);
        assertThat(reading.findings()).extracting(Finding::code).contains("unknown-namespace");
    }

    @Test
    void toleratesBlanksAroundValuesAndKeepsThem() {
        IoddDescription model = IoddXml.v11().in(16, "<Datatype xsi:type = \"UIntegerT\" bitLength=' 16 '/>")
                .references("<ProcessDataRef processDataId='PI'>"
                        + "<ProcessDataInfo gradient=\"0.001525948 \" offset='+1' unitCode='01001'/></ProcessDataRef>")
                .model();

        var info = model.processDataRefs().get(0).infos().get(0);
        assertThat(info.gradient()).isEqualByComparingTo("0.001525948");
        assertThat(info.unitCode()).isEqualTo(1001);
        assertThat(info.source().lexical()).containsEntry("gradient", "0.001525948 ").containsEntry("offset", "+1")
                .containsEntry("unitCode", "01001");
    }

    @Test
    void importsWhatIsSoundAndListsDamageWithLines() {
        IoddReading reading = IoddXml.v11()
                .datatypes(
                        "\n<Datatype id='D' xsi:type='FancyT'/>\n<Datatype id='D' xsi:type='UIntegerT' bitLength='x'/>")
                .variables(
                        "\n<Variable id='V' index='80' accessRights='rx' dynamics='true'><DatatypeRef datatypeId='Q'/>"
                                + "<Name textId='TN_Gone'/><Colour>red<Shade v='1'/></Colour></Variable>")
                .menus("M_Gone", "").read();

        assertThat(reading.findings()).extracting(finding -> finding.line() + " " + finding.code())
                .contains("8 bad-value", "9 bad-value", "9 duplicate-id", "11 bad-value", "11 unknown-attribute",
                        "11 unknown-element", "11 dangling-datatype", "11 dangling-text");
        assertThat(reading.findings()).extracting(Finding::code).contains("dangling-menu");
        var variable = reading.model().variables().get(0);
        assertThat(variable.source().extra()).extracting("name").containsExactly("dynamics", "Colour");
        assertThat(variable.source().extra().get(1).content()).extracting("value").containsExactly("red", null);
        assertThat(variable.source().extra().get(1).path()).endsWith("VariableCollection/Variable/Colour");
    }

    @Test
    void keepsTheOrderOfChildrenWhereItIsNotThatOfTheSchema() {
        IoddDescription model = IoddXml.v11().variables("""
                <Variable id='V' index='80' accessRights='rw'><Name textId='T_Name'/>
                <DatatypeRef datatypeId='D'/></Variable>""").model();

        assertThat(model.variables().get(0).source().order()).containsExactly(2, 0);
    }

    @Test
    void keepsSecondOccurrenceOfASingleElementAside() {
        IoddReading reading = IoddXml.v11().variables("""
                <Variable id='V' index='80' accessRights='rw'><DatatypeRef datatypeId='D'/><Name textId='T_Name'/>
                <Name textId='T_Name'/></Variable>""").read();

        assertThat(reading.findings()).extracting(Finding::code).contains("duplicate-element");
        assertThat(reading.model().variables().get(0).source().extra()).hasSize(1);
    }

    @Test
    void limitsTheNumberOfFindings() {
        StringBuilder variables = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            variables.append("<Strange/>");
        }

        List<Finding> findings = IoddXml.v11().variables(variables.toString()).read().findings();

        assertThat(findings).hasSize(IoddLimits.DEFAULT.maxFindings() + 1);
        assertThat(findings).last().extracting(Finding::code).isEqualTo("more-findings");
    }

    @Test
    void refusesEmptyAndOtherFilesByName() {
        assertThat(refusal(new byte[0]).code()).isEqualTo("empty-file");
        assertThat(refusal("[File]\nDescText=\"x\";".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("EDS file").extracting(IoddException::code).isEqualTo("not-xml");
        assertThat(refusal("{\"a\":1}".getBytes(StandardCharsets.UTF_8))).hasMessageContaining("JSON");
        assertThat(refusal(new byte[]{'P', 'K', 3, 4})).hasMessageContaining("ZIP");
        assertThat(refusal(new byte[]{(byte) 0x89, 'P', 'N', 'G'})).hasMessageContaining("PNG");
        assertThat(refusal(new byte[]{0, 0, 0}).code()).isEqualTo("not-xml");
    }

    @Test
    void refusesWrongRootAndSaysWhatItIs() {
        assertThat(refusal("<html><body/></html>")).hasMessageContaining("web page").extracting(IoddException::code)
                .isEqualTo("wrong-root");
        assertThat(refusal("<IOMaster xmlns='urn:x'/>")).hasMessageContaining("IO-Link master");
        assertThat(refusal("<ISO15745Profile/>")).hasMessageContaining("GSDML");
        assertThat(refusal("<ExternalTextDocument/>")).hasMessageContaining("language file");
    }

    @Test
    void refusesDocumentTypesAndEntities() {
        String doctype = "<?xml version='1.0'?>\n<!DOCTYPE IODevice [<!ENTITY a 'b'>]>\n<IODevice>&a;</IODevice>";
        IoddException refusal = refusal(doctype);
        assertThat(refusal.code()).isEqualTo("dtd-forbidden");
        assertThat(refusal.line()).isPositive();
        assertThat(refusal("<!DOCTYPE x SYSTEM 'file:///etc/passwd'><IODevice/>").code()).isEqualTo("dtd-forbidden");
        assertThat(refusal("<IODevice>&a;</IODevice>").code()).isIn("dtd-forbidden", "xml-malformed");
    }

    @Test
    void refusesMalformedFilesWithTheLine() {
        IoddException refusal = refusal(IoddXml.v11().toString().replace("</UserInterface>", ""));
        assertThat(refusal.code()).isEqualTo("xml-malformed");
        assertThat(refusal.line()).isEqualTo(16);
        assertThat(refusal).hasMessageContaining("line 16");
        assertThat(refusal("<IODevice").code()).isEqualTo("xml-malformed");
    }

    @Test
    void refusesWhatIsTooMuch() {
        assertThat(refusal("<IODevice>" + "<a>".repeat(100) + "</a>".repeat(100) + "</IODevice>").code())
                .isEqualTo("too-deep");
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            attributes.append(" a").append(i).append("='x'");
        }
        assertThat(refusal("<IODevice" + attributes + "/>").code()).isEqualTo("too-many-attributes");
        assertThat(refusal("<IODevice a='" + "x".repeat(70_000) + "'/>").code()).isEqualTo("text-too-long");
        assertThat(refusal("<IODevice><ProfileHeader><ProfileName>" + "x".repeat(70_000)
                + "</ProfileName></ProfileHeader></IODevice>").code()).isEqualTo("text-too-long");
        IoddLimits small = new IoddLimits(100_000, 32, 20, 64, 1000, 10);
        IoddException elements = catchThrowableOfType(IoddException.class,
                () -> IoddReader.read(
                        ("<IODevice>" + "<a/>".repeat(30) + "</IODevice>").getBytes(StandardCharsets.UTF_8),
                        small));
        assertThat(elements.code()).isEqualTo("too-many-elements");
        assertThat(refusal(new byte[IoddLimits.DEFAULT.maxBytes() + 1]).code()).isEqualTo("too-large");
    }

    @Test
    void refusesDevicesWithoutIdentity() {
        IoddException missing = refusal(IoddXml.v11().identity("vendorName='x' vendorId='12'").toString());
        assertThat(missing.code()).isEqualTo("identity-missing");
        assertThat(missing.line()).isEqualTo(5);
        assertThat(refusal(IoddXml.v11().identity("vendorId='0' deviceId='1'").toString()).code())
                .isEqualTo("identity-missing");
        assertThat(refusal(IoddXml.v11().identity("vendorId='1' deviceId='16777216'").toString()).code())
                .isEqualTo("identity-missing");
        assertThat(refusal("<IODevice/>").code()).isEqualTo("identity-missing");
    }

    @Test
    void readsLanguageFiles() throws IoddException {
        String xml = """
                <ExternalTextDocument xmlns="http://www.io-link.com/IODD/2010/10">
                <DocumentInfo version="V1.0" releaseDate="2026-01-31" copyright="none"/>
                <Language xml:lang="de"><Text id="T_Name" value="Gerät"/></Language>
                <Stamp crc="1"><Checker name="c" version="V1"/></Stamp>
                </ExternalTextDocument>""";

        LanguageReading reading = IoddReader.readLanguageFile(xml.getBytes(StandardCharsets.UTF_8), IoddLimits.DEFAULT);

        assertThat(reading.document().language().lang()).isEqualTo("de");
        assertThat(reading.findings()).isEmpty();
        IoddException refusal = catchThrowableOfType(IoddException.class, () -> IoddReader
                .readLanguageFile("<ExternalTextDocument/>".getBytes(StandardCharsets.UTF_8), IoddLimits.DEFAULT));
        assertThat(refusal.code()).isEqualTo("language-missing");
    }

    private static IoddException refusal(String xml) {
        return refusal(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static IoddException refusal(byte[] bytes) {
        IoddException refusal = catchThrowableOfType(IoddException.class,
                () -> IoddReader.read(bytes, IoddLimits.DEFAULT));
        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal.line()).isPositive();
        assertThat(refusal.getMessage()).isNotBlank().doesNotContain("null");
        return refusal;
    }
}
