package io.greenstack.api.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageQueryTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"de | de", "de-AT, de;q=0.9, en;q=0.8 | de-at,de,en",
            "en;q=0.5, fr;q=0.7 | fr,en", "de;q=0, en | en", "*, de;q=0.5 | ''", "de, *;q=0.5 | de",
            "nonsense!;q=x | ''",
            "fr;q=2, en | en", "de;q=abc,,,;; | ''", ";, en | en"})
    void weightsOrderTheHeader(String header, String wanted) {
        assertThat(String.join(",", query(null, header).wanted())).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({"de,de", "de-AT,de", "pt,pt-BR", "zh-TW,zh-CN", "it,", "EN,en"})
    void theBestIsFound(String lang, String best) {
        assertThat(query(lang, "fr").best(List.of("en", "de", "pt-BR", "zh-CN"))).isEqualTo(best);
    }

    @Test
    void theParameterWinsAndMustBeACode() {
        assertThat(query("en", "de").wanted()).containsExactly("en");
        assertThat(query(" ", "de").wanted()).containsExactly("de");
        assertThatThrownBy(() -> query("d e", null).wanted()).isInstanceOf(ApiException.class);
    }

    private static LanguageQuery query(String lang, String acceptLanguage) {
        LanguageQuery query = new LanguageQuery();
        query.lang = lang;
        query.acceptLanguage = acceptLanguage;
        return query;
    }
}
