package io.greenstack.core.message;

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

    @ParameterizedTest
    @CsvSource({"#,a/b,true", "#,+/b,true", "a/#,a,true", "a/#,a/+/c,true", "a/+,a/b,true", "a/+,a/+,true",
            "a/+,a/#,false", "a/b,a/+,false", "+/b,a/+,false", "a/+,a/b/c,false", "#,$SYS/#,false",
            "$SYS/#,$SYS/a,true",
            "a/b,a,false"})
    void aFilterCoversWhatHasNoTopicOfItsOwn(String wide, String narrow, boolean covers) {
        assertThat(TopicFilter.of(wide).covers(TopicFilter.of(narrow))).isEqualTo(covers);
    }
}
