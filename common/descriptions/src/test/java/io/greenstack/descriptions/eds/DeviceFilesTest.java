package io.greenstack.descriptions.eds;

import static io.greenstack.descriptions.eds.EdsFixtures.codes;
import static io.greenstack.descriptions.eds.EdsFixtures.file;
import static io.greenstack.descriptions.eds.EdsFixtures.model;
import static io.greenstack.descriptions.eds.EdsFixtures.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.ProcessDataDecoder;
import io.greenstack.core.processdata.ScalarType;
import io.greenstack.descriptions.eds.layout.EdsLayoutCompiler;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsFinding;
import io.greenstack.descriptions.eds.model.EdsRevision;
import io.greenstack.descriptions.eds.model.FindingCode;
import io.greenstack.descriptions.eds.reader.EdsReader;
import io.greenstack.descriptions.eds.reader.EdsReader.EdsReading;
import io.greenstack.descriptions.eds.reader.EdsWriter;
import io.greenstack.descriptions.eds.recipe.ConnectionRecipe;
import io.greenstack.descriptions.eds.recipe.RecipeCompiler;

/** What vendor files really contain, one test for each peculiarity. */
class DeviceFilesTest {

    private static final String PARAMS = """
            [Params]
            Param1 = 0, , , 0, 0xC6, 1, "Octet", "", "", , , 0, , , , , , , , , ;
            Param2 = 0, , , 0, 0xC7, 2, "Word", "", "", , , 0, , , , , , , , , ;
            Param3 = 0, , , 0, 0xC3, 2, "Signed", "", "", , , 0, , , , , , , , , ;
            Param7 = 0, , , 0, 0xC6, 1, "Point", "", "", 190, 199, 193, , , , , , , , , ;
            Param8 = 0, , , 0, 0xC7, 2, "Bits", "", "", 8, 16, 12, , , , , , , , , ;
            Param10 = 0, , , 0, 0xD1, 1, "Flags", "", "", , , 0, , , , , , , , , ;
            """;

    private static Frame frame(String assemblies) {
        return new EdsLayoutCompiler(model(PARAMS + "[Assembly]\n" + assemblies))
                .assembly("x", "Assem1", Direction.IN, null).orElseThrow().layout().in().get(0);
    }

    private static List<String> places(Frame frame) {
        return frame.fields().stream().map(f -> f.key() + "@" + f.bitOffset() + "+" + f.bitLength()).toList();
    }

    @Nested
    @DisplayName("EDS row 1: identity is not unique")
    class Identity {

        @Test
        void revisionTwoTenIsNotTwoOne() {
            EdsFile ten = read(file("").replace("MinRev = 2", "MinRev = 10")).model();

            assertThat(ten.device().revision()).isEqualTo(new EdsRevision(1, 10))
                    .isGreaterThan(new EdsRevision(1, 2)).isNotEqualTo(new EdsRevision(1, 1));
        }

        @Test
        void variantsWithTheSameIdentityAreBothRead() {
            EdsFile first = model(PARAMS);
            EdsFile second = model(PARAMS + "[Capacity] MaxMsgConnections = 2;");

            assertThat(second.device()).isEqualTo(first.device());
            assertThat(second).isNotEqualTo(first);
        }
    }

    @Nested
    @DisplayName("EDS row 2: assembly members")
    class Members {

        @Test
        void anEmptyMemberIsPadding() {
            assertThat(places(frame("Assem1 = \"x\", , 3, 0, , , 8, Param1, 8, , 8, Param1;")))
                    .containsExactly("octet@0+8", "octet_2@16+8");
        }

        @Test
        void aLiteralNumberIsAConstant() {
            assertThat(places(frame("Assem1 = \"x\", , 2, 0, , , 8, 0, 8, Param1;")))
                    .containsExactly("constant_1@0+8", "octet@8+8");
        }

        @Test
        void bitsOfAParameterAreReferredToByColon() {
            Frame frame = frame("Assem1 = \"x\", , 1, 0, , , 1, Param10:0, 1, Param10:5, 6, ;");

            assertThat(places(frame)).containsExactly("flags_bit_0@0+1", "flags_bit_5@1+1");
            assertThat(frame.fields()).extracting(Field::type).containsOnly(ScalarType.BOOLEAN);
        }

        @Test
        void assembliesNest() {
            assertThat(places(frame("""
                    Assem2 = "inner", , 2, 0, , , 4, Param1, 4, Param1, 8, Param1;
                    Assem1 = "x", , 3, 0, , , 8, Assem2, 16, Assem2;
                    """))).as("the first one is cut to 8 bits").containsExactly("octet@0+4", "octet_2@4+4",
                    "octet_3@8+4", "octet_4@12+4", "octet_5@16+8");
        }

