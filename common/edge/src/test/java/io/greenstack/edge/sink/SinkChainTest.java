package io.greenstack.edge.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.greenstack.core.message.ItemFault;
import io.greenstack.edge.intake.PauseException;

class SinkChainTest {

    private static final SinkResult WAITS = new SinkResult.Waits(new PauseException("away"));
    private static final SinkResult REFUSED = new SinkResult.Refused("store-rejected", "bad");
    private static final SinkResult PARTLY = new SinkResult.Partly(List.of(new ItemFault("a", "one")));

    private final List<String> second = new ArrayList<>();

    @Test
    void aMessageIsStoredWhenAllHaveIt() {
        assertThat(write(Map.of(), Map.of())).containsExactly(SinkResult.STORED, SinkResult.STORED);
        assertThat(second).containsExactly("a", "b");
    }

    @Test
    void whatTheFirstDoesNotHaveTheSecondDoesNotGet() {
        assertThat(write(Map.of("a", WAITS), Map.of())).containsExactly(WAITS, SinkResult.STORED);
        assertThat(write(Map.of("a", REFUSED), Map.of())).containsExactly(REFUSED, SinkResult.STORED);
        assertThat(second).containsExactly("b", "b");
    }

    @Test
    void theSecondMayRefuseOrLetWait() {
        assertThat(write(Map.of(), Map.of("b", WAITS))).containsExactly(SinkResult.STORED, WAITS);
        assertThat(write(Map.of("a", PARTLY), Map.of("a", REFUSED))).containsExactly(REFUSED, SinkResult.STORED);
    }

    @Test
    void partsThatAreWrongAreToldOfBoth() {
        assertThat(write(Map.of("a", PARTLY), Map.of())).containsExactly(PARTLY, SinkResult.STORED);
        assertThat(write(Map.of("a", PARTLY), Map.of("a", PARTLY)).get(0))
                .isEqualTo(new SinkResult.Partly(List.of(new ItemFault("a", "one"), new ItemFault("a", "one"))));
    }

    private List<SinkResult> write(Map<String, SinkResult> first, Map<String, SinkResult> then) {
        return new SinkChain(List.of(sink(first, new ArrayList<>()), sink(then, second)))
                .write(List.of(new SinkMessage("a", List.of()), new SinkMessage("b", List.of())));
    }

    private static Sink sink(Map<String, SinkResult> results, List<String> got) {
        return messages -> messages.stream().map(message -> {
            got.add(message.device());
            return results.getOrDefault(message.device(), SinkResult.STORED);
        }).toList();
    }
}
