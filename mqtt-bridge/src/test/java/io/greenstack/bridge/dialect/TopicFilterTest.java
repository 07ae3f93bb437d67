package io.greenstack.bridge.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicFilterTest {

    @ParameterizedTest
    @CsvSource({"a/b,a/b,true", "a/+,a/b,true", "a/+,a/b/c,false", "a/#,a,true", "a/#,a/b/c,true", "a/#,b,false",
            "#,$SYS/broker,false", "+/x,$SYS/x,false", "a/b,a,false", "+,a,true", "+/+,a,false", "a/+,a/,true"})
    void matchesAsABrokerDoes(String filter, String topic, boolean matches) {
        assertThat(TopicFilter.of(filter).matches(topic)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a#", "#/a", "a+/b", " "})
    void refusesWhatIsNoFilter(String filter) {
        assertThatIllegalArgumentException().isThrownBy(() -> TopicFilter.of(filter)).withMessageContaining(filter);
    }
}
