package io.greenstack.edge.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.Topics;
import io.greenstack.core.message.Unused;
import io.greenstack.edge.deadletter.DeadLetters;
import io.greenstack.platform.deadletter.DeadLetter;
import io.greenstack.platform.tracing.BatchSpan;
import io.greenstack.platform.tracing.BatchTracing;
import io.smallrye.mutiny.Uni;

/**
 * Has batches handled and accounts for every message of theirs.
 * <p>
 * A handler that fails is not repeated as it is, because a message over which it fails would stop all behind it: the batch is
 * halved until the message stands alone, which then becomes a dead letter {@code internal-error}. Halves are handled in
 * their order, and behind one that has to wait all wait, so the order of every device holds. An outage is no failure: it
 * repeats.
 */
@Singleton
public class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MAX_TEXT = 300;
    private static final int MAX_KINDS = 100;

    private final Function<List<DeadLetter>, Uni<Void>> letters;
    private final BatchTracing tracing;
    private final Topics topics;
    private final TelemetryTopics telemetryTopics;
    private final UnusedParts unused;
    /** Failures that are in the log with their stack. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    @Inject
    Intake(DeadLetters deadLetters, BatchTracing tracing, Topics topics, TelemetryTopics telemetryTopics,
            UnusedParts unused) {
        this(deadLetters::write, tracing, topics, telemetryTopics, unused);
    }

    /**
     * @param letters stores dead letters, all or none
     * @param unused counts what has no place
     */
    public Intake(Function<List<DeadLetter>, Uni<Void>> letters, BatchTracing tracing, Topics topics,
            TelemetryTopics telemetryTopics, UnusedParts unused) {
        this.unused = unused;
        this.letters = letters;
        this.tracing = tracing;
        this.topics = topics;
        this.telemetryTopics = telemetryTopics;
    }

    /**
     * Makes a handler of batches.
     *
     * @param name of the span of a batch, for example {@code telemetry}
     */
    public BatchHandler handler(String name, IntakeHandler handler) {
        return messages -> handle(name, messages, handler);
    }

    /**
     * Handles a batch.
     *
     * @param name of its span
     * @return one outcome per message, in the same order
     * @throws PauseException when nothing of it got anywhere, because a dependency is away
     */
    public List<Outcome> handle(String name, List<InboundMessage> messages, IntakeHandler handler)
            throws InterruptedException {
        try (BatchSpan span = tracing.start(name, messages); LogContext log = LogContext.of(this, messages)) {
            List<Outcome> outcomes = new ArrayList<>(messages.size());
            PauseException pause = handle(messages, span, handler, outcomes);
            if (pause != null) {
                span.fail(pause);
                if (outcomes.stream().allMatch(Outcome.RETRY::equals)) {
                    throw pause;
                }
            }
            return outcomes;
        }
    }

    /** Adds the outcomes of messages; why some have to wait, null if none has to for want of a dependency. */
    private PauseException handle(List<InboundMessage> messages, BatchSpan span, IntakeHandler handler,
            List<Outcome> outcomes) throws InterruptedException {
        IntakeBatch batch = new IntakeBatch(this, messages, span);
        try {
            handler.handle(batch);
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                outcomes.addAll(Collections.nCopies(messages.size(), Outcome.RETRY));
                return e instanceof PauseException pause ? pause : new PauseException(Outages.text(e));
            }
            if (messages.size() > 1) {
                return halve(messages, span, handler, outcomes);
            }
            batch.fail(0, e);
        }
        outcomes.addAll(batch.finish());
        return batch.pause();
    }

    private PauseException halve(List<InboundMessage> messages, BatchSpan span, IntakeHandler handler,
            List<Outcome> outcomes) throws InterruptedException {
        int from = outcomes.size();
        int half = messages.size() / 2;
        PauseException pause = handle(messages.subList(0, half), span, handler, outcomes);
        if (outcomes.subList(from, outcomes.size()).contains(Outcome.RETRY)) {
            outcomes.addAll(Collections.nCopies(messages.size() - half, Outcome.RETRY));
            return pause;
        }
        return handle(messages.subList(half, messages.size()), span, handler, outcomes);
    }

    /** Stores dead letters; why they have to wait, null if they are stored. */
    PauseException store(List<DeadLetter> rejected) {
        try {
            letters.apply(rejected).await().atMost(LIMIT);
            return null;
        } catch (RuntimeException e) {
            LOG.debugf("%d dead letters wait: %s", rejected.size(), e.toString());
            return new PauseException("dead letters cannot be stored: " + Outages.text(e));
        }
    }

    /** Counts parts of a message that have no place. */
    void unused(InboundMessage message, List<Unused> parts) {
        unused.note(message.topic(), parts);
    }

    /** The device of a topic, null if it names none that is valid; IO-Link masters have topics of their own. */
    String deviceId(String topic) {
        try {
            return topics.parse(topic).deviceId().value();
        } catch (PayloadException e) {
            try {
                return telemetryTopics.device(topic).value();
            } catch (PayloadException other) {
                return null;
            }
        }
    }

    /** The kind of a failure, for the dead letter; its stack is in the log, once for each kind. */
    String describe(InboundMessage message, RuntimeException failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        boolean first = known.size() < MAX_KINDS
                && known.add(failure.getClass().getName() + (stack.length == 0 ? "" : stack[0].toString()));
        if (first) {
            LOG.errorf(failure, "A message on %s makes its handler fail and is set aside", message.topic());
        }
        String text = failure.toString();
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "..." : text;
    }
}
