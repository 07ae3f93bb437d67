package io.greenstack.descriptions.iodd.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.greenstack.descriptions.Finding;
import io.greenstack.descriptions.iodd.IoddXml;
import io.greenstack.descriptions.iodd.model.AccessRights;
import io.greenstack.descriptions.iodd.model.AllowedValue.StdSingleValueRef;
import io.greenstack.descriptions.iodd.model.Datatype;
import io.greenstack.descriptions.iodd.model.Datatype.DatatypeKind;
import io.greenstack.descriptions.iodd.model.ErrorEntry.ErrorType;
import io.greenstack.descriptions.iodd.model.EventEntry.Event;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.IoddVersion;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuItem.DataItemRef;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuItem.MenuRef;
import io.greenstack.descriptions.iodd.model.VariableEntry.DirectParameterOverlay;
import io.greenstack.descriptions.iodd.model.VariableEntry.StdVariableRef;
import io.greenstack.descriptions.iodd.model.VariableEntry.Variable;
import io.greenstack.descriptions.iodd.model.json.IoddJson;
import io.greenstack.descriptions.iodd.reader.IoddReader.IoddReading;
import io.greenstack.descriptions.iodd.view.IoddViews;
import io.greenstack.localstack.testing.Corpus;

/** Each element of the specification lands in its record. */
class ElementCoverageTest {

    private final IoddDescription sample = IoddXml.read(Corpus.sample("TP100")).model();

    @Test
    void readsTheSamplesWithoutFindings() {
        assertThat(Corpus.samples()).hasSize(2)
                .allSatisfy(path -> assertThat(IoddXml.read(Corpus.bytes(path)).findings()).isEmpty());
    }

    @Test
    void readsProfileHeader() {
        var header = sample.device().profileHeader();
        assertThat(header.revision().text()).isEqualTo("1.1");
        assertThat(header.iso15745().technology().text()).isEqualTo("IODD");
    }

    @Test
    void readsVariantsFeaturesAndLocks() {
        assertThat(sample.variants()).singleElement().satisfies(variant -> {
            assertThat(variant.productId()).isEqualTo("TP100");
            assertThat(variant.anyName().textId()).isEqualTo("TN_Variant");
            assertThat(variant.anyText().textId()).isEqualTo("TD_Variant");
        });
        assertThat(sample.function().features().blockParameter()).isTrue();
        assertThat(sample.function().features().accessLocks().parameter()).isTrue();
        assertThat(sample.function().features().accessLocks().localUserInterface()).isFalse();
    }

    @Test
    void readsDatatypes() {
        assertThat(sample.datatypes()).extracting(Datatype::kind).containsExactly(DatatypeKind.BOOLEAN,
                DatatypeKind.INTEGER);
        IoddDescription model = IoddXml.v11().datatypes("""
                <Datatype id='A' xsi:type='ArrayT' count='3' subindexAccessSupported='false'>
                <SimpleDatatype xsi:type='StringT' fixedLength='4' encoding='US-ASCII'/></Datatype>
                <Datatype id='R' xsi:type='iodd:RecordT' bitLength='16'>
                <RecordItem subindex='1' bitOffset='8' accessRightRestriction='ro'>
                <SimpleDatatype xsi:type='UIntegerT' bitLength='8'><ValueRange lowerValue='1' upperValue='2'>
                <Name textId='T_Name'/></ValueRange><SingleValue value='9' xsi:type='UIntegerValueT'/>
                <ValueRange lowerValue='4' upperValue='5'/></SimpleDatatype><Name textId='T_Name'/></RecordItem>
                <RecordItem subindex='2' bitOffset='0'><DatatypeRef datatypeId='B'/><Name textId='T_Name'/></RecordItem>
                </Datatype>
                <Datatype id='T' xsi:type='TimeT'/><Datatype id='S' xsi:type='TimeSpanT'/>
                <Datatype id='O' xsi:type='OctetStringT' fixedLength='3'/><Datatype id='F' xsi:type='Float32T'/>""")
                .model();
        Datatype array = model.datatypes().get(0);
        assertThat(array.count()).isEqualTo(3);
        assertThat(array.subindexAccessSupported()).isFalse();
        assertThat(array.elementType()).isInstanceOfSatisfying(Datatype.class,
                type -> assertThat(type.encoding()).isEqualTo("US-ASCII"));
        Datatype record = model.datatypes().get(1);
        assertThat(record.kind()).isEqualTo(DatatypeKind.RECORD);
        assertThat(record.source().lexical()).containsEntry("xsi:type", "iodd:RecordT");
        assertThat(record.recordItems().get(0).accessRightRestriction()).isEqualTo(AccessRights.RO);
        Datatype item = (Datatype) record.recordItems().get(0).type();
        assertThat(item.ranges()).hasSize(2);
        assertThat(item.singleValues()).singleElement().satisfies(v -> assertThat(v.value()).isEqualTo("9"));
        assertThat(item.values()).hasSize(3);
        assertThat(model.datatypes()).extracting(Datatype::kind).contains(DatatypeKind.TIME, DatatypeKind.TIME_SPAN,
                DatatypeKind.OCTET_STRING, DatatypeKind.FLOAT32);
    }

