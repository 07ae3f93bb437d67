package io.greenstack.descriptions.eds.reader;

import static io.greenstack.descriptions.eds.EdsFixtures.codes;
import static io.greenstack.descriptions.eds.EdsFixtures.file;
import static io.greenstack.descriptions.eds.EdsFixtures.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.greenstack.descriptions.eds.model.EdsFinding;
import io.greenstack.descriptions.eds.model.EdsFinding.Severity;
import io.greenstack.descriptions.eds.model.FindingCode;
import io.greenstack.descriptions.eds.reader.EdsReader.EdsReading;

class EdsCheckerTest {

    private static final String PARAMS = """
            [Params]
            Param1 = 0,,, 0, 0xC7, 2, "A", "", "", 0, 100, 10, ,,,, ,,,, ;
            """;

    @Test
    void aSoundFileHasNoFindings() {
        assertThat(read(file(PARAMS)).findings()).isEmpty();
    }

    @Test
    void missingMandatoryEntriesAreFoundWithTheirLine() {
        EdsReading reading = read("""
                [File]
                  DescText = "x";
                [Device]
                  VendCode = none;
                  ProdName = "";
                """);

        assertThat(reading.findings()).extracting(EdsFinding::code).contains(FindingCode.MISSING_SECTION,
                FindingCode.FILE_MISSING_ENTRY, FindingCode.MISSING_VENDOR_CODE, FindingCode.MISSING_VENDOR_NAME,
                FindingCode.MISSING_PRODUCT_CODE, FindingCode.MISSING_PRODUCT_NAME, FindingCode.MISSING_REVISION,
                FindingCode.MISSING_PRODUCT_TYPE, FindingCode.MISSING_PRODUCT_TYPE_NAME,
                FindingCode.MISSING_CATALOG);
        assertThat(reading.findings()).filteredOn(f -> f.code().equals(FindingCode.MISSING_VENDOR_CODE)).singleElement()
                .satisfies(finding -> {
                    assertThat(finding.line()).isEqualTo(4);
                    assertThat(finding.section()).isEqualTo("Device");
                    assertThat(finding.entry()).isEqualTo("VendCode");
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                });
        assertThat(reading.findings()).filteredOn(f -> f.code().equals(FindingCode.MISSING_SECTION))
                .extracting(EdsFinding::message).containsExactly("The section [Device Classification] is missing");
    }

    @Test
    void badDatesRevisionsAndIconsAreFound() {
        String text = file("").replace("CreateDate = 01-31-2026", "CreateDate = 31-31-2026")
                .replace("CreateTime = 10:00:00", "CreateTime = 25:00").replace("Revision = 1.0", "Revision = one")
                .replace("Catalog = \"T1\";", "Catalog = \"T1\"; IconContents = \"A\";");

        assertThat(read(text).findings()).extracting(EdsFinding::code).containsExactlyInAnyOrder(
                FindingCode.FILE_BAD_DATE, FindingCode.FILE_BAD_DATE, FindingCode.FILE_BAD_REVISION,
                FindingCode.BAD_ICON);
    }

    @Test
    void oddParametersAreFound() {
        assertThat(codes("""
                [Params]
                Param1 = 0,,, 0, 0xC7, 4, "", "", "", 100, 0, 10, ,,,, ,,,, ;
                Param2 = 0,,, 0, 0x55, 2, "B", "", "", 0, 100, 200, 1, 10, 1, 0, 99, , , , ;
                Param3 = 0, 5, "20 04 24 01", 0, 0xC7, 3, "C", "", "", 0, 100, 200, ,,,, ,,,, ;
                Param4 = 0;
                Enum3 = 1, "a", 1, "b", x, "c";
                Enum9 = 0, "a";
                """)).containsExactlyInAnyOrder(FindingCode.PARAM_MISSING_NAME, FindingCode.PARAM_SIZE,
                FindingCode.PARAM_RANGE, FindingCode.PARAM_UNKNOWN_TYPE, FindingCode.PARAM_RANGE,
                FindingCode.PARAM_SCALING_FLAG, FindingCode.PARAM_SCALING_LINK, FindingCode.PARAM_SIZE,
                FindingCode.PARAM_RANGE, FindingCode.PARAM_PATH_SIZE, FindingCode.PARAM_MISSING_NAME,
                FindingCode.PARAM_TOO_SHORT, FindingCode.ENUM_DUPLICATE, FindingCode.ENUM_BAD_VALUE,
                FindingCode.ENUM_WITHOUT_PARAM);
    }

    @Test
    void danglingReferencesAreFoundWhereverTheyStand() {
        EdsReading reading = read(file(PARAMS + """
                [Groups]
                Group1 = "G", 3, 1, 9;
                [Assembly]
                Assem1 = "x", , 2, 0, , , 16, Param9;
                Assem2 = "x", , 2, 0, , , 16, nonsense;
                [Connection Manager]
                Connection1 = 0x04010002, 0x44640405, Param9, Param8, Assem7, , , Assem1, , , , Assem6, "n", "",
                  "20 04 24 01 2C [Param5] 2C 64";
                """));

        assertThat(reading.findings()).filteredOn(f -> f.code().equals(FindingCode.DANGLING_REFERENCE))
                .extracting(EdsFinding::message).containsExactlyInAnyOrder("Param9 does not exist",
                        "Param9 does not exist", "Param9 does not exist", "Param8 does not exist",
                        "Assem7 does not exist", "Assem6 does not exist", "Param5 does not exist");
        assertThat(reading.findings()).extracting(EdsFinding::code).contains(FindingCode.GROUP_COUNT,
                FindingCode.BAD_REFERENCE);
    }

    @Test
    void sizesThatDisagreeAreFound() {
        assertThat(codes(PARAMS + """
                [Assembly]
                Assem1 = "x", , 4, 0, , , 16, Param1;
                Assem2 = "x", , 2, 0, , , 16, Param1;
                [Connection Manager]
                Connection1 = 0x04010002, 0x44640405, , 4, Assem2, , Param1, Assem2, , , 1, Assem2, "n", "",
                  "20 04 24 01 2C 65 2C 64";
                """)).containsExactly(FindingCode.ASSEMBLY_SIZE, FindingCode.CONNECTION_SIZE,
                FindingCode.CONNECTION_SIZE);
    }

    @Test
    void brokenConnectionsAreFound() {
        assertThat(codes("""
                [Connection Manager]
                Connection1 = 0x04010002;
                Connection2 = 0x04010002, 0x44640405, , 0, , , 0, , , , , , "n", "", "20 04 24";
                Connection3 = 0x04010002, 0x44640405, , 0, , , 0, , , , , , "n", "", "20 04 24 ??";
                """)).containsExactly(FindingCode.CONNECTION_TOO_SHORT, FindingCode.CONNECTION_MISSING_NAME,
                FindingCode.CONNECTION_PATH, FindingCode.CONNECTION_PATH, FindingCode.CONNECTION_PATH);
    }

    @Test
    void filesOfModulesAreAcceptedWithANote() {
        assertThat(read(file("").replace("EtherNetIP", "1_RSNetWorx_1756")).findings()).extracting(EdsFinding::code)
                .containsExactly(FindingCode.NOT_CLASSIFIED);
    }
}