        @Test
        void assembliesThatContainThemselvesAreReported() {
            assertThat(codes(PARAMS + "[Assembly]\nAssem1 = \"x\", , , 0, , , 8, Param1, , Assem1;"))
                    .contains(FindingCode.ASSEMBLY_NESTING);
        }

        @Test
        void anEmptyBitCountIsThatOfTheParameter() {
            assertThat(places(frame("Assem1 = \"x\", , , 0, , , , Param1, , Param2, , Param10:3, , Param1;")))
                    .containsExactly("octet@0+8", "word@8+16", "flags_bit_3@24+1", "octet_2@25+8");
        }

        @Test
        void aSizeCanBeHeldByAParameter() {
            assertThat(places(frame("Assem1 = \"x\", , , 0, , , Param8, Param2, 4, Param1;")))
                    .containsExactly("word@0+12", "octet@12+4");
            assertThat(codes(PARAMS + "[Assembly]\nAssem1 = \"x\", , , 0, , , Param8, Param2, 4, Param1;"))
                    .contains(FindingCode.ASSEMBLY_VARIABLE);
        }

        @Test
        void octetsWhereBitsAreMeantAreRecognised() {
            String assembly = "Assem1 = \"x\", , 5, 0, , , 1, Param1, 2, Param2, 2, Param3;";

            assertThat(places(frame(assembly))).containsExactly("octet@0+8", "word@8+16", "signed@24+16");
            assertThat(codes(PARAMS + "[Assembly]\n" + assembly)).contains(FindingCode.ASSEMBLY_OCTETS);
        }

        @Test
        void bitsRemainBitsWhereTheSizeIsTheWrongOne() {
            Frame frame = frame("Assem1 = \"x\", , 24, 0, , , 8, Param1, 16, Param2;");

            assertThat(places(frame)).containsExactly("octet@0+8", "word@8+16");
        }

        @Test
        void undescribedMembersOneTooManyAreStillOctets() {
            assertThat(places(frame("Assem1 = \"x\", , 4, 0, , , 1, , 1, , 1, , 1, , 1, ;")))
                    .containsExactly("member_1@0+8", "member_2@8+8", "member_3@16+8", "member_4@24+8");
        }

        @Test
        void sizesThatDoNotSumUpGiveAFrameForEachLength() {
            String assembly = "Assem1 = \"x\", , 4, 0, , , 8, Param1, 16, Param2;";
            var layout = new EdsLayoutCompiler(model(PARAMS + "[Assembly]\n" + assembly))
                    .assembly("x", "Assem1", Direction.IN, null).orElseThrow();

            assertThat(layout.layout().in()).extracting(Frame::octets).containsExactly(4, 3);
            assertThat(layout.findings()).extracting(EdsFinding::code).containsExactly(FindingCode.ASSEMBLY_SIZE);
        }

        @Test
        void aMemberWiderThanItsParameterHoldsItInItsLowBits() {
            String assembly = "Assem1 = \"x\", , 6, 0, , , 16, Param1, 32, Param3;";

            assertThat(places(frame(assembly))).containsExactly("octet@0+8", "signed@16+16");
            assertThat(codes(PARAMS + "[Assembly]\n" + assembly)).contains(FindingCode.MEMBER_WIDER);
        }

        @Test
        void aMemberTooSmallForTheLengthOfItsTextIsANumber() {
            Frame frame = new EdsLayoutCompiler(model("""
                    [Params]
                    Param1 = 0, , , 0, 0xD0, 48, "Domain", "", "", , , , , , , , , , , , ;
                    [Assembly]
                    Assem1 = "A", , 1, , , , 8, Param1;
                    """)).assembly("x", "Assem1", Direction.IN, null).orElseThrow().layout().in().get(0);
            assertThat(frame.fields().get(0).type()).isEqualTo(ScalarType.UINTEGER);
        }

        @Test
        void anAssemblyOfABillionBitsAllocatesNothing() {
            assertThat(codes(PARAMS + "[Assembly]\nAssem1 = \"x\", , 1000000000, 0, , , 1000000000, Param1;"))
                    .contains(FindingCode.ASSEMBLY_TOO_LARGE);
        }
    }

    @Nested
    @DisplayName("EDS row 3: connections")
    class Connections {