    @Test
    void aDatatypeWithoutATypeIsUnknownEverywhere() {
        IoddXml file = IoddXml.v11().datatypes("<Datatype id='D' bitLength='8'/>")
                .variables("<Variable id='V' index='80' accessRights='rw'><Datatype xsi:type='RecordT' bitLength='8'>"
                        + "<RecordItem subindex='1' bitOffset='0'><SimpleDatatype bitLength='8'/><Name textId='T_Name'/>"
                        + "</RecordItem></Datatype><Name textId='T_Name'/></Variable>")
                .in(8, "<DatatypeRef datatypeId='D'/>");
        IoddDescription model = file.model();

        assertThat(model.datatypes().get(0).kind()).isEqualTo(DatatypeKind.UNKNOWN);
        assertThat(file.read().findings()).extracting(Finding::code).contains("missing-attribute");
        assertThat(IoddJson.fromJson(IoddJson.toJson(model))).isEqualTo(model);
        assertThat(IoddViews.of(model, null).parameters()).hasSize(1);
        assertThat(IoddViews.of(model, null).processData()).hasSize(1);
    }

    @Test
    void readsVariables() {
        IoddDescription model = IoddXml.v11()
                .variables(
                        """
                                <StdVariableRef id='V_SystemCommand'><StdSingleValueRef value='128'/><SingleValue value='160'/>
                                <ValueRange lowerValue='170' upperValue='180'/></StdVariableRef>
                                <StdVariableRef id='V_DeviceAccessLocks' excludedFromDataStorage='true'>
                                <StdRecordItemRef subindex='1' defaultValue='false'/></StdVariableRef>
                                <StdVariableRef id='V_ApplicationSpecificTag' defaultValue='***' fixedLengthRestriction='16'/>
                                <DirectParameterOverlay id='V_DP2' accessRights='rw'><Datatype xsi:type='RecordT' bitLength='128'/>
                                <RecordItemInfo subindex='3' defaultValue='1' modifiesOtherVariables='true' excludedFromDataStorage='1'/>
                                <Name textId='T_Name'/></DirectParameterOverlay>
                                <Variable id='V_A' index='64' accessRights='wo' defaultValue=' 5' dynamic='true'
                                modifiesOtherVariables='true' excludedFromDataStorage='false'>
                                <Datatype xsi:type='UIntegerT' bitLength='8'/><Name textId='T_Name'/><Description textId='T_Name'/>
                                </Variable>""")
                .model();

        StdVariableRef command = (StdVariableRef) model.variables().get(0);
        assertThat(command.values()).hasSize(3).first().isInstanceOf(StdSingleValueRef.class);
        assertThat(((StdVariableRef) model.variables().get(1)).items().get(0).defaultValue()).isEqualTo("false");
        assertThat(((StdVariableRef) model.variables().get(2)).fixedLengthRestriction()).isEqualTo(16);
        DirectParameterOverlay overlay = (DirectParameterOverlay) model.variables().get(3);
        assertThat(overlay.element()).isEqualTo("DirectParameterOverlay");
        assertThat(overlay.itemInfos().get(0).excludedFromDataStorage()).isTrue();
        Variable variable = (Variable) model.variables().get(4);
        assertThat(variable.accessRights()).isEqualTo(AccessRights.WO);
        assertThat(variable.defaultValue()).isEqualTo(" 5");
        assertThat(variable.dynamic()).isTrue();
        assertThat(variable.modifiesOtherVariables()).isTrue();
        assertThat(variable.excludedFromDataStorage()).isFalse();
    }

