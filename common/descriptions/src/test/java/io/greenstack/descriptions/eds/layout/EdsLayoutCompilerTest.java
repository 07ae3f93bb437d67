package io.greenstack.descriptions.eds.layout;

import static io.greenstack.descriptions.eds.layout.Decoding.decode;
import static io.greenstack.descriptions.eds.layout.Decoding.frame;
import static io.greenstack.descriptions.eds.layout.Decoding.layout;
import static io.greenstack.descriptions.eds.layout.Decoding.param;
import static io.greenstack.descriptions.eds.layout.Decoding.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigInteger;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.greenstack.core.processdata.ByteOrder;
import io.greenstack.core.processdata.DecodedFrame;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.core.processdata.ScalarType;
import io.greenstack.core.processdata.ScalingSource;
import io.greenstack.descriptions.eds.EdsFixtures;
import io.greenstack.descriptions.eds.model.EdsFile;

class EdsLayoutCompilerTest {

    @Test
    void decodesEveryNumericElementaryTypeLittleEndian() {
        String sections = "[Params]\n" + param(1, 0xC1, 1, "bool") + param(2, 0xC2, 1, "sint")
                + param(3, 0xC3, 2, "int")
                + param(4, 0xC4, 4, "dint") + param(5, 0xC5, 8, "lint") + param(6, 0xC6, 1, "usint")
                + param(7, 0xC7, 2, "uint") + param(8, 0xC8, 4, "udint") + param(9, 0xC9, 8, "ulint")
                + param(10, 0xCA, 4, "real") + param(11, 0xCB, 8, "lreal") + """
                        [Assembly]
                        Assem1 = "all", , 43, 0, , , 8, Param1, 8, Param2, 16, Param3, 32, Param4, 64, Param5,
                          8, Param6, 16, Param7, 32, Param8, 64, Param9, 32, Param10, 64, Param11;
                        """;

        DecodedFrame decoded = decode(sections, "01 FE FDFF FCFFFFFF FBFFFFFFFFFFFFFF 02 0300 04000000"
                + "0500000000000000 0000C03F 00000000000004C0");

        assertThat(values(decoded)).containsExactly(entry("bool", true), entry("sint", -2.0), entry("int", -3.0),
                entry("dint", -4.0), entry("lint", -5.0), entry("usint", 2.0), entry("uint", 3.0), entry("udint", 4.0),
                entry("ulint", 5.0), entry("real", 1.5), entry("lreal", -2.5));
        assertThat(decoded.frame().byteOrder()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void decodesBitStringsTimesAndTexts() {
        String sections = "[Params]\n" + param(1, 0xD1, 1, "byte") + param(2, 0xD2, 2, "word")
                + param(3, 0xD3, 4, "dword")
                + param(4, 0xD4, 8, "lword") + param(5, 0xDB, 4, "time") + param(6, 0xD6, 4, "ftime")
                + param(7, 0xD7, 8, "ltime") + param(8, 0xD8, 2, "itime") + param(9, 0xCC, 4, "stime")
                + param(10, 0xCD, 2, "date") + param(11, 0xCE, 4, "tod") + param(12, 0xCF, 6, "dt")
                + param(13, 0xDA, 6, "short") + param(14, 0xD0, 6, "string") + param(15, 0xD5, 6, "wide")
                + param(16, 0xDD, 2, "unit") + param(17, 0xDF, 8, "ntime")
                + """
                        [Assembly]
                        Assem1 = "all", , , 0, , , 8, Param1, 16, Param2, 32, Param3, 64, Param4, 32, Param5, 32, Param6,
                          64, Param7, 16, Param8, 32, Param9, 16, Param10, 32, Param11, 48, Param12, 48, Param13,
                          48, Param14, 48, Param15, 16, Param16, 64, Param17;
                        """;

        DecodedFrame decoded = decode(sections, "80 0102 01020304 0102030405060708 E8030000 40420F00 C0BDF0FFFFFFFFFF"
                + "F401 18FCFFFF 6D01 E8030000 E80300006E01 0341424358 58 0300 41424300 0200 4100E400 0100"
                + "00CA9A3B00000000");

        assertThat(values(decoded)).contains(entry("byte", 128.0), entry("word", 513.0), entry("dword", 67305985.0),
                entry("lword", BigInteger.valueOf(0x0807060504030201L)), entry("time", 1.0), entry("ftime", 1.0),
                entry("ltime", -1.0), entry("itime", 0.5), entry("stime", -1.0), entry("date", 365.0),
                entry("tod", 1.0), entry("dt_time_of_day", 1.0), entry("dt_days_since_1972", 366.0),
                entry("short", "ABC"), entry("string", "ABC"), entry("wide", "A\u00e4"), entry("unit", 1.0),
                entry("ntime", 1.0));
        assertThat(decoded.value("time").unit()).isEqualTo("s");
        assertThat(decoded.value("date").unit()).isEqualTo("d");
    }

    @Test
    void pathsInternationalStringsAndUnknownTypesAreOctetsOrRawNumbers() {
        String sections = "[Params]\n" + param(1, 0xDC, 9, "path") + param(2, 0xDE, 10, "intl")
                + param(3, 0xA2, 4, "struct")
                + "[Assembly]\nAssem1 = \"x\", , 23, 0, , , 72, Param1, 80, Param2, 32, Param3;";
        Frame frame = frame(sections);

        assertThat(frame.fields()).extracting(Field::type).containsExactly(ScalarType.OCTETS, ScalarType.OCTETS,
                ScalarType.UINTEGER);
    }

    @Test
    void scalesByTheFormulaOfCip() {
        String sections = "[Params]\n"
                + param(1, 0xC7, 2, "tenth", "0, 1000, 0", "1, 10, 1, 0", "1")
                + param(2, 0xC7, 2, "offset first", "0, 1000, 0", "3, 4, 2, -100", "2")
                + param(3, 0xC3, 2, "third", "-100, 100, 0", "1, 3, 1, 0", "")
                + param(4, 0xC3, 2, "zeros", "-100, 100, 0", "0, 0, 0, 0", "")
                + "[Assembly]\nAssem1 = \"x\", , 8, 0, , , 16, Param1, 16, Param2, 16, Param3, 16, Param4;";

        DecodedFrame decoded = decode(sections, "8A01 7800 0200 0700");

        assertThat(decoded.value("tenth").value()).isEqualTo(39.4);
        assertThat(decoded.value("tenth").scaling().displayFormat().text()).isEqualTo("Dec.1");
        assertThat(decoded.value("tenth").scaling().source()).isEqualTo(ScalingSource.PARAM);
        assertThat(decoded.value("offset_first").value()).isEqualTo((120 - 100) * 3 * 2 / 4.0);
        assertThat(decoded.value("third").value()).isEqualTo(2 / 3.0);
        assertThat(decoded.value("zeros").value()).isEqualTo(7.0);
    }

    @Test
    void takesLinkedFactorsFromTheDefaultsOfTheirParameters() {
        String sections = """
                [Params]
                Param1 = 0, , , 0x000C, 0xC7, 2, "linked", "V", "", , , 0, 1, 1, 1, 0, 2, 3, , 4, ;
                """ + param(2, 0xC7, 2, "mult", ", , 5", ", , , ", "")
                + param(3, 0xC7, 2, "div", ", , 1000", ", , , ", "")
                + param(4, 0xC3, 2, "offs", ", , -10", ", , , ", "")
                + "[Assembly]\nAssem1 = \"x\", , 2, 0, , , 16, Param1;";

        assertThat(decode(sections, "6E00").value("linked").value()).isEqualTo((110 - 10) * 5 / 1000.0);
        assertThat(decode(sections, "6E00").value("linked").unit()).isEqualTo("V");
    }

    @Test
    void labelsValuesOfEnumerations() {
        String sections = "[Params]\n" + param(1, 0xC2, 1, "mode") + "Enum1 = -1, \"back\", 0x10, \"sixteen\";\n"
                + param(2, 0xC1, 1, "flag") + "Enum2 = 0, \"no\", 1, \"yes\";\n"
                + "[Assembly]\nAssem1 = \"x\", , 2, 0, , , 8, Param1, 1, Param2, 7, ;";

        DecodedFrame decoded = decode(sections, "FF01");

        assertThat(decoded.value("mode").label()).isEqualTo("back");
        assertThat(decode(sections, "1000").value("mode").label()).isEqualTo("sixteen");
        assertThat(decoded.value("flag").label()).isEqualTo("yes");
    }

    @Test
    void aValueOutsideAnEnumerationWithoutARangeHasAStatus() {
        String sections = "[Params]\n" + param(1, 0xC2, 1, "mode") + "Enum1 = -1, \"back\", 1, \"one\", 2, \"two\";\n"
                + param(2, 0xC6, 1, "ranged", "0, 9, 0", ", , , ", "") + "Enum2 = 0, \"no\", 1, \"yes\";\n"
                + "[Assembly]\nAssem1 = \"x\", , 2, 0, , , 8, Param1, 8, Param2;";

        assertThat(decode(sections, "0305").value("mode").status()).isEqualTo("out_of_range");
        assertThat(decode(sections, "0305").value("mode").value()).isEqualTo(3.0);
        assertThat(decode(sections, "0305").value("ranged").status()).isNull();
        for (String known : new String[]{"FF05", "0105", "0205"}) {
            assertThat(decode(sections, known).value("mode").status()).isNull();
        }
    }

    @Test
    void enumerationsOfBitStringsNameBitsUnlessTheRangeSaysOtherwise() {
        String bits = "[Params]\n" + param(1, 0xD2, 2, "state", "0, 0xFFFF, 0", ", , , ", "")
                + "Enum1 = 0, \"ready\", 9, \"\";\n[Assembly]\nAssem1 = \"x\", , 2, 0, , , 16, Param1;";
        String values = "[Params]\n" + param(1, 0xD1, 1, "state", "0, 1, 0", ", , , ", "")
                + "Enum1 = 0, \"off\", 1, \"on\";\n[Assembly]\nAssem1 = \"x\", , 1, 0, , , 8, Param1;";

        assertThat(values(decode(bits, "0102"))).containsExactly(entry("state_ready", true),
                entry("state_bit_9", true));
        assertThat(decode(values, "01").value("state").label()).isEqualTo("on");
    }

    @Test
    void variantsBecomeFramesWithConditions() {
        EdsFile file = EdsFixtures.model("[Params]\n" + param(1, 0xC6, 1, "selector", "0, 1, 1", ", , , ", "")
                + param(2, 0xC7, 2, "speed") + param(3, 0xCA, 4, "flow") + """
                        [Assembly]
                        Variant1 = "V", "", , , , Param1, 0, Param2, 1, Param3;
                        Assem1 = "x", , , 0, , , 8, , , Variant1, 8, Param1;
                        """);
        ProcessDataLayout layout = layout(file, "Assem1");

        assertThat(layout.parameters()).singleElement().satisfies(parameter -> {
            assertThat(parameter.variableId()).isEqualTo("Param1");
            assertThat(parameter.defaultValue()).isEqualTo(1);
        });
        assertThat(layout.in()).extracting(Frame::octets).containsExactly(4, 6);
        assertThat(values(decode(file, "Assem1", "FF0000C03F07", Map.of()))).contains(entry("flow", 1.5));
        assertThat(values(decode(file, "Assem1", "FF1027 07", Map.of("Param1", 0L)))).containsExactly(
                entry("speed", 10000.0), entry("selector", 7.0));
    }

    @Test
    void arraysBecomeElements() {
        String sections = "[Params]\n" + param(1, 0xC3, 2, "sample") + """
                [Assembly]
                Array1 = "Samples", "", 0, "", , , , 16, Param1, 1, 3;
                Assem1 = "x", , 6, 0, , , 48, Array1;
                """;
        Frame frame = frame(sections);

        assertThat(frame.fields()).extracting(Field::element).containsExactly(0, 1, 2);
        assertThat(values(decode(sections, "0100 FEFF 0300"))).containsExactly(entry("samples_0", 1.0),
                entry("samples_1", -2.0), entry("samples_2", 3.0));
    }

    @Test
    void parametersWithTheSizeOfSeveralValuesAreArraysToo() {
        String sections = "[Params]\n" + param(1, 0xC7, 4, "pair") + param(2, 0xC6, 3, "serial")
                + "[Assembly]\nAssem1 = \"x\", , 7, 0, , , 32, Param1, 24, Param2;";

        assertThat(values(decode(sections, "01000200 AABBCC"))).contains(entry("pair_0", 1.0), entry("pair_1", 2.0),
                entry("serial", new byte[]{(byte) 0xAA, (byte) 0xBB, (byte) 0xCC}));
    }

    @Test
    void fixedNumbersHaveTheOneRangeThatIsThemselves() {
        Field field = frame("[Assembly]\nAssem1 = \"x\", , 2, 0, , , 8, 0x1F, 8, Param9;").fields().get(0);

        assertThat(field.shown()).isFalse();
        assertThat(field.ranges().get(0).lower()).isEqualByComparingTo("31");
        assertThat(field.ranges().get(0).upper()).isEqualByComparingTo("31");
    }

    @Test
    void connectionsGiveBothDirections() {
        EdsFile file = EdsFixtures.model("[Params]\n" + param(1, 0xC7, 2, "speed")
                + """
                        [Assembly]
                        Assem100 = "in", "20 04 24 64 30 03", 2, 0, , , 16, Param1;
                        Assem101 = "out", "20 04 24 65 30 03", 2, 0, , , 16, Param1;
                        [Connection Manager]
                        Connection1 = 0x01010002, 0x44240305, , 0, , , 2, Assem100, , , , , "listen", "", "20 04 24 01 2C C0 2C 64";
                        Connection2 = 0x04010002, 0x44640405, , 2, , , , Param1, , , , , "own", "", "20 04 24 01 2C 65 2C 64";
                        """);
        EdsLayoutCompiler compiler = new EdsLayoutCompiler(file);

        ProcessDataLayout owner = compiler.connection("c2", 2).orElseThrow().layout();
        assertThat(owner.out()).extracting(Frame::id).as("found by the instance in the path")
                .containsExactly("Assem101");
        assertThat(owner.in()).extracting(Frame::id).as("a parameter is the whole data").containsExactly("Param1");
        assertThat(compiler.connection("c1", 1).orElseThrow().layout().out()).isEmpty();
        assertThat(compiler.defaultConnection()).hasValueSatisfying(c -> assertThat(c.number()).isEqualTo(2));
        assertThat(compiler.connection("c9", 9)).isEmpty();
        assertThat(compiler.assembly("a", "Assem7", Direction.IN, null)).isEmpty();
    }

    @Test
    void aKnownLengthCutsAnAssemblyOfVariableSize() {
        EdsFile file = EdsFixtures.model("[Params]\n" + param(1, 0xC7, 2, "size", "2, 6, 4", ", , , ", "")
                + param(2, 0xC7, 2, "word") + """
                        [Assembly]
                        AssemExa1 = "x", , Param1, 0, , , 16, Param2, 16, Param2, 16, Param2;
                        """);
        EdsLayoutCompiler compiler = new EdsLayoutCompiler(file);

        assertThat(compiler.assembly("x", "AssemExa1", Direction.OUT, null).orElseThrow().layout().out())
                .extracting(Frame::octets).containsExactly(4, 6);
        assertThat(compiler.assembly("x", "AssemExa1", Direction.OUT, 2).orElseThrow().layout().out()).singleElement()
                .satisfies(frame -> assertThat(frame.fields()).hasSize(1));
    }
}
