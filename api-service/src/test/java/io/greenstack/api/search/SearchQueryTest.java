package io.greenstack.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchQueryTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Which devices have a variable with index 60?|index 60",
            "which sensors give bar?|bar", "Welche Sensoren messen °C?|°c", "the device|device", "which|which",
            "pressure sensor|pressure sensor", "Seriennummer|seriennummer", "event code 0x8C40|event code 0x8c40",
            "index=0x3C|index 0x3c", "%|%", "m/s|m/s"})
    void questionsBecomeWhatTheyAskFor(String asked, String whole) {
        assertThat(SearchQuery.of(asked).whole()).isEqualTo(whole);
    }

    @Test
    void numbersAreUnderstoodInDecimalAndHexadecimal() {
        assertThat(SearchQuery.of("0x8C40").words()).contains("'#35904'");
        assertThat(SearchQuery.of("8C40h").words()).contains("'#35904'");
        assertThat(SearchQuery.of("8c40").words()).contains("'#event:35904'", "'#error:35904'")
                .doesNotContain("'#35904'");
        assertThat(SearchQuery.of("1800").words()).contains("'#1800'", "'#event:6144'");
        assertThat(SearchQuery.of("index 60").words()).contains("'#index:60'").doesNotContain("'#60'");
        assertThat(SearchQuery.of("Parameterindex Nr. 60").words()).contains("'#index:60'");
    }

    @Test
    void whatIsTypedIsABeginningAndNumbersAreNot() {
        assertThat(SearchQuery.of("press").words()).isEqualTo("((('press':*)))");
        assertThat(SearchQuery.of("pr").words()).isEqualTo("((('pr':*)))");
        assertThat(SearchQuery.of("pr 60 ").words()).contains("('pr')", "('60')");
        assertThat(SearchQuery.of("p").words()).isEqualTo("((('p')))");
    }

    @Test
    void noOperatorOfTheDatabaseCanBeTyped() {
        SearchQuery query = SearchQuery.of("a'b\\c <-> !d | (e & f):*");
        assertThat(query.words()).doesNotContain("<->").doesNotContain("!");
        assertThat(query.exact()).startsWith("'=a''b\\\\c");
        assertThat(SearchQuery.of("?!").terms()).hasSize(1);
        assertThat(SearchQuery.of("").words()).isEqualTo("'!'");
    }

    @Test
    void longQueriesAreCut() {
        assertThat(SearchQuery.of(String.join(" ", List.of("ab ".repeat(60).split(" ")))).terms()).hasSize(12);
    }

    @Test
    void beginningsBecomeTheWordsThatThereAre() {
        SearchQuery query = SearchQuery.of("press swi");
        assertThat(query.beginnings()).containsExactlyInAnyOrder("press", "swi");
        Map<String, List<String>> begun = Map.of("press", List.of("press", "pressure"), "swi", List.of());
        assertThat(query.names(begun)).isEqualTo("((('press':A | 'pressure':A))) & ((('swi':A)))");
        assertThat(query.things(false, Map.of("swi", List.of("switch")))).isEqualTo(
                "(((('press':*))) & ((('swi' | 'switch')))) & !(" + query.exact() + ") & !(" + query.start() + ")");
        assertThat(query.things(true, Map.of())).startsWith("(((('press':*))) | ((('swi':*)))) & !(");
    }

    @Test
    void wholeNamesAreApartFromWhatElseIsExact() {
        assertThat(SearchQuery.of("Which sensors give Bar?").wholes()).containsExactly("which sensors give bar", "bar");
        assertThat(SearchQuery.of("0x8C40").others()).isEqualTo("'~0x8c40' | '#35904'");
        assertThat(SearchQuery.of("m/s").others()).isEqualTo("'~m/s'");
        assertThat(SearchQuery.of("").wholes()).isEmpty();
    }
}
