package io.greenstack.core.processdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys, status tokens, display formats and parameter names. */
class NamesTest {

    @ParameterizedTest
    @CsvSource({"Process value,process_value", "'  Übertemperatur (T°) ',ubertemperatur_t_deg", "Größe,grosse",
            "OUT1,out1",
            "a--b__c,a_b_c", "µA,ua", "Auslastung %,auslastung_percent", "'---',''", "温度,''"})
    void slugs(String name, String slug) {
        assertThat(FieldKeys.slug(name)).isEqualTo(slug);
    }

    @Test
    void keysAreUniqueAndShort() {
        FieldKeys keys = new FieldKeys();
        assertThat(keys.next("Status Bits Reserved", null)).isEqualTo("status_bits_reserved");
        assertThat(keys.next("Status bits reserved", null)).isEqualTo("status_bits_reserved_2");
        assertThat(keys.next("Status_Bits_Reserved", null)).isEqualTo("status_bits_reserved_3");
        assertThat(keys.next("温度", "item_7")).isEqualTo("item_7");
        assertThat(keys.next(null, null)).isEqualTo("field");
        assertThat(keys.next("x".repeat(200), null)).hasSize(64);
        assertThat(keys.next("x".repeat(200), null)).hasSize(64).endsWith("_2");
        assertThat(keys.next("a".repeat(61) + " b c", null)).satisfies(LayoutValidator::isKey);
    }

    @Test
    void aKeyThatLooksLikeASuffixedOneStaysUnique() {
        FieldKeys keys = new FieldKeys();
        assertThat(keys.next("Port 2", null)).isEqualTo("port_2");
        assertThat(keys.next("Port", null)).isEqualTo("port");
        assertThat(keys.next("Port", null)).isEqualTo("port_3");
    }

    @ParameterizedTest
    @CsvSource({"NoData,no_data", "No Data,no_data", "no data,no_data", "OutOfRange(+),out_of_range_plus",
            "OutOfRange(-),out_of_range_minus", "' Out of range - ',out_of_range_minus", "Over-range,over_range",
            "'',special_32764", "温,special_32764", "Out of range,special_out_of_range",
            "Not a number,special_not_a_number", "No scaling,special_no_scaling", "InvalidText,special_invalid_text"})
    void statusTokens(String text, String token) {
        assertThat(SpecialValue.of(BigDecimal.valueOf(32764), text).status()).isEqualTo(token);
    }

    @Test
    void statusTokenOfANegativeValueWithoutText() {
        assertThat(SpecialValue.of(BigDecimal.valueOf(-5), null).status()).isEqualTo("special_minus_5");
    }

    @ParameterizedTest
    @CsvSource({"Dec,Dec", "Dec.2,Dec.2", "' dec.3 ',Dec.3", "Hex,Hex", "Bin,Bin", "Hex.2,Hex", "Dec.x,Dec",
            "Dec.99,Dec.20"})
    void displayFormats(String text, String normal) {
        assertThat(DisplayFormat.parse(text).text()).isEqualTo(normal);
    }

    @Test
    void whatIsNoDisplayFormat() {
        assertThat(DisplayFormat.parse("Button")).isNull();
        assertThat(DisplayFormat.parse(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"V_Mode,V_Mode,0", "V_Mode/2,V_Mode,2", "a/b/3,a/b,3", "a/b,a/b,0", "/5,/5,0", "a/,a/,0",
            "a/123456,a/123456,0", "a/-1,a/-1,0"})
    void parameterNames(String text, String variable, int subindex) {
        assertThat(ParameterKey.parse(text)).isEqualTo(new ParameterKey(variable, subindex));
    }

    @Test
    void parameterValues() {
        ParameterValues values = ParameterValues.of(Map.of("V_x", 1L, "V_y/2", 3L));
        assertThat(values.get(new ParameterKey("V_y", 2))).isEqualTo(3);
        assertThat(values.get(new ParameterKey("V_y", 0))).isNull();
        assertThat(values.toMap()).isEqualTo(Map.of("V_x", 1L, "V_y/2", 3L));
        assertThat(values).hasToString("{V_x=1, V_y/2=3}").isEqualTo(ParameterValues.of(values.toMap()))
                .hasSameHashCodeAs(ParameterValues.of(values.toMap()));
        assertThat(ParameterValues.NONE.isEmpty()).isTrue();
        assertThat(ParameterValues.of(Map.of())).isSameAs(ParameterValues.NONE);
    }
}
