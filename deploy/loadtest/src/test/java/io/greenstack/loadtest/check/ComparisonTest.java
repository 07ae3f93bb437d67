package io.greenstack.loadtest.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.greenstack.loadtest.generator.SentSeries;

class ComparisonTest {

    private static Finding complete(SentSeries sent, Integer... stored) {
        return Comparison.complete("history", "d", "telemetry", sent, List.of(stored));
    }

    private static Finding newest(SentSeries sent, Integer... stored) {
        return Comparison.newest("live", "d", "telemetry", sent, List.of(stored));
    }

    @Test
    void everything_once_and_in_order_is_clean() {
        assertThat(complete(new SentSeries(4, List.of()), 0, 1, 2, 3).clean()).isTrue();
    }

    @Test
    void every_missing_doubled_swapped_and_unknown_number_is_named() {
        Finding finding = complete(new SentSeries(6, List.of()), 0, 2, 2, 4, 3, 9);
        assertThat(finding.missing()).containsExactly(1, 5);
        assertThat(finding.doubled()).containsExactly(2);
        assertThat(finding.outOfOrder()).containsExactly(3);
        assertThat(finding.unknown()).containsExactly(9);
    }

    @Test
    void what_was_not_acknowledged_may_be_missing_or_there() {
        SentSeries sent = new SentSeries(4, List.of(2, 3));
        assertThat(complete(sent, 0, 1).clean()).isTrue();
        assertThat(complete(sent, 0, 1, 3).clean()).isTrue();
    }

    @Test
    void a_store_of_the_newest_needs_only_the_last_acknowledged_one() {
        SentSeries sent = new SentSeries(100, List.of(99));
        assertThat(newest(sent, 97, 98).clean()).isTrue();
        assertThat(newest(sent, 90, 98, 99).clean()).isTrue();
        assertThat(newest(sent, 96, 97).missing()).containsExactly(98);
        assertThat(newest(sent, 98, 97).outOfOrder()).containsExactly(97);
    }

    @Test
    void nothing_sent_needs_nothing() {
        assertThat(newest(new SentSeries(0, List.of())).clean()).isTrue();
    }
}
