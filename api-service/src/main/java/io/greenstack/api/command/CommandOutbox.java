package io.greenstack.api.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.greenstack.api.platform.OutsideTransaction;
import io.greenstack.platform.outbound.OutboundQueue;

/**
 * Carries commands from the database to the queue of the bridge, oldest first. One that the broker has not acknowledged for a
 * while is appended again, which does nothing while it still waits there: so a Redis that has lost its data loses no command.
 */
@ApplicationScoped
public class CommandOutbox {

    static final int BATCH = 200;

    private final CommandRepository commands;
    private final OutboundQueue queue;
    private final CommandMessages messages;
    private final CommandSettings settings;
    private final Clock clock;
    private final OutsideTransaction outside = new OutsideTransaction("command-outbox", Duration.ofSeconds(5));

    @Inject
    public CommandOutbox(CommandRepository commands, OutboundQueue queue, CommandMessages messages,
            CommandSettings settings, Clock clock) {
        this.commands = commands;
        this.queue = queue;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /** Hands on what is due; returns how many commands, fails when the queue does not take them. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int appendDue() {
        if (!commands.becomeSender()) {
            return 0;
        }
        Instant now = clock.instant();
        List<StoredCommand> due = commands.lockDue(now, BATCH);
        if (due.isEmpty()) {
            return 0;
        }
        outside.call(() -> queue.append(due.stream().map(messages::of).toList()));
        commands.markAppended(due, now.plus(settings.resend()));
        return due.size();
    }

    @PreDestroy
    void stop() {
        outside.close();
    }
}
