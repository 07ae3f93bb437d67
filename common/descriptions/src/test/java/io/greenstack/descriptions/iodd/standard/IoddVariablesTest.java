package io.greenstack.descriptions.iodd.standard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.greenstack.descriptions.iodd.IoddXml;
import io.greenstack.descriptions.iodd.model.AccessRights;
import io.greenstack.descriptions.iodd.model.AllowedValue.SingleValue;
import io.greenstack.descriptions.iodd.model.AllowedValue.ValueRange;
import io.greenstack.descriptions.iodd.model.Datatype.DatatypeKind;
import io.greenstack.descriptions.iodd.standard.IoddVariables.ResolvedVariable;

class IoddVariablesTest {

    @Test
    void resolvesStandardVariables() {
        IoddVariables variables = IoddVariables.of(IoddXml.v11()
                .variables(
                        """
                                <StdVariableRef id='V_VendorName' defaultValue='ACME'/>
                                <StdVariableRef id='V_ApplicationSpecificTag' fixedLengthRestriction='16' excludedFromDataStorage='true'/>
                                <StdVariableRef id='V_DetailedDeviceStatus' fixedLengthRestriction='4'/>""")
                .model());

        ResolvedVariable vendor = variables.find("V_VendorName");
        assertThat(vendor.index()).isEqualTo(16);
        assertThat(vendor.access()).isEqualTo(AccessRights.RO);
        assertThat(vendor.datatype().kind()).isEqualTo(DatatypeKind.STRING);
        assertThat(vendor.defaultValue()).isEqualTo("ACME");
        assertThat(vendor.standard()).isTrue();
        assertThat(vendor.name().textId()).isEqualTo("STD_TN_V_VendorName");
        assertThat(variables.find("V_ApplicationSpecificTag").datatype().fixedLength()).isEqualTo(16);
        assertThat(variables.find("V_ApplicationSpecificTag").excludedFromDataStorage()).isTrue();
        assertThat(variables.find("V_DetailedDeviceStatus").datatype().count()).isEqualTo(4);
        assertThat(variables.find("V_Missing")).isNull();
    }

    @Test
    void keepsOnlyTheSupportedValuesWithTheirStandardNames() {
        IoddVariables variables = IoddVariables.of(IoddXml.v11().variables("""
                <StdVariableRef id='V_SystemCommand'><StdSingleValueRef value='130'/><StdSingleValueRef value='99'/>
                <SingleValue value='160'><Name textId='T_Name'/></SingleValue></StdVariableRef>
                <StdVariableRef id='V_DeviceStatus'/>""").model());

        assertThat(variables.find("V_SystemCommand").datatype().values()).hasSize(3).first()
                .isInstanceOfSatisfying(SingleValue.class, value -> assertThat(value.name().textId())
                        .isEqualTo("STD_TN_SystemCommand_RestoreFactorySettings"));
        assertThat(variables.find("V_DeviceStatus").datatype().singleValues()).hasSize(5);
    }

    @Test
    void systemCommandWithoutValuesSupportsNone() {
        IoddVariables variables = IoddVariables
                .of(IoddXml.v11().variables("<StdVariableRef id='V_SystemCommand'/>").model());

        assertThat(variables.find("V_SystemCommand").datatype().values()).isEmpty();
    }

    @Test
    void version101RefersToRangesOfTheStandard() {
        IoddVariables variables = IoddVariables.of(IoddXml.v101().variables("""
                <StdVariableRef id='V_SystemCommand'><StdValueRangeRef lowerValue='0' upperValue='63'/></StdVariableRef>
                <StdVariableRef id='V_ProcessDataIn'/>""").model());

        assertThat(variables.find("V_SystemCommand").datatype().values()).singleElement()
                .isInstanceOfSatisfying(ValueRange.class, range -> assertThat(range.upperValue()).isEqualTo("63"));
        assertThat(variables.find("V_ProcessDataIn").datatype().kind())
                .isEqualTo(DatatypeKind.PROCESS_DATA_IN_UNION);
    }

    @Test
    void findsDefaultsOfRecordItems() {
        IoddVariables variables = IoddVariables.of(IoddXml.v11().variables("""
                <StdVariableRef id='V_DeviceAccessLocks'><StdRecordItemRef subindex='1' defaultValue='true'/>
                </StdVariableRef>
                <StdVariableRef id='V_DirectParameters_1'/>
                <DirectParameterOverlay id='V_DP2' accessRights='rw'><Datatype xsi:type='RecordT' bitLength='128'/>
                <Name textId='T_Name'/></DirectParameterOverlay>
                <Variable id='V' index='80' accessRights='rw' defaultValue='7'><DatatypeRef datatypeId='D'/>
                <RecordItemInfo subindex='2' defaultValue='5'/><Name textId='T_Name'/></Variable>""")
                .datatypes("<Datatype id='D' xsi:type='RecordT' bitLength='16'/>").model());

        assertThat(variables.find("V_DeviceAccessLocks").defaultOf(1)).isEqualTo("true");
        assertThat(variables.find("V_DirectParameters_1").defaultOf(5)).isEqualTo("17");
        assertThat(variables.find("V_DP2").index()).isEqualTo(1);
        ResolvedVariable own = variables.find("V");
        assertThat(own.defaultOf(2)).isEqualTo("5");
        assertThat(own.defaultOf(3)).isNull();
        assertThat(own.defaultOf(0)).isEqualTo("7");
        assertThat(own.datatype().bitLength()).isEqualTo(16);
        assertThat(variables.all()).hasSize(4);
    }

    @Test
    void keepsUnknownStandardVariables() {
        IoddVariables variables = IoddVariables.of(IoddXml.v11().variables("<StdVariableRef id='V_New'/>").model());

        assertThat(variables.find("V_New").index()).isNull();
        assertThat(variables.find("V_New").datatype()).isNull();
    }
}