    @Test
    void readsProcessDataErrorsAndEvents() {
        assertThat(IoddXml.read(Corpus.sample("LT101")).model().processData()).extracting(
                data -> data.condition().variableId() + "/" + data.condition().subindex() + "="
                        + data.condition().value())
                .containsExactly("V_Settings/1=0", "V_Settings/1=1");
        assertThat(sample.processData().get(0).in().bitLength()).isEqualTo(40);
        assertThat(sample.processData().get(0).out().bitLength()).isEqualTo(8);
        assertThat(sample.errorTypes()).hasSize(4).last().isInstanceOfSatisfying(ErrorType.class,
                error -> assertThat(error.additionalCode()).isEqualTo(1));
        assertThat(sample.events()).hasSize(3).last().isInstanceOfSatisfying(Event.class,
                event -> assertThat(event.type()).isEqualTo("Warning"));
    }

    @Test
    void readsMenusInDocumentOrder() {
        IoddDescription model = IoddXml.read(Corpus.sample("LT101")).model();
        var level = model.menus().stream().filter(menu -> "M_Level".equals(menu.id())).findFirst().orElseThrow();
        assertThat(level.items()).hasSize(4);
        assertThat(level.items().get(0)).isInstanceOfSatisfying(DataItemRef.class, ref -> {
            assertThat(ref.element()).isEqualTo("RecordItemRef");
            assertThat(ref.gradient()).isEqualByComparingTo("0.1");
            assertThat(ref.displayFormat()).isEqualTo("Dec.1");
            assertThat(ref.isBare()).isFalse();
        });
        assertThat(level.items().get(2)).isInstanceOfSatisfying(MenuRef.class,
                ref -> assertThat(ref.condition().value()).isZero());
        assertThat(model.menuSets()).hasSize(3);
        assertThat(model.userInterface().observer().parameter()).isNull();
        var button = model.menus().stream().flatMap(menu -> menu.items().stream())
                .filter(DataItemRef.class::isInstance).map(DataItemRef.class::cast)
                .flatMap(ref -> ref.buttons().stream()).findFirst().orElseThrow();
        assertThat(button.buttonValue()).isEqualTo("130");
        assertThat(button.actionStartedMessage().textId()).isEqualTo("TN_Restored");
    }

    @Test
    void readsCommunicationTestAndStamp() {
        var layer = sample.physicalLayers().get(0);
        assertThat(layer.anyBitrate()).isEqualTo("COM2");
        assertThat(layer.minCycleTime()).isEqualTo(5000);
        assertThat(layer.mSequenceCapability()).isEqualTo(43);
        assertThat(layer.connections().get(0).wires()).extracting("number", "function")
                .contains(org.assertj.core.groups.Tuple.tuple(2, "NC"));
        assertThat(sample.device().commNetworkProfile().test().configs()).extracting("element")
                .isEqualTo(List.of("Config1", "Config2", "Config3"));
        assertThat(sample.device().stamp().checker().name()).isEqualTo("GreenStack example");
    }

