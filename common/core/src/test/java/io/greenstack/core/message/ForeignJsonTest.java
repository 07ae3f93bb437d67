package io.greenstack.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignJsonTest {

    private final ForeignJson<String> json = new ForeignJson<>(60, 3, new Written());
    private final List<ItemFault> faults = new ArrayList<>();

    /** Writes what it is given, with a letter for what it was. */
    private static final class Written implements ForeignJson.Tree<String> {

        @Override
        public String text(String value) {
            return "t" + value;
        }

        @Override
        public String truth(boolean value) {
            return "b" + value;
        }

        @Override
        public String whole(Number value) {
            return value.getClass().getSimpleName() + value;
        }

        @Override
        public String fraction(double value) {
            return "d" + value;
        }

        @Override
        public String nothing() {
            return "null";
        }

        @Override
        public String list(List<String> values) {
            return values.toString();
        }

        @Override
        public String object(Map<String, String> members) {
            return members.toString();
        }
    }

    private String read(String text) {
        return json.read(text.getBytes(StandardCharsets.UTF_8), faults);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1|Integer1", "-3000000000|Long-3000000000",
            "9223372036854775808|BigInteger9223372036854775808", "1.5|d1.5", "1e3|d1000.0", "true|btrue", "null|null",
            "\"ü\"|tü", "[]|[]", "{}|{}", "{\"b\":[1,{\"c\":2}],\"a\":null}|{b=[Integer1, {c=Integer2}], a=null}"})
    void valuesAreWhatTheyAre(String text, String expected) {
        assertThat(read(text)).isEqualTo(expected);
        assertThat(faults).isEmpty();
    }

    @Test
    void aMemberThatStandsTwiceHasNoValueAndCostsNoOther() {
        assertThat(read("{\"a\":{\"b\":1,\"b\":2,\"c\":3,\"b\":4},\"d\":5}")).isEqualTo("{a={c=Integer3}, d=Integer5}");
        assertThat(faults).extracting(ItemFault::reason, ItemFault::detail)
                .containsExactly(tuple(RejectReason.DUPLICATE_MEMBER,
                        "'a.b' stands twice"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''|empty-payload", "' '|empty-payload", "{|not-json", "1 2|not-json",
            "nul|not-json", "[[[[1]]]]|too-deep",
            "'[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24]'|payload-too-large"})
    void whatCannotBeReadSaysWhy(String text, String reason) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(PayloadException.class,
                refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
