package io.greenstack.api.command;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.greenstack.api.device.DeviceEvents;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;

/** Transactions on commands. */
@ApplicationScoped
public class CommandStore {

    private final CommandRepository commands;
    private final CommandSettings settings;
    private final Clock clock;

    @Inject
    public CommandStore(CommandRepository commands, CommandSettings settings, Clock clock) {
        this.commands = commands;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Stores a new command.
     *
     * @throws ApiException 429 when too many commands of the device wait
     */
    @Transactional
    public StoredCommand create(StoredCommand command) {
        if (commands.open(command.deviceId()) >= settings.maxOpen()) {
            throw new ApiException(429, "too-many-commands", "More than " + settings.maxOpen()
                    + " commands wait for an answer of '" + command.deviceId() + "'; try again when some have ended.");
        }
        return commands.insert(command);
    }

    @Transactional
    public Optional<StoredCommand> find(String deviceId, UUID commandId) {
        return commands.find(deviceId, commandId);
    }

    /** One page, newest first. */
    @Transactional
    public Page<StoredCommand> page(String deviceId, CommandState state, PageRequest page) {
        return commands.page(deviceId, state, page);
    }

    /** The broker has acknowledged commands; answers those of which that is new. */
    @Transactional
    public List<StoredCommand> sent(Collection<UUID> commandIds) {
        return commands.markSent(commandIds, clock.instant());
    }

    /**
     * Ends commands that the broker will never take.
     *
     * @param reasons why, for people, by command
     * @return those of which that is new
     */
    @Transactional
    public List<StoredCommand> refused(Map<UUID, String> reasons) {
        return commands.markRefused(reasons);
    }

    /** Ends what was not answered in time. */
    @Transactional
    public List<StoredCommand> timeOut(int limit) {
        return commands.timeOut(clock.instant(), limit);
    }

    /**
     * Stores an answer.
     *
     * @return the command with it, or nothing if there was one already
     * @throws ApiException 404 when there is no such command
     */
    @Transactional
    public Optional<StoredCommand> answer(DeviceAnswer answer) {
        StoredCommand command = commands.lock(answer.deviceId(), answer.commandId())
                .orElseThrow(() -> unknown(answer.deviceId(), answer.commandId()));
        if (command.answeredAt() != null) {
            return Optional.empty();
        }
        boolean late = command.state() == CommandState.TIMED_OUT || clock.instant().isAfter(command.expiresAt());
        return Optional.of(commands.answer(command.id(), answer, late));
    }

    static ApiException unknown(String deviceId, UUID commandId) {
        return new ApiException(404, "unknown-command", "No command " + commandId + " was sent to '" + deviceId + "'.");
    }

    /** Forgets old commands; returns whether there may be more. */
    @Transactional
    public boolean prune() {
        Instant before = clock.instant().minus(settings.retention());
        return commands.prune(before);
    }

    void onDeleted(@Observes DeviceEvents.Deleted deleted) {
        commands.forget(deleted.deviceIds());
    }
}
