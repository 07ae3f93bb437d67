package io.greenstack.edge.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.ItemFault;
import io.greenstack.core.message.LeftOut;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RejectReason;
import io.greenstack.core.message.Unused;
import io.greenstack.core.processdata.DecodeException;
import io.greenstack.platform.deadletter.DeadLetter;
import io.greenstack.platform.tracing.BatchSpan;

/**
 * The messages of one batch with what became of each; not thread-safe. Whatever nothing is said of is repeated. Dead letters
 * are stored in one round trip before any of them is acknowledged.
 */
public final class IntakeBatch {

    private static final int FAULTS_TOLD = 5;

    private final Intake intake;
    private final List<InboundMessage> messages;
    private final BatchSpan span;
    private final Outcome[] outcomes;
    private final List<DeadLetter> letters = new ArrayList<>();
    private final Map<Integer, List<ItemFault>> partial = new TreeMap<>();
    private final Map<Integer, List<Unused>> unused = new TreeMap<>();
    private PauseException pause;

    IntakeBatch(Intake intake, List<InboundMessage> messages, BatchSpan span) {
        this.intake = intake;
        this.messages = messages;
        this.span = span;
        this.outcomes = new Outcome[messages.size()];
        Arrays.fill(outcomes, Outcome.RETRY);
    }

    /** What is done with one message. */
    @FunctionalInterface
    public interface Step {

        /** @param index of the message in the batch */
        void take(int index, InboundMessage message);
    }

    /** How many messages. */
    public int size() {
        return messages.size();
    }

    /** The message at an index. */
    public InboundMessage message(int index) {
        return messages.get(index);
    }

    /** The span of the batch. */
    public BatchSpan span() {
        return span;
    }

    /** What to put into requests and messages that are sent because of this batch. */
    public String traceparent() {
        return span.traceparent();
    }

    /**
     * Takes every message, in their order; one that fails is set aside and costs no other. An empty payload clears a retained
     * message: it says nothing.
     */
    public void each(Step step) {
        for (int i = 0; i < messages.size(); i++) {
            if (messages.get(i).payload().length == 0) {
                written(i);
            } else {
                attempt(i, step);
            }
        }
    }

    /** Takes one message, which is set aside when that fails. */
    public void attempt(int index, Step step) {
        try {
            step.take(index, messages.get(index));
        } catch (PayloadException e) {
            reject(index, e.reason(), e.getMessage());
        } catch (DecodeException e) {
            reject(index, e.reason(), e.getMessage());
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                throw e;
            }
            fail(index, e);
        }
    }

    /** The message is stored, or says nothing; one that was set aside stays a dead letter. */
    public void written(int index) {
        if (outcomes[index] == Outcome.RETRY) {
            outcomes[index] = Outcome.WRITTEN;
        }
    }

    /** The message can never succeed; only the first reason counts. */
    public void reject(int index, String reason, String detail) {
        if (outcomes[index] != Outcome.DEAD_LETTERED) {
            letters.add(letter(index, reason, detail));
            outcomes[index] = Outcome.DEAD_LETTERED;
        }
    }

    /**
     * Items of a message can never be stored, the others can. Once it is {@link #written}, a dead letter tells of them and the
     * message still counts as written, so that no message is counted twice; one that waits tells of them when it comes again.
     */
    public void partial(int index, List<ItemFault> faults) {
        if (!faults.isEmpty()) {
            partial.computeIfAbsent(index, i -> new ArrayList<>(2)).addAll(faults);
        }
    }

    /** What of a message is not kept: faults are told as by {@link #partial}, parts without a place are counted. */
    public void leftOut(int index, LeftOut parts) {
        partial(index, parts.faults());
        if (!parts.unused().isEmpty()) {
            unused.put(index, parts.unused());
        }
    }

    /** Messages have to wait for a dependency; the first reason is told, when nothing of the batch got anywhere. */
    public void pause(PauseException reason) {
        pause = pause == null ? reason : pause;
    }

    /** Whether nothing is said of the message. */
    boolean open(int index) {
        return outcomes[index] == Outcome.RETRY;
    }

    /** This service itself fails over the message. */
    void fail(int index, RuntimeException failure) {
        reject(index, RejectReason.INTERNAL_ERROR, intake.describe(messages.get(index), failure));
    }

    /** Stores the dead letters; the outcomes then hold. */
    List<Outcome> finish() {
        partial.keySet().removeIf(index -> outcomes[index] != Outcome.WRITTEN);
        partial.forEach((index, faults) -> letters.add(letter(index, faults.get(0).reason(), describe(faults))));
        unused.forEach((index, parts) -> {
            if (outcomes[index] == Outcome.WRITTEN) {
                intake.unused(messages.get(index), parts);
            }
        });
        span.attribute("greenstack.dead_letters", letters.size());
        if (!letters.isEmpty()) {
            PauseException away = intake.store(letters);
            if (away != null) {
                pause(away);
                Arrays.setAll(outcomes, i -> outcomes[i] == Outcome.DEAD_LETTERED || partial.containsKey(i)
                        ? Outcome.RETRY
                        : outcomes[i]);
            }
        }
        return Arrays.asList(outcomes);
    }

    private DeadLetter letter(int index, String reason, String detail) {
        InboundMessage message = messages.get(index);
        return new DeadLetter(reason, detail, message, intake.deviceId(message.topic()), span.traceparent());
    }

    private static String describe(List<ItemFault> faults) {
        String more = faults.size() > FAULTS_TOLD ? "; and " + (faults.size() - FAULTS_TOLD) + " more" : "";
        return faults.stream().limit(FAULTS_TOLD).map(ItemFault::detail)
                .collect(Collectors.joining("; ", "In part, the rest is stored: ", more));
    }

    /** Why messages have to wait, null if none has to. */
    PauseException pause() {
        return pause;
    }
}
