package io.greenstack.loadtest.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.greenstack.loadtest.generator.LatencySummary;
import io.greenstack.loadtest.throughput.BridgeWatch.Sample;

class ThroughputTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void the_rate_counts_from_the_first_to_the_last_message_and_not_the_time_around_them() {
        List<Sample> samples = List.of(sample(0, 500), sample(1, 500), sample(2, 1_500), sample(3, 2_500),
                sample(4, 3_500), sample(5, 3_500));

        assertThat(Throughput.rate(500, samples)).isEqualTo(1_000);
    }

    @Test
    void nothing_written_is_a_rate_of_nothing() {
        assertThat(Throughput.rate(500, List.of(sample(0, 500), sample(1, 500)))).isZero();
        assertThat(Throughput.rate(500, List.of(sample(0, 500), sample(1, 501)))).isZero();
        assertThat(Throughput.rate(0, List.of())).isZero();
    }

    @Test
    void a_row_has_as_many_columns_as_the_header() {
        Throughput result = new Throughput(10_000, 9_990.4, 9_876.5, 200_000, 3, 3.456,
                new LatencySummary(200_000, 5_100, 9_000, 19_949, 30_000, 40_000), 200, 210);

        assertThat(result.row()).isEqualTo("| 10,000 | 9,990 | 9,877 | 200,000 | 3 | 3.46 | 5.1 ms | 19.9 ms | 40 ms |"
                + " 200 MB, 210 MB |");
        String[] header = Throughput.header().split("\n");
        assertThat(header).allSatisfy(line -> assertThat(line.chars().filter(c -> c == '|').count())
                .isEqualTo(result.row().chars().filter(c -> c == '|').count()));
    }

    private static Sample sample(int second, long written) {
        return new Sample(second * SECOND, written, 200);
    }
}
