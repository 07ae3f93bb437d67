package io.greenstack.descriptions.eds.reader;

import static io.greenstack.descriptions.eds.EdsFixtures.file;
import static io.greenstack.descriptions.eds.EdsFixtures.model;
import static io.greenstack.descriptions.eds.EdsFixtures.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import io.greenstack.descriptions.eds.model.CipType;
import io.greenstack.descriptions.eds.model.EdsConnection;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsFinding;
import io.greenstack.descriptions.eds.model.EdsParameter;
import io.greenstack.descriptions.eds.model.EdsParameter.Descriptor;
import io.greenstack.descriptions.eds.model.EdsParameter.IntlText;
import io.greenstack.descriptions.eds.model.EdsReference;
import io.greenstack.descriptions.eds.model.EdsRevision;
import io.greenstack.descriptions.eds.model.EdsSection.EdsFileEntry;
import io.greenstack.descriptions.eds.model.EnumValue;
import io.greenstack.descriptions.eds.model.FindingCode;
import io.greenstack.descriptions.eds.reader.EdsReader.EdsReading;

class EdsReaderTest {

    @Test
    void readsFileDeviceAndClassification() {
        EdsFile file = read("""
                [File] DescText = "A " "file"; CreateDate = 13-11-2008; CreateTime = 15:33:13; ModDate = 06-6-2001;
                Revision = 2.10; HomeURL = "http://example.com"; EDSFileCRC = 0x12345678;
                [Device] VendCode = 0x29A; VendName = "V"; ProdType = 0x0C; ProdTypeStr = "Adapter"; ProdCode = 0x204;
                MajRev = 2; MinRev = 02; ProdName = "P, \\"q\\"; $r"; Catalog = "C"; Icon = "i.ico";
                IconContents = "AAEC"
                    "AwQ=";
                [Device Classification] Class1 = EtherNetIP; Class2 = 1_RSNetWorx_1756, 1_RSNetWorx_Adapter;
                """).model();

        assertThat(file.file().description()).isEqualTo("A file");
        assertThat(file.file().created().date()).isEqualTo(LocalDate.of(2008, 11, 13));
        assertThat(file.file().modified().date()).isEqualTo(LocalDate.of(2001, 6, 6));
        assertThat(file.file().revision()).isEqualTo(new EdsRevision(2, 10)).isNotEqualTo(EdsRevision.parse("2.1"));
        assertThat(file.file().crc()).isEqualTo(0x12345678L);
        assertThat(file.device().vendorCode()).isEqualTo(666);
        assertThat(file.device().productCode()).isEqualTo(516);
        assertThat(file.device().revision()).isEqualTo(new EdsRevision(2, 2));
        assertThat(file.device().productName()).isEqualTo("P, \"q\"; $r");
        assertThat(file.device().icon()).containsExactly(0, 1, 2, 3, 4);
        assertThat(file.classes().get(1).names()).containsExactly("1_RSNetWorx_1756", "1_RSNetWorx_Adapter");
    }

