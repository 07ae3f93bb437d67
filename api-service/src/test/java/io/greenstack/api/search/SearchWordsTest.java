package io.greenstack.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.greenstack.descriptions.SearchText;
import io.greenstack.descriptions.SearchText.Field;

class SearchWordsTest {

    private static List<String> words(String text) {
        return SearchWords.of(text).stream().map(SearchWords.Found::word).toList();
    }

    @Test
    void accentsAndCaseDoNotMatter() {
        assertThat(words("Füllstand GRÖẞE Straße Škoda naïve Ångström")).containsExactly("fullstand", "grosse",
                "strasse",
                "skoda", "naive", "angstrom");
        assertThat(SearchWords.normal(" m³/h\t µm  °C ")).isEqualTo("m3/h um °c");
    }

    @Test
    void compoundNamesAreFoundByTheirParts() {
        assertThat(words("SwitchPoint_SP1")).containsExactly("switchpoint", "switch", "point", "sp1", "sp", "1");
    }

    @Test
    void languagesWithoutBlanksAreCutInPairs() {
        assertThat(words("温度传感器 X")).containsExactly("温度", "度传", "传感", "感器", "x");
        assertThat(words("温")).containsExactly("温");
    }

    @Test
    void placesAreThoseOfTheText() {
        SearchWords.Found found = SearchWords.of("a  Übertemperatur!").get(1);
        assertThat("a  Übertemperatur!".substring(found.start(), found.end())).isEqualTo("Übertemperatur");
    }

    @ParameterizedTest
    @CsvSource({"pressure,presure,1", "pressure,pressrue,1", "pressure,pressure,0", "temperature,tempreatrue,2",
            "druck,drcuk,1", "abcd,wxyz,4"})
    void mistakesAreCounted(String word, String other, int distance) {
        assertThat(NearWords.distance(word, other, false)).isEqualTo(distance);
    }

    @ParameterizedTest
    @CsvSource({"presure,pressure", "pressrue,pressure", "prexsure,pressure", "temperture,temperature",
            "tmperatrue,temperature", "tepmerauture,temperature", "drcuk,druck"})
    void misspeltWordsShareAKeyWithTheRightOne(String asked, String right) {
        assertThat(NearWords.keys(asked)).containsAnyElementsOf(NearWords.keys(right));
        assertThat(NearWords.nearest(asked, List.of("other", right, "wrongly"), false)).containsExactly(right);
    }

    @Test
    void vectorsAreWellFormedWhateverIsInATextAndNamesWeighMost() {
        String vector = new SearchVector().texts(List.of(new SearchText(Field.NAME, "en", "It's \\ a 'test' & | ! :*"),
                new SearchText(Field.DESCRIPTION, "en", "another test"))).code("index", 60).text();
        assertThat(vector).contains("'=it''s \\\\ a ''test'' & | ! :*':1A", "'test':1A", "'another':1D", "'#60':1B",
                "'#index:60':1B");
    }
}