        private ConnectionRecipe recipe(String connection) {
            return new RecipeCompiler(model(PARAMS + """
                    [Assembly]
                    Assem1 = "x", , 3, 0, , , 8, Param1, 16, Param2;
                    AssemExa2 = "v", , Param8, 0, , , 8, Param1, 16, Param2;
                    [Connection Manager]
                    Connection1 =""" + " " + connection + ";")).recipe(1).orElseThrow();
        }

        @Test
        void pathsContainValuesOfParameters() {
            ConnectionRecipe recipe = recipe("0x02010002, 0x44640305, , 0, , , , Assem1, , , , , \"n\", \"\","
                    + " \"20 04 24 01 2C [Param7] 2C 64\"");

            assertThat(recipe.path().hex()).isEqualTo("20 04 24 01 2C C1 2C 64");
            assertThat(recipe.originatorToTarget().instance()).isEqualTo(193);
            assertThat(recipe.path().parameters()).singleElement().satisfies(parameter -> {
                assertThat(parameter.name()).isEqualTo("Point");
                assertThat(parameter.value().minimum()).isEqualTo(190);
                assertThat(parameter.value().maximum()).isEqualTo(199);
            });
        }

        @Test
        void pathsAskForATag() {
            ConnectionRecipe recipe = recipe("0x02010002, 0x66640305, , 0, , , Param8, , , , , , \"n\", \"\","
                    + " \"SYMBOL_ANSI\"");

            assertThat(recipe.path().hex()).isNull();
            assertThat(recipe.path().needed()).containsExactly("SYMBOL_ANSI");
            assertThat(recipe.notes()).anyMatch(note -> note.startsWith("SYMBOL_ANSI"));
        }

        @Test
        void safetyConnectionsHaveSeventeenFieldsAndAnEmptySide() {
            ConnectionRecipe recipe = recipe("0x02010001, 0x44240505, , , , , 3, Assem1, , , , , \"s\", \"\","
                    + " \"20 04 24 01 2C FF 2C 64\", 1, 15");

            assertThat(recipe.safety()).isTrue();
            assertThat(recipe.originatorToTarget().size().isNone()).isTrue();
            assertThat(recipe.originatorToTarget().networkParameters()).isNull();
        }

        @Test
        void anEmptySizeIsThatOfTheAssembly() {
            ConnectionRecipe recipe = recipe("0x02010002, 0x44640305, , , , , , Assem1, , , , , \"n\", \"\","
                    + " \"20 04 24 01 2C C1 2C 64\"");

            assertThat(recipe.targetToOriginator().size().octets()).isEqualTo(3);
            assertThat(recipe.targetToOriginator().connectionSize()).isEqualTo(5);
            assertThat(recipe.originatorToTarget().size().octets()).as("heartbeat").isZero();
        }

        @Test
        void variableAssembliesTakeTheirSizeFromAParameter() {
            ConnectionRecipe recipe = recipe("0x02010002, 0x44640305, , 0, , , , AssemExa2, , , , , \"n\", \"\","
                    + " \"20 04 24 01 2C C1 2C 64\"");

            assertThat(recipe.targetToOriginator().size().defaultValue()).isEqualTo(12);
            assertThat(recipe.targetToOriginator().size().parameter()).isEqualTo("Param8");
        }

        @Test
        void oneFieldALineIsTheSameAsAllOnOne() {
            String fields = "0x02010002, 0x44640305, , 0, , , 3, Assem1, , , , , \"n\", \"\", \"20 04 24 01 2C C1 2C 64\"";

            assertThat(recipe(fields.replace(", ", ",\n"))).usingRecursiveComparison().isEqualTo(recipe(fields));
        }

        @Test
        void twoPathsAreConfigurationAndDataIfThereIsConfigurationData() {
            String fields = "0x02010002, 0x44610305, , 0, , , , Assem1, , , %s, \"n\", \"\", \"20 04 24 0A 2C 64\"";

            assertThat(recipe(String.format(fields, "3, Assem1")).configuration().instance()).isEqualTo(10);
            assertThat(recipe(String.format(fields, ",")).configuration().instance()).isNull();
            assertThat(recipe(String.format(fields, ",")).targetToOriginator().instance()).isEqualTo(100);
        }
    }

    @Nested
    @DisplayName("EDS row 4: lexical peculiarities")
    class Lexical {

