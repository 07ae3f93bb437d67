package io.greenstack.edge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;

import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.ItemFault;
import io.greenstack.core.message.PayloadException;
import io.greenstack.edge.testing.Intakes;

class IntakeTest {

    private final Intakes intakes = new Intakes();
    private final Intake intake = intakes.intake();
    private final List<String> written = new ArrayList<>();

    @Test
    void aMessageThatCannotBeReadCostsNoOther() throws Exception {
        List<Outcome> outcomes = handle(batch -> {
            batch.each((index, message) -> {
                switch (Intakes.text(message)) {
                    case "poison" -> throw new IllegalStateException("no such unit");
                    case "bad" -> throw new PayloadException("not-json", "line 1");
                    default -> written.add(Intakes.text(message));
                }
                batch.written(index);
            });
        }, "a", "poison", "bad", "b");

        assertThat(outcomes).containsExactly(Outcome.WRITTEN, Outcome.DEAD_LETTERED, Outcome.DEAD_LETTERED,
                Outcome.WRITTEN);
        assertThat(written).containsExactly("a", "b");
        assertThat(intakes.letters()).extracting(letter -> letter.reason() + " " + letter.detail()).containsExactly(
                "internal-error java.lang.IllegalStateException: no such unit", "not-json line 1");
        assertThat(intakes.letters()).allMatch(letter -> "d1".equals(letter.deviceId()));
    }

    @Test
    void aBatchThatFailsIsHalvedDownToTheMessageAndKeepsItsOrder() throws Exception {
        List<Outcome> outcomes = handle(this::writeAll, "1", "2", "poison", "3", "4", "poison", "5");

        assertThat(outcomes).containsExactly(Outcome.WRITTEN, Outcome.WRITTEN, Outcome.DEAD_LETTERED, Outcome.WRITTEN,
                Outcome.WRITTEN, Outcome.DEAD_LETTERED, Outcome.WRITTEN);
        assertThat(written).containsExactly("1", "2", "3", "4", "5");
        assertThat(intakes.letters()).hasSize(2).allMatch(letter -> letter.reason().equals("internal-error"));
    }

    @Test
    void theDetailIsShortAndHasNoStack() throws Exception {
        handle(batch -> {
            throw new IllegalArgumentException("x".repeat(10_000));
        }, "1");

        assertThat(intakes.letters().get(0).detail()).startsWith("java.lang.IllegalArgumentException: xxx")
                .hasSizeLessThan(400).doesNotContain("\n", "at io.greenstack");
    }

    @Test
    void anOutageIsNoFailureAndRepeatsAll() {
        for (RuntimeException outage : List.of(new PauseException("store is away"),
                new CompletionException(new ConnectException("refused")),
                new IllegalStateException(new TimeoutException("slow")),
                new io.smallrye.mutiny.TimeoutException())) {
            assertThatThrownBy(() -> handle(batch -> {
                throw outage;
            }, "1", "2")).isInstanceOf(PauseException.class);
        }
        assertThat(intakes.letters()).isEmpty();
    }

    @Test
    void behindAMessageThatWaitsAllWait() throws Exception {
        List<Outcome> outcomes = handle(batch -> {
            if (batch.size() > 2) {
                throw new IllegalStateException("too many");
            }
            if (Intakes.text(batch.message(0)).equals("2")) {
                throw new PauseException("store is away");
            }
            writeAll(batch);
        }, "0", "1", "2", "3", "4", "5", "6", "7");

        assertThat(outcomes.subList(0, 2)).containsOnly(Outcome.WRITTEN);
        assertThat(outcomes.subList(2, 8)).containsOnly(Outcome.RETRY);
        assertThat(written).containsExactly("0", "1");
    }

    @Test
    void whileDeadLettersCannotBeStoredTheirMessagesWait() throws Exception {
        intakes.away(true);
        assertThatThrownBy(() -> handle(this::writeAll, "poison")).isInstanceOf(PauseException.class);
        assertThat(handle(batch -> {
            batch.written(0);
            batch.reject(1, "not-json", "");
        }, "1", "bad")).containsExactly(Outcome.WRITTEN, Outcome.RETRY);
        intakes.away(false);
        assertThat(handle(this::writeAll, "poison")).containsExactly(Outcome.DEAD_LETTERED);
    }

    @Test
    void aPartialDeadLetterLeavesItsMessageWritten() throws Exception {
        ItemFault fault = new ItemFault("bad-member", "'b' ends with a backslash");
        IntakeHandler handler = batch -> {
            for (int i = 0; i < batch.size(); i++) {
                batch.partial(i, List.of(fault));
                batch.partial(i, List.of());
                batch.partial(i, List.of(new ItemFault("non-finite-value", "'c' is NaN")));
            }
            batch.written(0);
            batch.reject(1, "not-json", "");
        };
        intakes.away(true);
        assertThatThrownBy(() -> handle(handler, "partly", "bad", "waits")).isInstanceOf(PauseException.class);
        intakes.away(false);

        assertThat(handle(handler, "partly", "bad", "waits")).containsExactly(Outcome.WRITTEN, Outcome.DEAD_LETTERED,
                Outcome.RETRY);
        assertThat(intakes.letters()).extracting(letter -> letter.reason() + " " + letter.detail()).containsExactly(
                "not-json ",
                "bad-member In part, the rest is stored: 'b' ends with a backslash; 'c' is NaN");
    }

    @Test
    void anErrorOfTheMachineIsNobodysFault() {
        assertThatThrownBy(() -> handle(batch -> {
            throw new OutOfMemoryError("test");
        }, "1", "2")).isInstanceOf(OutOfMemoryError.class);
        assertThat(intakes.letters()).isEmpty();
    }

    /** Fails as a whole, before it writes anything, over one message. */
    private void writeAll(IntakeBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            if (Intakes.text(batch.message(i)).equals("poison")) {
                throw new NullPointerException("of a message");
            }
        }
        for (int i = 0; i < batch.size(); i++) {
            written.add(Intakes.text(batch.message(i)));
            batch.written(i);
        }
    }

    private List<Outcome> handle(IntakeHandler handler, String... payloads) throws InterruptedException {
        List<InboundMessage> messages = List.of(payloads).stream().map(payload -> Intakes.message("d1", payload))
                .toList();
        return intake.handle("test", messages, handler);
    }
}
