package io.greenstack.ingestion.telemetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.edge.mqtt.Outcome;
import io.greenstack.edge.mqtt.PauseException;
import io.greenstack.platform.deadletter.DeadLetter;

/** The messages of one batch on their way, each with what is known of it so far. */
final class TelemetryBatch {

    private final List<InboundMessage> messages;
    private final DeviceId[] devices;
    private final Content[] contents;
    private final Outcome[] outcomes;
    private final List<DeadLetter> letters = new ArrayList<>();
    private final boolean[] lettered;
    private PauseException pause;

    TelemetryBatch(List<InboundMessage> messages) {
        this.messages = messages;
        this.devices = new DeviceId[messages.size()];
        this.contents = new Content[messages.size()];
        this.outcomes = new Outcome[messages.size()];
        this.lettered = new boolean[messages.size()];
    }

    int size() {
        return messages.size();
    }

    InboundMessage message(int index) {
        return messages.get(index);
    }

    void device(int index, DeviceId device) {
        devices[index] = device;
    }

    void content(int index, Content content) {
        contents[index] = content;
    }

    DeviceId device(int index) {
        return devices[index];
    }

    /** The content, or null while or because it could not be read. */
    Content content(int index) {
        return contents[index];
    }

    /** Whether the message has neither an outcome nor a dead letter. */
    boolean open(int index) {
        return outcomes[index] == null && !lettered[index];
    }

    void outcome(int index, Outcome outcome) {
        outcomes[index] = outcome;
    }

    /** Sets a message aside; it gets its outcome when its dead letter is stored. */
    void reject(int index, String reason, String detail, String traceparent) {
        InboundMessage message = messages.get(index);
        letters.add(new DeadLetter(reason, detail, message, devices[index] == null ? null : devices[index].value(),
                traceparent));
        lettered[index] = true;
    }

    List<DeadLetter> letters() {
        return letters;
    }

    /** The outcome of all messages that were set aside. */
    void lettersAre(Outcome outcome) {
        for (int i = 0; i < outcomes.length; i++) {
            if (lettered[i]) {
                outcomes[i] = outcome;
            }
        }
    }

    /** Notes why messages have to wait; the first reason is kept. */
    void pausedBy(PauseException reason) {
        pause = pause == null ? reason : pause;
    }

    /**
     * The outcomes; whatever has none is repeated.
     *
     * @throws PauseException if no message at all got anywhere
     */
    List<Outcome> outcomes() {
        boolean settled = false;
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = outcomes[i] == null ? Outcome.RETRY : outcomes[i];
            settled |= outcomes[i] != Outcome.RETRY;
        }
        if (!settled && pause != null) {
            throw pause;
        }
        return Arrays.asList(outcomes);
    }
}