    @Test
    void readsWirelessAndUnknownCommunicationProfiles() {
        String profile = "<CommNetworkProfile xsi:type='%s' %s><TransportLayers>%s</TransportLayers>"
                + "<Test><Config7 index='1'><EventTrigger appearValue='1' disappearValue='2'/></Config7></Test>"
                + "</CommNetworkProfile>";
        IoddReading wireless = IoddXml.v11().tail(profile.formatted("IOLinkWirelessCommNetworkProfileT",
                "iolinkWirelessRevision='V1.1'", "<PhysicalLayer WMinCycleTimeOut='5' WMinCycleTimeIn='10' "
                        + "maxTxPower='10' defaultSlotType='SSLOT' isABridge='true' isLowPowerDevice='false'/>"))
                .read();
        IoddReading other = IoddXml.v11().tail(profile.formatted("FutureProfileT", "futureRevision='V9'",
                "<PhysicalLayer speed='7'/><Radio band='1'/>")).read();

        var layer = wireless.model().physicalLayers().get(0);
        assertThat(wireless.model().device().commNetworkProfile().iolinkWirelessRevision()).isEqualTo("V1.1");
        assertThat(layer.minCycleTimeIn()).isEqualTo(10);
        assertThat(layer.defaultSlotType()).isEqualTo("SSLOT");
        assertThat(layer.isABridge()).isTrue();
        assertThat(wireless.model().device().commNetworkProfile().test().configs().get(0).triggers().get(0)
                .disappearValue()).isEqualTo(2);
        assertThat(wireless.findings()).extracting(Finding::code).doesNotContain("unknown-attribute",
                "unknown-element");
        assertThat(other.model().device().commNetworkProfile().xsiType()).isEqualTo("FutureProfileT");
        assertThat(other.findings()).filteredOn(finding -> finding.code().startsWith("unknown-")).hasSize(3);
    }

    @Test
    void readsWhatOnlyVersion101Has() {
        IoddReading reading = IoddXml.v101().variables("""
                <StdDirectParameterRef id='V_DP' accessRights='rw'><Datatype xsi:type='RecordT' bitLength='128'/>
                <Name textId='T_Name'/></StdDirectParameterRef>""")
                .functions("<EventCollection><Event code='6144' type='Message' mode='AppearDisappear'>"
                        + "<Name textId='T_Name'/></Event></EventCollection>")
                .menus("M",
                        "<Menu id='M'><VariableRef variableId='V_DP' displayFormat='Button' buttonValue='1'/></Menu>")
                .tail("<CommNetworkProfile xsi:type='IOLinkCommNetworkProfileT' iolinkRevision='V1.0'><TransportLayers>"
                        + "<PhysicalLayer baudrate='COM2' minCycleTime='2300' sioSupported='1' physics='2'/>"
                        + "</TransportLayers></CommNetworkProfile>")
                .read();
        IoddDescription model = reading.model();

        assertThat(model.version()).isEqualTo(IoddVersion.V1_0_1);
        assertThat(model.variables().get(0)).isInstanceOfSatisfying(DirectParameterOverlay.class,
                overlay -> assertThat(overlay.element()).isEqualTo("StdDirectParameterRef"));
        assertThat(model.events().get(0)).isInstanceOfSatisfying(Event.class,
                event -> assertThat(event.mode()).isEqualTo("AppearDisappear"));
        assertThat(((DataItemRef) model.menus().get(0).items().get(0)).buttonValue()).isEqualTo("1");
        assertThat(model.physicalLayers().get(0).anyBitrate()).isEqualTo("COM2");
        assertThat(model.physicalLayers().get(0).physics()).isEqualTo("2");
        assertThat(reading.findings()).extracting(Finding::code).doesNotContain("unknown-element",
                "unknown-attribute");
    }

    @Test
    void readsTextsOfAllLanguagesRedefinitionsAndOwnUnits() {
        IoddDescription model = IoddXml.v11().languages("""
                <Language xml:lang='de'><Text id='T_Name' value='Testgerät'/>
                <TextRedefine id='STD_TN_DeviceSpecific_1' value='Schwelle'/></Language>""")
                .tail("<UnitCollection><Unit code='9000' abbr='drops' textId='T_Name'/></UnitCollection>").model();

        assertThat(model.languages()).extracting("lang").isEqualTo(List.of("en", "de"));
        assertThat(model.languages().get(1).texts().get(1).element()).isEqualTo("TextRedefine");
        assertThat(model.units().get(0).abbr()).isEqualTo("drops");
    }
}
