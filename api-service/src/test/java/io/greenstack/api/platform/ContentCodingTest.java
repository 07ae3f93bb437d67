package io.greenstack.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentCodingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"gzip, deflate, br|g", "gzip|g", "deflate|d", "identity|i", "br|i", "*|g",
            "gzip;q=0|i", "gzip;q=0, *|d", "gzip;q=0.5, deflate;q=0.8|d", "GZIP ; q=1.0|g", "gzip;q=x|i", "''|i"})
    void theCodingIsTheOneTheServerTakes(String accepted, char coding) {
        assertThat(ContentCoding.of(accepted)).isEqualTo(coding);
    }
}
