package io.greenstack.edge.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

import io.greenstack.core.message.InboundMessage;
import io.greenstack.edge.intake.BatchHandler;
import io.greenstack.edge.intake.Outcome;

/** Notes the numbers of the messages it stores; what happens before it stores is given by the test. */
final class RecordingHandler implements BatchHandler {

    private final List<Integer> stored = new ArrayList<>();
    private final Supplier<RuntimeException> failure;
    private int largestBatch;
    private int calls;

    RecordingHandler() {
        this(() -> null);
    }

    RecordingHandler(Supplier<RuntimeException> failure) {
        this.failure = failure;
    }

    @Override
    public List<Outcome> handle(List<InboundMessage> batch) {
        synchronized (this) {
            calls++;
        }
        RuntimeException error = failure.get();
        if (error != null) {
            throw error;
        }
        synchronized (this) {
            largestBatch = Math.max(largestBatch, batch.size());
            batch.forEach(message -> stored.add(number(message)));
        }
        return Collections.nCopies(batch.size(), Outcome.WRITTEN);
    }

    static int number(InboundMessage message) {
        String text = new String(message.payload(), StandardCharsets.UTF_8);
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return Integer.parseInt(text.substring(0, end));
    }

    synchronized List<Integer> stored() {
        return List.copyOf(stored);
    }

    synchronized int largestBatch() {
        return largestBatch;
    }

    synchronized int calls() {
        return calls;
    }
}