        @Test
        void commentsFollowValuesAndQuotesHideSeparators() {
            EdsFile file = model("""
                    [Params]
                    Param1 = $ first
                      0, $ reserved; "not a string
                      , , 0x0000, 0xC6, 1, "a, b; c $ d", $ name
                      "x" $ joined
                      "y", "he said \\"no\\"", , , 0, , , , , , , , , ; $ end
                    """);

            assertThat(file.parameters().get(0).name()).isEqualTo("a, b; c $ d");
            assertThat(file.parameters().get(0).units()).isEqualTo("xy");
            assertThat(file.parameters().get(0).help()).isEqualTo("he said \"no\"");
        }

        @Test
        void servicesInBracesStayTogether() {
            EdsFile file = model("[QoS Class] Class_Services = {0x0E,*}, {0x10,*};");

            assertThat(file.objectClass("QoS Class").classServices()).containsExactly("{0x0E,*}", "{0x10,*}");
        }

        @Test
        void vendorKeywordsAndSectionsAreKept() {
            byte[] text = file("[1_Own_Section]\n1_Key_1 = 1_Value, Yes; $ c\n").getBytes(StandardCharsets.UTF_8);
            EdsFile file = EdsReader.read(text).model();

            assertThat(file.section("1_Own_Section").entries().get(0).vendorSpecific()).isTrue();
            assertThat(new String(EdsWriter.write(file), StandardCharsets.UTF_8))
                    .contains("1_Key_1 = 1_Value, Yes; $ c");
        }

        @Test
        void iconsInBase64SpanManyStrings() {
            byte[] icon = new byte[5_000];
            new java.util.Random(1).nextBytes(icon);
            String strings = Base64.getEncoder().encodeToString(icon).replaceAll("(.{60})", "$1\"\n\"");
            EdsFile file = read(file("").replace("Catalog = \"T1\";", "IconContents = \"" + strings + "\";")).model();

            assertThat(file.device().icon()).isEqualTo(icon);
        }

        @Test
        void latinOneOctetsAreLetters() {
            byte[] octets = file("[Groups] Group1 = \"Überwachung\", 0;").getBytes(StandardCharsets.ISO_8859_1);
            EdsReading reading = EdsReader.read(octets);

            assertThat(reading.model().groups().get(0).name()).isEqualTo("Überwachung");
            assertThat(EdsReader.read(EdsWriter.write(reading.model())).model().groups())
                    .isEqualTo(reading.model().groups());
        }

        @Test
        void duplicateKeysAreReportedAndKept() {
            EdsReading reading = read(file("[Capacity] TSpec1 = Tx, 1, 1; TSpec1 = Tx, 2, 2; MaxMsgConnections = 1;"));

            assertThat(reading.findings()).extracting(EdsFinding::code).containsExactly(FindingCode.DUPLICATE_KEY);
            assertThat(reading.model().section("Capacity").entries()).hasSize(3);
        }
    }

    @Nested
    @DisplayName("EDS row 5: sizes")
    class Sizes {

        @Test
        void sixHundredParametersAndAHundredConnections() {
            StringBuilder text = new StringBuilder(file("[Params]\n"));
            for (int i = 1; i <= 600; i++) {
                text.append("Param").append(i).append(" = 0,,, 0, 0xC6, 1, \"P").append(i).append("\", \"\", \"")
                        .append("help ".repeat(120)).append("\", 0, 255, 0, ,,,, ,,,, ;\n");
            }
            for (int i = 1; i <= 230; i++) {
                text.append("Enum").append(i).append(" = 0, \"zero\", 1, \"one\";\n");
            }
            text.append("[Assembly]\nAssem1 = \"all\", , 600, 0, , ");
            for (int i = 1; i <= 600; i++) {
                text.append(", 8, Param").append(i);
            }
            text.append(";\n[Connection Manager]\n");
            for (int i = 1; i <= 100; i++) {
                text.append("Connection").append(i).append(" = 0x02010002, 0x44640305, , 0, , , , Assem1, , , , , \"C")
                        .append(i).append("\", \"\", \"20 04 24 01 2C C1 2C 64\";\n");
            }
            EdsReading reading = read(text.toString());

            assertThat(text.length()).isGreaterThan(360_000);
            assertThat(reading.findings()).isEmpty();
            assertThat(reading.model().parameters()).hasSize(600);
            assertThat(reading.model().enums()).hasSize(230);
            var layout = new EdsLayoutCompiler(reading.model()).connection("x", 100).orElseThrow().layout();
            assertThat(layout.in().get(0).fields()).hasSize(600);
            assertThat(ProcessDataDecoder.of(layout)).isNotNull();
            assertThat(new RecipeCompiler(reading.model()).recipe(100).orElseThrow().transport().service())
                    .as("more than 511 octets need Large_Forward_Open").isEqualTo(0x5B);
        }
    }
}
