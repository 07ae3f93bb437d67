package io.greenstack.descriptions.eds.layout;

import static io.greenstack.descriptions.eds.layout.Decoding.param;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.ParameterValues;
import io.greenstack.core.processdata.ProcessDataDecoder;
import io.greenstack.core.processdata.ProcessDataEncoder;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.core.processdata.ScalarType;
import io.greenstack.descriptions.eds.EdsFixtures;
import io.greenstack.descriptions.eds.model.CipType;
import io.greenstack.descriptions.eds.model.FindingCode;

/** Each elementary type of CIP: octets to a value and back, least significant octet first. */
class CipTypesTest {

    @ParameterizedTest
    @CsvSource({"BOOL, 01, true", "SINT, FE, -2.0", "INT, 34F2, -3532.0", "DINT, 785634F2, -2.31451016E8",
            "LINT, FBFFFFFFFFFFFFFF, -5.0", "USINT, FE, 254.0", "UINT, 3412, 4660.0", "UDINT, 785634F2, 4.06351628E9",
            "ULINT, 0000000001000000, 4.294967296E9", "REAL, 0000C0BF, -1.5", "LREAL, 00000000000004C0, -2.5",
            "BYTE, 81, 129.0", "WORD, 0180, 32769.0", "DWORD, 01000080, 2.147483649E9",
            "LWORD, 0100000002000000, 8.589934593E9", "STIME, 18FCFFFF, -1.0", "DATE, 6D01, 365.0",
            "TIME_OF_DAY, DC050000, 1.5", "FTIME, 60E31600, 1.5", "LTIME, C0BDF0FFFFFFFFFF, -1.0",
            "ITIME, 0CFE, -0.5", "TIME, DC050000, 1.5", "NTIME, 002F685900000000, 1.5", "ENGUNIT, 0112, 4609.0",
            "STRING, 0300414243, ABC", "SHORT_STRING, 03414243, ABC", "STRING2, 02004100E400, A\u00e4"})
    void octetsBecomeTheValueAndTheValueTheOctets(CipType type, String hex, String value) {
        ProcessDataLayout layout = layout(type, hex.length() / 2);

        Map<String, Object> values = decode(layout, hex);

        assertThat(values).hasSize(1);
        assertThat(values.get("value")).hasToString(value);
        assertThat(encode(layout, values)).isEqualTo(hex);
    }

    @Test
    void dateAndTimeIsTheTimeOfDayAndThenTheDay() {
        ProcessDataLayout layout = layout(CipType.DATE_AND_TIME, 6);

        Map<String, Object> values = decode(layout, "DC0500006E01");

        assertThat(values).containsOnly(Map.entry("value_time_of_day", 1.5),
                Map.entry("value_days_since_1972", 366.0));
        assertThat(encode(layout, values)).isEqualTo("DC0500006E01");
    }

    @ParameterizedTest
    @EnumSource(value = CipType.class, names = {"EPATH", "STRINGN", "STRINGI"})
    void whatHasSeveralFormsIsGivenAsOctetsAndSaidToBe(CipType type) {
        ProcessDataLayout layout = layout(type, 6);

        assertThat(layout.in().get(0).fields().get(0).type()).isEqualTo(ScalarType.OCTETS);
        Map<String, Object> values = decode(layout, "010002004142");
        assertThat(values.get("value")).isEqualTo(new byte[]{1, 0, 2, 0, 0x41, 0x42});
        assertThat(encode(layout, values)).isEqualTo("010002004142");
        assertThat(EdsFixtures.codes(sections(type, 6))).contains(FindingCode.MEMBER_OCTETS);
    }

    @Test
    void noTypeIsLeftOut() throws NoSuchMethodException {
        CsvSource rows = CipTypesTest.class
                .getDeclaredMethod("octetsBecomeTheValueAndTheValueTheOctets", CipType.class, String.class,
                        String.class)
                .getAnnotation(CsvSource.class);
        Set<String> shown = Stream.concat(Arrays.stream(rows.value()).map(row -> row.substring(0, row.indexOf(','))),
                Stream.of("DATE_AND_TIME", "EPATH", "STRINGN", "STRINGI")).collect(Collectors.toSet());

        assertThat(CipType.values()).extracting(Enum::name).containsExactlyInAnyOrderElementsOf(shown);
    }

    private static String sections(CipType type, int octets) {
        return "[Params]\n" + param(1, type.code(), octets, "value") + "[Assembly]\nAssem1 = \"x\", , " + octets
                + ", 0, , , " + octets * 8 + ", Param1;";
    }

    private static ProcessDataLayout layout(CipType type, int octets) {
        return Decoding.layout(EdsFixtures.model(sections(type, octets)), "Assem1");
    }

    private static Map<String, Object> decode(ProcessDataLayout layout, String hex) {
        Map<String, Object> values = new LinkedHashMap<>();
        ProcessDataDecoder.of(layout).decode(Direction.IN, HexFormat.of().parseHex(hex), ParameterValues.NONE).values()
                .forEach(value -> values.put(value.field().key(), value.value()));
        return values;
    }

    private static String encode(ProcessDataLayout layout, Map<String, Object> values) {
        return HexFormat.of().withUpperCase()
                .formatHex(ProcessDataEncoder.of(layout).encode(Direction.IN, values, ParameterValues.NONE));
    }
}
