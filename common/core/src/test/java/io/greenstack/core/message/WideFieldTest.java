package io.greenstack.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.greenstack.core.message.WideField.Kind;

class WideFieldTest {

    @ParameterizedTest
    @CsvSource({"temperature,°C,temperature [°C]", "level,,level", "array[3],,array[3] []", "a [b],,a [b] []",
            "a [b],m,a [b] [m]",
            "x,[odd],x [[odd]]", "],,] []"})
    void aNameIsReadAsItWasMade(String parameter, String unit, String name) {
        assertThat(WideField.fits(parameter, unit)).isTrue();
        assertThat(WideField.name(parameter, unit)).isEqualTo(name);
        assertThat(WideField.parse(name)).isEqualTo(new WideField(Kind.NUMBER, parameter, unit));
        assertThat(WideField.parse(WideField.LABEL + name)).isEqualTo(new WideField(Kind.LABEL, parameter, unit));
        assertThat(WideField.parse(WideField.STATUS + name)).isEqualTo(new WideField(Kind.STATUS, parameter, unit));
    }

    @Test
    void anEmptyUnitIsNone() {
        assertThat(WideField.name("p", "")).isEqualTo("p");
    }

    @ParameterizedTest
    @ValueSource(strings = {"label:p", "status:p", "_time", "device_id", "result", "time"})
    void namesThatWouldBeTakenForSomethingElseStayNarrow(String parameter) {
        assertThat(WideField.fits(parameter, null)).isFalse();
    }

    @Test
    void aUnitThatLooksLikeTheBeginOfAnotherStaysNarrow() {
        assertThat(WideField.fits("p", "a [b")).isFalse();
    }

    @Test
    void anUnknownShapeIsAPlainName() {
        assertThat(WideField.parse("]")).isEqualTo(new WideField(Kind.NUMBER, "]", null));
    }
}