    @Test
    void readsAllFieldsOfAParameter() {
        EdsParameter parameter = model("""
                [Params]
                Param12 = 0, 6, "20 0F 24 0C 30 01", 0x0054, 0xC3, 2, "Speed", "rpm", "help",
                  -100, 0x64, -5, 3, 10, 2, -7, 13, , Param14, 0, 1,
                  {"eng", 0xD0, 4, "Speed"}, { "deu", 0xD0, 4, "1/" "min" }, ;
                """).parameters().get(0);

        assertThat(parameter.keyword()).isEqualTo("Param12");
        assertThat(parameter.linkPathSize()).isEqualTo(6);
        assertThat(parameter.linkPath()).isEqualTo("20 0F 24 0C 30 01");
        assertThat(parameter.has(Descriptor.SCALING)).isTrue();
        assertThat(parameter.has(Descriptor.READ_ONLY)).isTrue();
        assertThat(parameter.has(Descriptor.EXTENDED_PRECISION)).isTrue();
        assertThat(parameter.has(Descriptor.ENUMERATED)).isFalse();
        assertThat(parameter.type()).isEqualTo(CipType.INT);
        assertThat(parameter.minimum().longValue()).isEqualTo(-100);
        assertThat(parameter.maximum().longValue()).isEqualTo(100);
        assertThat(parameter.defaultValue().longValue()).isEqualTo(-5);
        assertThat(parameter.scaling().multiplier()).isEqualByComparingTo("3");
        assertThat(parameter.scaling().offset()).isEqualByComparingTo("-7");
        assertThat(parameter.scaling().multiplierLink()).isEqualTo(13);
        assertThat(parameter.scaling().divisorLink()).isNull();
        assertThat(parameter.scaling().baseLink()).isEqualTo(14);
        assertThat(parameter.scaling().offsetLink()).isNull();
        assertThat(parameter.scaling().decimalPlaces()).isEqualTo(1);
        assertThat(parameter.scaling().gradient(false)).isEqualByComparingTo("0.6");
        assertThat(parameter.scaling().gradient(true)).isEqualByComparingTo("0.06");
        assertThat(parameter.names()).containsExactly(new IntlText("eng", "Speed"));
        assertThat(parameter.unitTexts()).containsExactly(new IntlText("deu", "1/min"));
    }

    @Test
    void joinsEnumerationsWithHexAndNegativeValues() {
        EdsFile file = model("""
                [Params]
                Param1 = 0,,, 0x0002, 0xC3, 2, "Mode", "", "", , , 0, ,,,, ,,,, ;
                Enum1 = -1, "off, really", 0x10, "on", 2, "two";
                [EnumPar]
                Param2 = "zero", "one";
                """);

        assertThat(file.parameters().get(0).values()).extracting(EnumValue::value).containsExactly(-1L, 16L, 2L);
        assertThat(file.parameters().get(0).values().get(0).text()).isEqualTo("off, really");
        assertThat(file.enums()).hasSize(2);
        assertThat(file.enums().get(1).values()).extracting(EnumValue::text).containsExactly("zero", "one");
    }

    @Test
    void readsAConnectionInAnyLineLayout() {
        String fields = "0x04010002, 0x44640405, Param1, 4, Assem101, Param1,, Assem100,,, 8, Assem110, "
                + "\"Owner\", \"help, text\", \"20 04 24 6E 2C 65 2C 64\"";
        EdsConnection oneLine = model("[Connection Manager] Connection3 = " + fields + ";").connections().get(0);
        EdsConnection manyLines = model("[Connection Manager]\nConnection3 =\n" + fields.replace(", ", ", $ comment\n")
                .replace("help, $ comment\ntext", "help, text") + ";").connections().get(0);

        assertThat(oneLine).usingRecursiveComparison().ignoringFields("line").isEqualTo(manyLines);
        assertThat(oneLine.number()).isEqualTo(3);
        assertThat(oneLine.originatorToTarget().size().value()).isEqualTo(4);
        assertThat(oneLine.targetToOriginator().size().isNone()).isTrue();
        assertThat(oneLine.targetToOriginator().format().entryKeyword()).isEqualTo("Assem100");
        assertThat(oneLine.proxyConfig().isNone()).isTrue();
        assertThat(oneLine.targetConfig().size().value()).isEqualTo(8);
        assertThat(oneLine.help()).isEqualTo("help, text");
        assertThat(oneLine.path()).isEqualTo("20 04 24 6E 2C 65 2C 64");
    }

    @Test
    void readsASafetyConnectionWithSeventeenFieldsAndAnEmptySide() {
        EdsConnection connection = model("""
                [Connection Manager]
                Connection1 = 0x02010000, 0x44240505, , , , Param1, 6, Assem100, , , , , "Safety In", "",
                   "20 04 24 01 2C FF 2C 64", 1, 15;
                """).connections().get(0);

        assertThat(connection.originatorToTarget().size().isNone()).isTrue();
        assertThat(connection.originatorToTarget().format()).isEqualTo(EdsReference.NONE);
        assertThat(connection.safety()).containsExactly("1", "15");
    }

