package io.greenstack.descriptions.eds.reader;

import static io.greenstack.descriptions.eds.EdsFixtures.model;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsParameter;
import io.greenstack.descriptions.eds.model.EdsParameter.IntlText;
import io.greenstack.descriptions.eds.model.EnumValue;

/** The sections of the grammar one by one, where {@link EdsReaderTest} does not show them. */
class SectionsTest {

    @Test
    void theClassOfTheParametersIsReadInAnyLetterCase() {
        EdsFile file = model("[ParamClass] MAXINST = 12; descriptor = 0x09; CfgAssembly = 110;");

        assertThat(file.parameterClass().maxInstance()).isEqualTo(12);
        assertThat(file.parameterClass().descriptor()).isEqualTo(9);
    }

    @Test
    void internationalStringsAreReadWithAndWithoutLanguages() {
        EdsParameter parameter = model("""
                [Params]
                Param1 = 0, , , 0, 0xC7, 2, "Speed", "rpm", "", , , 0, , , , , , , , , ,
                  {"eng", 0xD0, 4, "Max"}{"deu", 0xD0, 4, "Tempo"}, "rpm", {"fra", 0xD0, 4, "aide"};
                """).parameters().get(0);

        assertThat(parameter.names()).containsExactly(new IntlText("eng", "Max"), new IntlText("deu", "Tempo"));
        assertThat(parameter.unitTexts()).as("three letters without braces are no language")
                .containsExactly(new IntlText("", "rpm"));
        assertThat(parameter.helpTexts()).containsExactly(new IntlText("fra", "aide"));
    }

    @Test
    void allFourScalingLinksAreNumbersOrKeywords() {
        EdsParameter parameter = model("""
                [Params]
                Param1 = 0, , , 0x0C, 0xC7, 2, "P", "", "", , , 0, 1, 2, 3, 4, Param5, 6, Param7, 8, 3;
                """).parameters().get(0);

        assertThat(parameter.scaling().multiplierLink()).isEqualTo(5);
        assertThat(parameter.scaling().divisorLink()).isEqualTo(6);
        assertThat(parameter.scaling().baseLink()).isEqualTo(7);
        assertThat(parameter.scaling().offsetLink()).isEqualTo(8);
        assertThat(parameter.scaling().decimalPlaces()).isEqualTo(3);
    }

    @Test
    void enumParBelongsToTheParameterOfItsNumber() {
        EdsFile file = model("""
                [Params]
                Param4 = 0, , , 2, 0xC6, 1, "Mode", "", "", , , 0, , , , , , , , , ;
                EnumPar4 = 0, "off", 0x0A, "on";
                """);

        assertThat(file.parameters().get(0).values()).extracting(EnumValue::value).containsExactly(0L, 10L);
    }

    @Test
    void variableAssembliesTakeTheirSizeFromAParameter() {
        EdsFile file = model("""
                [Params]
                Param8 = 0, , , 0, 0xC7, 2, "Size", "", "", 8, 16, 12, , , , , , , , , ;
                [Assembly]
                AssemExa2 = "v", "20 04 24 02 30 03", Param8, 0x0001, , , 8, Param8, , ;
                """);

        assertThat(file.assemblies().get(0).size().reference().entryKeyword()).isEqualTo("Param8");
        assertThat(file.assemblies().get(0).path()).isEqualTo("20 04 24 02 30 03");
    }

    @Test
    void severalTrafficSpecificationsKeepTheirOrder() {
        EdsFile file = model("[Capacity] TSpec1 = Rx, 100, 500; TSpec2 = Tx, 0x1FF, 250; MaxIOConnections = 0x10;");

        assertThat(file.capacity().trafficSpecs()).extracting(spec -> spec.rate()).containsExactly(500L, 250L);
        assertThat(file.capacity().figure("MaxIOConnections")).isEqualByComparingTo("16");
    }

    @Test
    void modulesHaveWidthAndChassisHaveSlots() {
        assertThat(model("[Modular] Width = 2;").modular().width()).isEqualTo(2);
        EdsFile chassis = model("[Modular] DefineSlotsInRack = 17; SlotDisplayRule = InternalSlot0;");
        assertThat(chassis.modular().slotsInRack()).isEqualTo(17);
        assertThat(chassis.modular().slotDisplayRule()).isEqualTo("InternalSlot0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DLR Class", "TCP/IP Interface Class", "Ethernet Link Class", "QoS Class",
            "LLDP Management Class", "CIP Security Class", "EtherNet/IP Security Class",
            "Certificate Management Class", "Ingress Egress Class"})
    void classSectionsHaveTheCommonEntriesAndTheirOwn(String section) {
        EdsFile file = model("[" + section + "] Revision = 2; OBJECT_NAME = \"O\"; Object_Class_Code = 0x5D; "
                + "Own_Entry = 1, \"two\";");

        assertThat(file.objectClass(section).revision()).isEqualTo(2);
        assertThat(file.objectClass(section).objectName()).isEqualTo("O");
        assertThat(file.objectClass(section).classCode()).isEqualTo(0x5D);
        assertThat(file.objectClass(section).others()).containsOnlyKeys("Own_Entry");
    }

    @Test
    void everyOtherSectionIsKeptAsEntries() {
        EdsFile file = model("[Event Enumeration]\nEvent1 = 0x01, \"started\";\n");

        assertThat(file.section("event enumeration").entry("Event1").field(1).text()).isEqualTo("started");
    }
}
