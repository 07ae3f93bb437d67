package io.greenstack.loadtest.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class ChaosPlanTest {

    private final List<Fault> faults = IntStream.range(0, 11).mapToObj(i -> new Fault("f" + i, () -> {}, () -> {}))
            .toList();

    private List<String> plan(long seed) {
        return ChaosPlan.of(faults, seed, Duration.ofMinutes(10), Duration.ofSeconds(20)).stream().map(Fault::name)
                .toList();
    }

    @Test
    void aSeedGivesTheSameOrderAgainAndEveryFaultComesBeforeAnyComesTwice() {
        assertThat(plan(7)).hasSize(30).isEqualTo(plan(7)).isNotEqualTo(plan(8));
        assertThat(plan(7).subList(0, 11)).doesNotHaveDuplicates();
        assertThat(plan(7).subList(11, 22)).doesNotHaveDuplicates();
    }
}