    @Test
    void readsGroupsCapacityPortsModularAndClassSections() {
        EdsFile file = model("""
                [Params]
                Param1 = 0,,, 0, 0xC6, 1, "P", "", "", 0, 1, 0, ,,,, ,,,, ;
                [Groups]
                Group1 = "G", 2, 1, Variant7;
                [Capacity]
                MaxMsgConnections = 6; ConnOverhead = .004; 1_Own = Yes; TSpec2 = TxRx, 504, 3000;
                [Port]
                Port2 = TCP, A, 20 F5 24 01, 2, 0x33;
                [Modular]
                Width = 1; Rack3 = 1, 0x6c, 0x18, 1, 2, , , , 0, 1, 2;
                [DLR Class]
                Revision = 3; Object_Name = "DLR"; Object_Class_Code = 0x47; MaxInst = 1;
                Number_Of_Static_Instances = 1; Max_Number_Of_Dynamic_Instances = 0; Ring_Supervisor_Capable = Yes;
                Class_Attributes = 1, 2; Instance_Services = {0x10,*}, {0x0E,*};
                [Class940_Vendor1]
                1_Ports = 0, 2220;
                [1_Whatever]
                1_Own = "kept";
                """);

        assertThat(file.groups().get(0).members()).extracting(EdsReference::text).containsExactly("1", "Variant7");
        assertThat(file.capacity().figure("ConnOverhead")).isEqualByComparingTo(new BigDecimal("0.004"));
        assertThat(file.capacity().trafficSpecs().get(0).rate()).isEqualTo(3000);
        assertThat(file.ports().get(0).path()).isEqualTo("20 F5 24 01");
        assertThat(file.ports().get(0).capabilities()).isEqualTo(0x33);
        assertThat(file.modular().racks().get(0).slots()).containsExactly(0, 1, 2);
        assertThat(file.modular().racks().get(0).revision()).isEqualTo(new EdsRevision(1, 2));
        assertThat(file.objectClass("DLR Class").classCode()).isEqualTo(0x47);
        assertThat(file.objectClass("DLR Class").instanceServices()).containsExactly("{0x10,*}", "{0x0E,*}");
        assertThat(file.objectClass("DLR Class").others()).containsOnlyKeys("Ring_Supervisor_Capable");
        assertThat(file.objectClass("Class940_Vendor1").others().get("1_Ports")).containsExactly("0", "2220");
        EdsFileEntry own = file.section("1_Whatever").entry("1_Own");
        assertThat(own.vendorSpecific()).isTrue();
        assertThat(own.field(0).text()).isEqualTo("kept");
    }

    @Test
    void readsVariantsAndArrays() {
        EdsFile file = model("""
                [Assembly]
                Variant1 = "V", "help", , , , Param3, 0, Param4, 1, Assem5;
                BitStringVariant2 = "B", "", , , , Param3, 4, Param4, ;
                Array3 = "A", "20 04 24 01", 0x0000, "", , , , 16, Param4, 2, 3, 4;
                """);

        assertThat(file.variants().get(0).selector().entryKeyword()).isEqualTo("Param3");
        assertThat(file.variants().get(0).cases()).hasSize(2);
        assertThat(file.variants().get(0).cases().get(1).entry().entryKeyword()).isEqualTo("Assem5");
        assertThat(file.variants().get(1).cases().get(0).value()).isEqualTo(4);
        assertThat(file.arrays().get(0).dimensions()).extracting(size -> size.value()).containsExactly(3, 4);
    }

