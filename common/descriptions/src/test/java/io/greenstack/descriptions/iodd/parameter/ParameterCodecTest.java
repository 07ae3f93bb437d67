package io.greenstack.descriptions.iodd.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.descriptions.ParameterError;
import io.greenstack.descriptions.ParameterException;
import io.greenstack.descriptions.iodd.IoddXml;

/** Vectors made by hand from annex F of the IO-Link interface specification. */
class ParameterCodecTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private static final String ITEM = "<RecordItem subindex='%d' bitOffset='%d'><SimpleDatatype xsi:type='%s' %s/>"
            + "<Name textId='TN_%d'/></RecordItem>";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "BooleanT |  | true | FF", "BooleanT |  | false | 00",
            "UIntegerT | bitLength='2' | 3 | 03", "UIntegerT | bitLength='8' | 255 | FF",
            "UIntegerT | bitLength='12' | 2748 | 0ABC", "UIntegerT | bitLength='16' | 258 | 0102",
            "UIntegerT | bitLength='24' | 66051 | 00010203", "UIntegerT | bitLength='32' | 4294967295 | FFFFFFFF",
            "UIntegerT | bitLength='64' | 18446744073709551615 | FFFFFFFFFFFFFFFF",
            "IntegerT | bitLength='8' | -1 | FF", "IntegerT | bitLength='12' | -2048 | F800",
            "IntegerT | bitLength='24' | -2 | FFFFFFFE", "IntegerT | bitLength='16' | -32768 | 8000",
            "IntegerT | bitLength='64' | -9223372036854775808 | 8000000000000000",
            "Float32T |  | 1.0 | 3F800000", "Float32T |  | -2.5 | C0200000", "Float32T |  | `NaN` | 7FC00000",
            "Float32T |  | 0.1 | 3DCCCCCD",
            "StringT | fixedLength='8' encoding='UTF-8' | `Hé` | 48C3A9",
            "StringT | fixedLength='4' encoding='US-ASCII' | `ABCD` | 41424344",
            "StringT | fixedLength='4' encoding='US-ASCII' | `` | 00",
            "OctetStringT | fixedLength='3' | `0AFF00` | 0AFF00",
            "TimeT |  | `2000-01-01T00:00:00Z` | BC17C20000000000",
            "TimeT |  | `2036-02-07T06:28:16.500Z` | 0000000080000000",
            "TimeSpanT |  | `PT1.5S` | 0000000180000000", "TimeSpanT |  | `PT-0.5S` | FFFFFFFF80000000"})
    void simpleValues(String type, String attributes, String value, String octets) {
        Parameter parameter = simple(type, attributes == null ? "" : attributes);
        String json = value.matches("-?[0-9.]+|true|false") ? value : '"' + value + '"';
        assertThat(encoded(parameter, 0, json)).isEqualTo(octets);
        JsonNode decoded = ParameterCodec.decode(parameter, 0, HEX.parseHex(octets));
        assertThat(decoded.asText()).isEqualTo(value);
    }

    @Test
    void aRecordIsPackedFromItsLastOctet() {
        // Bits 31..16 integer, 15..8 text, 7..4 unused, 3..1 three bits, 0 truth value.
        Parameter parameter = record(32, ITEM.formatted(1, 0, "BooleanT", "", 1)
                + ITEM.formatted(2, 1, "UIntegerT", "bitLength='3'", 2)
                + ITEM.formatted(3, 8, "StringT", "fixedLength='1' encoding='US-ASCII'", 3)
                + ITEM.formatted(4, 16, "IntegerT", "bitLength='16'", 4));
        assertThat(encoded(parameter, 0, "{\"1\":true,\"2\":5,\"3\":\"A\",\"4\":-2}")).isEqualTo("FFFE410B");
        assertThat(encoded(parameter, 0, "{\"Name 1\":true,\"Name 2\":5,\"Name 3\":\"A\",\"Name 4\":-2}"))
                .isEqualTo("FFFE410B");
        assertThat(ParameterCodec.decode(parameter, 0, HEX.parseHex("FFFE410B")))
                .hasToString("{\"1\":true,\"2\":5,\"3\":\"A\",\"4\":-2}");
        assertThat(encoded(parameter, 1, "true")).isEqualTo("FF");
        assertThat(encoded(parameter, 4, "-2")).isEqualTo("FFFE");
        assertThat(ParameterCodec.decode(parameter, 2, new byte[]{5}).intValue()).isEqualTo(5);
    }

    @Test
    void itemsCrossOctets() {
        Parameter parameter = record(16, ITEM.formatted(1, 3, "UIntegerT", "bitLength='10'", 1)
                + ITEM.formatted(2, 13, "IntegerT", "bitLength='3'", 2) + ITEM.formatted(3, 0, "UIntegerT",
                        "bitLength='3'", 3));
        // 110 1010101010 001
        assertThat(encoded(parameter, 0, "{\"1\":682,\"2\":-2,\"3\":1}")).isEqualTo("D551");
        assertThat(ParameterCodec.decode(parameter, 0, HEX.parseHex("D551")))
                .hasToString("{\"1\":682,\"2\":-2,\"3\":1}");
    }

    @Test
    void itemsLeftOutKeepWhatTheDeviceHas() {
        Parameter parameter = record(16, ITEM.formatted(1, 8, "UIntegerT", "bitLength='8'", 1)
                + ITEM.formatted(2, 0, "UIntegerT", "bitLength='8'", 2));
        assertThat(HEX.formatHex(ParameterCodec.encode(parameter, 0, json("{\"2\":7}"), new byte[]{0x55, 0x66})))
                .isEqualTo("5507");
        assertCode(() -> encoded(parameter, 0, "{\"2\":7}"), ParameterException.MISSING_ITEM);
        assertCode(() -> ParameterCodec.encode(parameter, 0, json("{\"2\":7}"), new byte[3]),
                ParameterException.WRONG_LENGTH);
    }

    @Test
    void elementsOfAnArrayFollowEachOther() {
        Parameter parameter = parameter("<Variable id='V' index='70' accessRights='rw'><Datatype xsi:type='ArrayT' "
                + "count='5'><SimpleDatatype xsi:type='UIntegerT' bitLength='3'/></Datatype><Name textId='TN'/></Variable>");
        // 0 010 110 101 100 011
        assertThat(encoded(parameter, 0, "[2,6,5,4,3]")).isEqualTo("2D63");
        assertThat(ParameterCodec.decode(parameter, 0, HEX.parseHex("2D63"))).hasToString("[2,6,5,4,3]");
        assertThat(encoded(parameter, 2, "6")).isEqualTo("06");
        assertCode(() -> encoded(parameter, 0, "[1,2]"), ParameterException.WRONG_LENGTH);
        assertCode(() -> encoded(parameter, 6, "1"), ParameterException.UNKNOWN_ITEM);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "UIntegerT | bitLength='8' | 256 | value-out-of-range",
            "UIntegerT | bitLength='8' | -1 | value-out-of-range",
            "UIntegerT | bitLength='8' | 1.5 | wrong-type", "UIntegerT | bitLength='8' | \"1\" | wrong-type",
            "UIntegerT | bitLength='8' | 1e400000 | value-out-of-range",
            "UIntegerT | bitLength='8' | null | wrong-type",
            "IntegerT | bitLength='12' | 2048 | value-out-of-range", "BooleanT |  | 1 | wrong-type",
            "Float32T |  | 1e39 | value-out-of-range", "Float32T |  | \"x\" | wrong-type",
            "StringT | fixedLength='2' encoding='UTF-8' | \"éé\" | wrong-length",
            "StringT | fixedLength='9' encoding='US-ASCII' | \"é\" | wrong-type",
            "StringT | fixedLength='9' encoding='UTF-8' | 5 | wrong-type",
            "OctetStringT | fixedLength='2' | \"00\" | wrong-length",
            "OctetStringT | fixedLength='2' | \"0G\" | wrong-type",
            "TimeT |  | \"1980-01-01T00:00:00Z\" | value-out-of-range", "TimeT |  | \"today\" | wrong-type",
            "TimeSpanT |  | 1e20 | value-out-of-range"})
    void refusals(String type, String attributes, String value, String code) {
        Parameter parameter = simple(type, attributes == null ? "" : attributes);
        assertCode(() -> encoded(parameter, 0, value), code);
    }

    @Test
    void octetsOfAnotherLengthAreRefused() {
        assertCode(() -> ParameterCodec.decode(simple("UIntegerT", "bitLength='16'"), 0, new byte[3]),
                ParameterException.WRONG_LENGTH);
        assertCode(() -> ParameterCodec.decode(simple("OctetStringT", "fixedLength='3'"), 0, new byte[2]),
                ParameterException.WRONG_LENGTH);
        assertThat(ParameterCodec.decode(simple("IntegerT", "bitLength='24'"), 0, HEX.parseHex("FFFFFE")).intValue())
                .isEqualTo(-2);
        assertThat(ParameterCodec.decode(simple("BooleanT", ""), 0, new byte[]{1}).booleanValue()).isTrue();
    }

    @Test
    void aRecordWithoutSubindexAccessIsTakenAsAWhole() {
        Parameter parameter = parameter("<Variable id='V' index='70' accessRights='rw'><Datatype xsi:type='RecordT' "
                + "bitLength='8' subindexAccessSupported='false'>"
                + ITEM.formatted(1, 0, "UIntegerT", "bitLength='8'", 1)
                + "</Datatype><Name textId='TN'/></Variable>");
        assertCode(() -> encoded(parameter, 1, "1"), ParameterException.NO_SUBINDEX_ACCESS);
        assertThat(ParameterValidator.validate(parameter, 1, json("1"), true)).isEmpty();
    }

    @Test
    void aDamagedDatatypeIsNotGuessed() {
        for (String type : new String[]{"<Datatype xsi:type='UIntegerT' bitLength='1000000000'/>",
                "<DatatypeRef datatypeId='nowhere'/>", "<Datatype xsi:type='StringT'/>",
                "<Datatype xsi:type='RecordT' bitLength='8'>" + ITEM.formatted(1, 4, "UIntegerT", "bitLength='8'", 1)
                        + "</Datatype>"}) {
            Parameter parameter = parameter(
                    "<Variable id='V' index='70' accessRights='rw'>" + type + "<Name textId='TN'/></Variable>");
            assertCode(() -> encoded(parameter, 0, "1"), ParameterException.UNKNOWN_DATATYPE);
            assertThat(ParameterValidator.validate(parameter, 0, json("1"), true)).extracting(ParameterError::code)
                    .containsExactly(ParameterException.UNKNOWN_DATATYPE);
        }
    }

    @Test
    void menusScaleValues() {
        Parameter parameter = ParameterCatalog.of(IoddXml.v11()
                .variables("<Variable id='V' index='70' accessRights='rw'><Datatype xsi:type='IntegerT' bitLength='16'>"
                        + "<ValueRange lowerValue='-100' upperValue='1000'/><SingleValue value='32760'/></Datatype><Name textId='TN'/></Variable>")
                .menus("M", "<Menu id='M'><VariableRef variableId='V' gradient='0.1' offset='-20' unitCode='1001'/>"
                        + "<VariableRef variableId='V' gradient='0.18' offset='-4' unitCode='1002'/></Menu>")
                .text("TN", "Level").model()).get("V");
        assertThat(ParameterCodec.scaled(parameter, 0, json("394"), null, false).decimalValue())
                .isEqualByComparingTo("19.4");
        assertThat(ParameterCodec.scaled(parameter, 0, json("394"), 1002, false).decimalValue())
                .isEqualByComparingTo("66.92");
        assertThat(ParameterCodec.scaled(parameter, 0, json("19.44"), null, true).decimalValue())
                .isEqualByComparingTo("394");
        assertThat(ParameterCodec.scaled(parameter, 0, json("32760"), null, false).intValue()).isEqualTo(32760);
        assertThat(parameter.scale(0, null).unit()).isEqualTo("°C");
    }

    static Parameter parameter(String variable) {
        IoddXml xml = IoddXml.v11().variables(variable).text("TN", "Level");
        for (int i = 1; i < 9; i++) {
            xml.text("TN_" + i, "Name " + i);
        }
        return ParameterCatalog.of(xml.model()).get("V");
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Parameter simple(String type, String attributes) {
        return parameter("<Variable id='V' index='70' accessRights='rw'><Datatype xsi:type='" + type + "' " + attributes
                + "/><Name textId='TN'/></Variable>");
    }

    private static Parameter record(int bits, String items) {
        return parameter("<Variable id='V' index='70' accessRights='rw'><Datatype xsi:type='RecordT' bitLength='" + bits
                + "'>" + items + "</Datatype><Name textId='TN'/></Variable>");
    }

    private static String encoded(Parameter parameter, int subindex, String value) {
        return HEX.formatHex(ParameterCodec.encode(parameter, subindex, json(value), null));
    }

    private static void assertCode(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ParameterException.class,
                e -> assertThat(e.error().code()).isEqualTo(code));
    }
}
