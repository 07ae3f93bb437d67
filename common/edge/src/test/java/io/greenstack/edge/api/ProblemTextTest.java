package io.greenstack.edge.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', value = {
            "{\"title\":\"No\",\"code\":\"bad-vendor\",\"detail\":\"Vendor 0\",\"errors\":[{\"code\":\"x\"}]} | # bad-vendor: Vendor 0#",
            "{\"detail\":\"Vendor 0\"} | # Vendor 0#",
            "{\"code\":\"bad-vendor\"} | # bad-vendor#",
            "<html>\t  oops</html> | # <html> oops</html>#",
            "## | ##",
            "{\"detail\":7} | # {\"detail\":7}#"})
    void saysCodeAndDetailOrWhatTheBodyIs(String body, String text) {
        assertThat(ProblemText.of(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    }
}