    @Test
    void goesOnWithTheNextEntryAfterAnError() {
        EdsReading reading = read(file("""
                [Capacity]
                MaxMsgConnections = 6
                MaxIOConnections = 3;
                this is nothing;
                ;
                TSpec1 = TxRx, "10" 20;
                [Port]
                Port1 = TCP, "A", "20 F5 24 01", 2
                [Params]
                Param1 = 0,,, 0, 0xC6, 1, "P", "", "", 0, 1, 0, ,,,, ,,,, ;
                """));

        assertThat(reading.findings()).extracting(EdsFinding::code).containsExactly(FindingCode.MISSING_SEMICOLON,
                FindingCode.UNEXPECTED_TEXT, FindingCode.STRAY_SEMICOLON, FindingCode.MISSING_COMMA,
                FindingCode.MISSING_SEMICOLON);
        assertThat(reading.findings()).extracting(EdsFinding::line).containsExactly(9, 11, 12, 13, 15);
        assertThat(reading.model().capacity().figures()).containsKeys("MaxMsgConnections", "MaxIOConnections");
        assertThat(reading.model().capacity().trafficSpecs().get(0).rate()).isEqualTo(20);
        assertThat(reading.model().ports()).hasSize(1);
        assertThat(reading.model().parameters()).hasSize(1);
    }

    @Test
    void theFirstOfTwoEqualKeywordsCounts() {
        EdsReading reading = read(file("[Capacity] MaxMsgConnections = 1; MaxMsgConnections = 2;\n[Capacity] X = 1;"));

        assertThat(reading.model().capacity().figure("MaxMsgConnections")).isEqualByComparingTo("1");
        assertThat(reading.findings()).extracting(EdsFinding::code).containsExactly(FindingCode.DUPLICATE_KEY,
                FindingCode.DUPLICATE_SECTION);
    }

    @Test
    void tellsCharacterSetsApart() {
        String text = file("[Params] Param1 = 0,,, 0, 0xC6, 1, \"Größe\", \"°C\", \"\", 0, 1, 0, ,,,, ,,,, ;\r\n");

        assertThat(format(text.getBytes(StandardCharsets.UTF_8))).isEqualTo("UTF-8 false");
        assertThat(format(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8))).isEqualTo("UTF-8 true");
        assertThat(format(text.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("ISO-8859-1 false");
        assertThat(format(text.replace("°C", "€").getBytes(Charset.forName("windows-1252"))))
                .isEqualTo("windows-1252 false");
    }

    private static String format(byte[] octets) {
        EdsFile file = EdsReader.read(octets).model();
        assertThat(file.parameters().get(0).name()).isEqualTo("Größe");
        assertThat(file.parameters().get(0).units()).isIn("°C", "€");
        EdsFile again = EdsReader.read(EdsWriter.write(file)).model();
        assertThat(again.parameters()).isEqualTo(file.parameters());
        assertThat(again.format()).isEqualTo(file.format());
        return file.format().charset() + " " + file.format().byteOrderMark();
    }

    @Test
    void refusesWhatIsNoEdsFileOrTooLarge() {
        assertThatThrownBy(() -> EdsReader.read(new byte[0])).isInstanceOfSatisfying(EdsException.class,
                e -> assertThat(e.code()).isEqualTo(EdsException.EMPTY));
        assertThatThrownBy(() -> read("no section at all")).isInstanceOfSatisfying(EdsException.class,
                e -> assertThat(e.code()).isEqualTo(EdsException.NOT_EDS));
        EdsLimits limits = new EdsLimits(10, 10, 10, 10, 10);
        assertThatThrownBy(() -> EdsReader.read(file("").getBytes(StandardCharsets.UTF_8), limits))
                .isInstanceOfSatisfying(EdsException.class,
                        e -> assertThat(e.code()).isEqualTo(EdsException.TOO_LARGE));
        EdsLimits entries = new EdsLimits(10_000, 1_000, 5, 1_000, 10);
        assertThatThrownBy(() -> EdsReader.read(file("").getBytes(StandardCharsets.UTF_8), entries))
                .isInstanceOfSatisfying(EdsException.class, e -> assertThat(e.code()).isEqualTo(EdsException.TOO_MANY));
    }

    @Test
    void keepsNoMoreFindingsThanTheLimit() {
        EdsLimits limits = new EdsLimits(100_000, 10_000, 1_000, 1_000, 5);
        String text = file("[X]\n" + ";\n".repeat(50));

        assertThat(EdsReader.read(text.getBytes(StandardCharsets.UTF_8), limits).findings()).hasSize(6).last()
                .extracting(EdsFinding::code).isEqualTo(FindingCode.TOO_MANY_FINDINGS);
    }
}
