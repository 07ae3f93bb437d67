package io.greenstack.api.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.greenstack.platform.background.BackgroundTask;
import io.greenstack.platform.outbound.OutboundReceipt;
import io.greenstack.platform.outbound.OutboundReceipts;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Sends commands, notes what the broker has acknowledged and what it never will, ends what is not answered in time and forgets
 * what is old.
 */
@ApplicationScoped
public class CommandCourier {

    private static final int BATCH = 500;
    private static final Duration REDIS_LIMIT = Duration.ofSeconds(5);

    private final CommandOutbox outbox;
    private final CommandStore store;
    private final OutboundReceipts receipts;
    private final CommandChannel channel;
    private final CommandSettings settings;
    private final BackgroundTask sending;
    private final BackgroundTask timing;
    private final BackgroundTask pruning;

    @Inject
    public CommandCourier(CommandOutbox outbox, CommandStore store, OutboundReceipts receipts, CommandChannel channel,
            CommandSettings settings) {
        this.outbox = outbox;
        this.store = store;
        this.receipts = receipts;
        this.channel = channel;
        this.settings = settings;
        this.sending = new BackgroundTask("command-courier", this::send, settings.retry());
        this.timing = new BackgroundTask("command-timeouts", this::timeOut, settings.retry());
        this.pruning = new BackgroundTask("command-pruner", this::prune, settings.pruneEvery());
    }

    void start(@Observes StartupEvent event) {
        sending.start(settings.every());
        timing.start(settings.every());
        pruning.start(settings.pruneEvery());
    }

    void stop(@Observes ShutdownEvent event) {
        sending.stop();
        timing.stop();
        pruning.stop();
    }

    /** Says that there is a command to send. */
    void wake() {
        sending.wake();
    }

    /** Receipts come first: what they are about is not due again. */
    private void send() {
        int read = BATCH;
        while (read == BATCH) {
            List<OutboundReceipt> oldest = receipts.oldest(BATCH).await().atMost(REDIS_LIMIT);
            read = oldest.size();
            note(oldest.stream().filter(receipt -> receipt.id().startsWith(CommandMessages.ID_PREFIX)).toList());
            receipts.remove(oldest).await().atMost(REDIS_LIMIT);
        }
        int appended = CommandOutbox.BATCH;
        while (appended == CommandOutbox.BATCH) {
            appended = outbox.appendDue();
        }
    }

    /** Refusals come first: a command that was refused and then acknowledged, because it was replayed, is sent. */
    private void note(List<OutboundReceipt> ofCommands) {
        Map<UUID, String> refused = new LinkedHashMap<>();
        List<UUID> sent = new ArrayList<>();
        for (OutboundReceipt receipt : ofCommands) {
            UUID command = UUID.fromString(receipt.id().substring(CommandMessages.ID_PREFIX.length()));
            if (receipt.refusal() == null) {
                sent.add(command);
            } else {
                refused.put(command, receipt.refusal());
            }
        }
        if (!refused.isEmpty()) {
            channel.publish(store.refused(refused));
        }
        if (!sent.isEmpty()) {
            channel.publish(store.sent(sent));
        }
    }

    private void timeOut() {
        int ended = BATCH;
        while (ended == BATCH) {
            List<StoredCommand> commands = store.timeOut(BATCH);
            channel.publish(commands);
            ended = commands.size();
        }
    }

    private void prune() {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = store.prune();
        }
    }
}
