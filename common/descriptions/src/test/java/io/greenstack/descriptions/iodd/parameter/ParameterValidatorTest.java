package io.greenstack.descriptions.iodd.parameter;

import static io.greenstack.descriptions.iodd.parameter.ParameterCodecTest.json;
import static io.greenstack.descriptions.iodd.parameter.ParameterCodecTest.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.greenstack.descriptions.ParameterError;
import io.greenstack.descriptions.iodd.IoddXml;
import io.greenstack.localstack.testing.Corpus;

class ParameterValidatorTest {

    private static final String RANGED = "<Variable id='V' index='70' accessRights='%s'><Datatype xsi:type='UIntegerT' "
            + "bitLength='8'><ValueRange lowerValue='10' upperValue='20'/><ValueRange lowerValue='50' upperValue='60'/>"
            + "<SingleValue value='255'><Name textId='TN_1'/></SingleValue></Datatype><Name textId='TN'/></Variable>";

    @Test
    void rangesAndSingleValues() {
        Parameter parameter = parameter(RANGED.formatted("rw"));
        for (String value : new String[]{"10", "20", "55", "255", "20.0"}) {
            assertThat(ParameterValidator.validate(parameter, 0, json(value), true)).isEmpty();
        }
        assertThat(ParameterValidator.validate(parameter, 0, json("30"), true)).containsExactly(new ParameterError("V",
                "value-out-of-range", "V does not take 30; allowed: 10 to 20, 50 to 60, 255 (Name 1)."));
        assertThat(ParameterValidator.validate(parameter, 0, json("256"), true)).containsExactly(new ParameterError("V",
                "value-out-of-range", "V is UIntegerT of 8 bits and takes 0 to 255, not 256."));
        assertThat(ParameterValidator.validate(parameter, 0, json("\"x\""), true)).containsExactly(
                new ParameterError("V", "wrong-type", "V takes a whole number, not \"x\"."));
    }

    @Test
    void access() {
        assertThat(codes(parameter(RANGED.formatted("ro")), 0, "10", true)).containsExactly("read-only");
        assertThat(codes(parameter(RANGED.formatted("ro")), 0, "10", false)).isEmpty();
        assertThat(codes(parameter(RANGED.formatted("wo")), 0, "10", false)).containsExactly("write-only");
        assertThat(codes(parameter(RANGED.formatted("ro")), 0, "30", true)).containsExactly("read-only",
                "value-out-of-range");
    }

    @Test
    void itemsOfRecords() {
        Parameter parameter = parameter("<Variable id='V' index='70' accessRights='rw'><Datatype xsi:type='RecordT' "
                + "bitLength='16'><RecordItem subindex='1' bitOffset='8' accessRightRestriction='ro'><SimpleDatatype "
                + "xsi:type='UIntegerT' bitLength='8'/><Name textId='TN_1'/></RecordItem><RecordItem subindex='2' "
                + "bitOffset='0'><SimpleDatatype xsi:type='UIntegerT' bitLength='8'><SingleValue value='1'/>"
                + "</SimpleDatatype><Name textId='TN_2'/></RecordItem></Datatype><Name textId='TN'/></Variable>");
        assertThat(codes(parameter, 0, "{\"2\":1}", true)).isEmpty();
        assertThat(ParameterValidator.validate(parameter, 0, json("{\"1\":1,\"Name 2\":2}"), true))
                .extracting(ParameterError::field, ParameterError::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("V/1", "read-only"),
                        org.assertj.core.groups.Tuple.tuple("V/2", "value-out-of-range"));
        assertThat(codes(parameter, 1, "1", true)).containsExactly("read-only");
        assertThat(codes(parameter, 9, "1", true)).containsExactly("unknown-item");
        assertThat(codes(parameter, 0, "{\"9\":1}", true)).containsExactly("unknown-item");
        assertThat(codes(parameter, 0, "5", true)).containsExactly("wrong-type");
    }

    @Test
    void standardVariables() {
        ParameterCatalog catalog = ParameterCatalog.of(IoddXml.v11().variables("<StdVariableRef id='V_SystemCommand'>"
                + "<StdSingleValueRef value='130'/></StdVariableRef><StdVariableRef id='V_ApplicationSpecificTag' "
                + "fixedLengthRestriction='16'/><StdVariableRef id='V_VendorName'/>").model());
        Parameter command = catalog.find("2").orElseThrow();
        assertThat(codes(command, 0, "130", true)).isEmpty();
        assertThat(codes(command, 0, "131", true)).containsExactly("value-out-of-range");
        assertThat(codes(catalog.get("V_VendorName"), 0, "\"x\"", true)).containsExactly("read-only");
        assertThat(codes(catalog.get("V_ApplicationSpecificTag"), 0, "\"12345678901234567\"", true))
                .containsExactly("wrong-length");
        assertThat(catalog.find("nothing")).isEmpty();
    }

    @Test
    void namesMustBeUnique() {
        String variable = "<Variable id='V%d' index='7%d' accessRights='rw'><Datatype xsi:type='BooleanT'/>"
                + "<Name textId='TN_%d'/></Variable>";
        ParameterCatalog catalog = ParameterCatalog.of(IoddXml.v11()
                .variables(variable.formatted(1, 1, 1) + variable.formatted(2, 2, 1) + variable.formatted(3, 3, 3))
                .text("TN_1", "Same").text("TN_3", "Alone").model());
        assertThat(catalog.find("Same")).isEmpty();
        assertThat(catalog.find("Alone")).map(Parameter::variableId).contains("V3");
        assertThat(catalog.find("72")).map(Parameter::variableId).contains("V2");
    }

    @Test
    void everyDefaultOfTheSamplesIsAccepted() {
        Corpus.samples().forEach(path -> defaults(Corpus.bytes(path)));
    }

    private static void defaults(byte[] file) {
        for (Parameter parameter : ParameterCatalog.of(IoddXml.read(file).model()).all()) {
            if (parameter.defaultValue() != null && !parameter.hasItems()) {
                assertThat(ParameterValidator.validate(parameter, 0,
                        ParameterCodec.written(parameter.type(), parameter.defaultValue()), false))
                        .filteredOn(error -> !error.code().equals("write-only")).isEmpty();
            }
        }
    }

    private static List<String> codes(Parameter parameter, int subindex, String value, boolean forWriting) {
        return ParameterValidator.validate(parameter, subindex, json(value), forWriting).stream()
                .map(ParameterError::code).toList();
    }
}
