package io.greenstack.api.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.greenstack.api.command.CommandService.CommandView;
import io.greenstack.api.platform.OutsideTransaction;
import io.greenstack.api.telemetry.LiveChannel;
import io.greenstack.api.telemetry.LiveStreams;
import io.greenstack.platform.background.BackgroundTask;
import io.greenstack.platform.outbound.OutboundQueue;
import io.greenstack.platform.outbound.OutboundReceipts;
import io.greenstack.platform.outbound.OutboundReceipts.OutboundReceipt;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisWakes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Sends commands, notes what the broker has acknowledged and what it never will, ends what is not answered in time and forgets
 * what is old. A command that the broker has not acknowledged for a while is appended to the queue of the bridge again, which
 * does nothing while it still waits there: so a Redis that has lost its data loses no command.
 */
@ApplicationScoped
class CommandCourier {

    private static final int RECEIPTS = 500;
    private static final int BATCH = 200;
    private static final Duration REDIS_LIMIT = Duration.ofSeconds(5);
    /** While no command waits for anything soon; after it those of a replica that died are found. */
    private static final Duration REST = Duration.ofSeconds(10);

    private final CommandRepository commands;
    private final CommandMessages messages;
    private final OutboundQueue queue;
    private final OutboundReceipts receipts;
    private final LiveChannel<CommandView> channel;
    private final CommandSettings settings;
    private final Clock clock;
    private final OutsideTransaction outside = new OutsideTransaction("command-outbox", REDIS_LIMIT);
    private final RedisWakes wakes;
    private final BackgroundTask sending;
    private final BackgroundTask timing;
    private final BackgroundTask pruning;
    private volatile boolean waiting = true;

    public CommandCourier(CommandRepository commands, CommandMessages messages, OutboundQueue queue,
            OutboundReceipts receipts, LiveStreams streams, CommandSettings settings, Clock clock, RedisWakes wakes) {
        this.commands = commands;
        this.messages = messages;
        this.queue = queue;
        this.receipts = receipts;
        this.channel = streams.channel(RedisKeys.COMMAND_CHANNEL, CommandView.class);
        this.settings = settings;
        this.clock = clock;
        this.wakes = wakes;
        this.sending = new BackgroundTask("command-courier", this::send, settings.retry());
        this.timing = new BackgroundTask("command-timeouts", this::timeOut, settings.retry());
        this.pruning = new BackgroundTask("command-pruner", this::prune, settings.pruneEvery());
    }

    void start(@Observes StartupEvent event) {
        sending.start(settings.every(), REST, () -> waiting);
        timing.start(settings.every(), REST, () -> waiting);
        pruning.start(settings.pruneEvery());
        wakes.on(RedisKeys.outboundReceipts(), sending::wake);
    }

    void stop(@Observes ShutdownEvent event) {
        sending.stop();
        timing.stop();
        pruning.stop();
        outside.close();
    }

    /** Says that there is a command to send. */
    void wake() {
        waiting = true;
        sending.wake();
        timing.wake();
    }

    /** Receipts come first: what they are about is not due again. */
    private void send() {
        int read = RECEIPTS;
        while (read == RECEIPTS) {
            List<OutboundReceipt> oldest = receipts.oldest(RECEIPTS).await().atMost(REDIS_LIMIT);
            read = oldest.size();
            note(oldest.stream().filter(receipt -> receipt.id().startsWith(CommandMessages.ID_PREFIX)).toList());
            receipts.remove(oldest).await().atMost(REDIS_LIMIT);
        }
        int appended = BATCH;
        while (appended == BATCH) {
            appended = QuarkusTransaction.requiringNew().call(this::appendDue);
        }
    }

    private int appendDue() {
        if (!commands.becomeSender()) {
            return 0;
        }
        Instant now = clock.instant();
        List<StoredCommand> due = commands.lockDue(now, BATCH);
        if (!due.isEmpty()) {
            outside.call(() -> queue.append(due.stream().map(messages::of).toList()));
            commands.markAppended(due, now.plus(settings.resend()));
        }
        return due.size();
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
            publish(commands.markRefused(refused));
        }
        if (!sent.isEmpty()) {
            publish(commands.markSent(sent));
        }
    }

    private void timeOut() {
        int ended = RECEIPTS;
        while (ended == RECEIPTS) {
            List<StoredCommand> late = commands.timeOut(RECEIPTS);
            publish(late);
            ended = late.size();
        }
        waiting = commands.anyDue(clock.instant().plus(REST));
    }

    private void publish(List<StoredCommand> changed) {
        channel.publish(changed.stream().map(CommandView::of).toList());
    }

    private void prune() {
        boolean more = true;
        while (more && !pruning.stopped()) {
            more = commands.prune();
        }
    }
}
