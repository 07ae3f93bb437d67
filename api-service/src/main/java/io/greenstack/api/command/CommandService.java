package io.greenstack.api.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.api.command.CommandResource.CommandRequest;
import io.greenstack.api.command.CommandService.CommandResponses.Outcome;
import io.greenstack.api.command.CommandService.CommandResponses.Outcomes;
import io.greenstack.api.device.DeviceService;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.ChangeNotes;
import io.greenstack.api.platform.Durations;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Retries;
import io.greenstack.api.telemetry.LiveChannel;
import io.greenstack.api.telemetry.LiveStreams;
import io.greenstack.descriptions.Sparse;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.tracing.TraceParent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Commands to devices. */
@ApplicationScoped
class CommandService {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final int MAX_PARAMETERS = 64 * 1024;

    private final CommandRepository commands;
    private final CommandCourier courier;
    private final LiveStreams streams;
    private final LiveChannel<CommandView> channel;
    private final ParameterAccess parameters;
    private final OutputAccess outputs;
    private final DeviceService devices;
    private final Event<CommandAnswered> answered;
    private final ChangeNotes changes;
    private final Clock clock;

    public CommandService(CommandRepository commands, CommandCourier courier, LiveStreams streams,
            ParameterAccess parameters, OutputAccess outputs, DeviceService devices, Event<CommandAnswered> answered,
            ChangeNotes changes, Clock clock) {
        this.commands = commands;
        this.courier = courier;
        this.streams = streams;
        this.channel = streams.channel(RedisKeys.COMMAND_CHANNEL, CommandView.class);
        this.parameters = parameters;
        this.outputs = outputs;
        this.devices = devices;
        this.answered = answered;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Stores a command, which is sent as soon as possible.
     *
     * @throws ApiException 404 for an unknown device, 422 for a parameter that cannot be read or written so
     */
    CommandView create(String deviceId, CommandRequest request, String requestedBy) {
        devices.require(deviceId);
        Duration timeout = Durations.read("timeout", request.timeout(), DEFAULT_TIMEOUT, SHORTEST, LONGEST);
        ResolvedCommand resolved = request.accessesParameter()
                ? parameters.resolve(deviceId, request)
                : new ResolvedCommand(others(deviceId, request), null);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        StoredCommand stored = commands.create(new StoredCommand(0, UUID.randomUUID(), deviceId, request.command(),
                resolved.parameters(), CommandState.QUEUED, requestedBy, now, now.plus(timeout), null, null, false,
                null, null, resolved.target(), TraceParent.current().map(TraceParent::render).orElse(null)));
        courier.wake();
        CommandView view = CommandView.of(stored);
        channel.publish(List.of(view));
        changes.changed(null, view);
        return view;
    }

    private JsonNode others(String deviceId, CommandRequest request) {
        if (request.writesSeveral()) {
            return parameters.resolveAll(deviceId, request);
        }
        return request.writesOutput() ? outputs.resolve(deviceId, request) : free(request);
    }

    private static JsonNode free(CommandRequest request) {
        if (request.parameter() != null || request.value() != null) {
            throw ApiException.invalidParameter(request.parameter() != null ? "parameter" : "value",
                    "only read_parameter and write_parameter take it; give 'parameters' instead");
        }
        JsonNode given = request.parameters() == null || request.parameters().isNull() ? null : request.parameters();
        if (given != null && given.toString().length() > MAX_PARAMETERS) {
            throw new ApiException(413, "parameters-too-large", "The parameters have more than " + MAX_PARAMETERS
                    + " characters.");
        }
        return given;
    }

    /** Waits until a command is done, for so long at most; gives the state that it has then. Holds no thread meanwhile. */
    Uni<CommandView> await(CommandView command, Duration limit) {
        Multi<Object> changes = channel.open()
                .filter(view -> view.commandId().equals(command.commandId()) && view.done()).map(view -> view);
        Multi<Object> looks = Multi.createFrom().ticks().every(LOOK_AGAIN).onOverflow().drop().map(tick -> tick);
        return Multi.createBy().merging().streams(changes, looks)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(change -> get(command.deviceId(), command.commandId()))
                .filter(CommandView::done).toUni()
                .ifNoItem().after(limit).recoverWithItem((CommandView) null)
                .onFailure().recoverWithNull()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(done -> done == null ? get(command.deviceId(), command.commandId()) : done);
    }

    CommandView get(String deviceId, UUID commandId) {
        return commands.find(deviceId, commandId).map(CommandView::of)
                .orElseThrow(() -> CommandRepository.unknown(deviceId, commandId));
    }

    /** One page, newest first. */
    Page<CommandView> page(String deviceId, CommandState state, PageRequest page) {
        devices.require(deviceId);
        Page<StoredCommand> found = commands.page(deviceId, state, page);
        return new Page<>(found.items().stream().map(CommandView::of).toList(), found.total(), page);
    }

    /** Stores answers, each in a transaction of its own; may be repeated. */
    Outcomes answer(CommandResponses batch) {
        List<Outcome> outcomes = new ArrayList<>(batch.responses().size());
        List<CommandView> changed = new ArrayList<>();
        for (CommandResponses.Response response : batch.responses()) {
            try {
                Optional<StoredCommand> stored = answer(DeviceAnswer.of(response));
                stored.map(CommandView::of).ifPresent(changed::add);
                stored.ifPresent(command -> answered.fire(new CommandAnswered(command.deviceId(), command.commandId(),
                        command.command(), command.state() == CommandState.ANSWERED, command.result(),
                        command.error())));
                outcomes.add(stored.isPresent() ? Outcome.STORED : Outcome.KNOWN);
            } catch (ApiException e) {
                outcomes.add(Outcome.rejected(e.code(), e.getMessage()));
            }
        }
        channel.publish(changed);
        return new Outcomes(outcomes);
    }

    private Optional<StoredCommand> answer(DeviceAnswer answer) {
        StoredCommand command = commands.find(answer.deviceId(), answer.commandId())
                .orElseThrow(() -> CommandRepository.unknown(answer.deviceId(), answer.commandId()));
        DeviceAnswer decoded = command.target() == null
                ? answer
                : answer.with(parameters.decode(command.target(), answer.result()),
                        parameters.explain(command.target(), answer.error()));
        return Retries.onConflict(() -> commands.answer(decoded));
    }

    /** Changes from now on, with a comment now and then. */
    Multi<OutboundSseEvent> stream(String deviceId, Sse sse) {
        devices.require(deviceId);
        Multi<OutboundSseEvent> changes = channel.open().filter(view -> view.deviceId().equals(deviceId))
                .map(view -> sse.newEventBuilder().name("command").mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(CommandView.class, view).build());
        return streams.withHeartbeat(changes, sse);
    }

    /**
     * A command as callers see it.
     *
     * @param state {@code queued}, {@code sent}, {@code answered}, {@code failed} or {@code timed_out}
     * @param sentAt when the broker acknowledged it
     * @param answeredAt when the device answered
     * @param late true if the answer was stored after the time-out
     * @param result what the device answered; for a parameter also its decoded value
     * @param error why the device could not do it, in its own words, for a parameter also with {@code name} and {@code description}
     *        where its description has words for the code; {@code {"code":"not-publishable","reason"}} when the message
     *        cannot reach it, then without {@code sentAt} and {@code answeredAt}
     */
    @RegisterForReflection
    record CommandView(UUID commandId, String deviceId, String command,
            @Schema(implementation = Object.class) JsonNode parameters, String state, String requestedBy,
            Instant createdAt, Instant expiresAt, Instant sentAt, Instant answeredAt, boolean late,
            @Schema(implementation = Object.class) JsonNode result,
            @Schema(implementation = Object.class) JsonNode error) implements Sparse {

        static CommandView of(StoredCommand c) {
            return new CommandView(c.commandId(), c.deviceId(), c.command(), c.parameters(), c.state().label(),
                    c.requestedBy(), c.createdAt(), c.expiresAt(), c.sentAt(), c.answeredAt(), c.late(), c.result(),
                    c.error());
        }

        /** Whether nothing more is waited for. */
        boolean done() {
            return !state.equals(CommandState.QUEUED.label()) && !state.equals(CommandState.SENT.label());
        }
    }

    /**
     * A device's answer to a command.
     *
     * @param ok whether it did what was asked
     * @param result what it gives back, null if nothing
     * @param error why it could not, null if it does not tell
     */
    record DeviceAnswer(String deviceId, UUID commandId, boolean ok, JsonNode result, JsonNode error,
            Instant answeredAt) {

        /**
         * Reads {@code {"command_id","status":"ok"|"error","result","error"}}. Without a status it is an error if there is one.
         *
         * @throws ApiException when it is not that
         */
        static DeviceAnswer of(CommandResponses.Response response) {
            JsonNode payload = response.payload();
            JsonNode error = present(payload, "error");
            JsonNode status = present(payload, "status");
            String text = status == null ? error == null ? "ok" : "error" : status.asText();
            if (!text.equals("ok") && !text.equals("error")) {
                throw ApiException.invalidParameter("status", "'ok' or 'error' is needed");
            }
            return new DeviceAnswer(response.deviceId(), id(payload.path("command_id").asText()), text.equals("ok"),
                    present(payload, "result"), error, response.answeredAt());
        }

        private static UUID id(String text) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                throw ApiException.invalidParameter("command_id", "the UUID of the command is needed");
            }
        }

        private static JsonNode present(JsonNode payload, String name) {
            JsonNode value = payload.get(name);
            return value == null || value.isNull() ? null : value;
        }

        DeviceAnswer with(JsonNode otherResult, JsonNode otherError) {
            return new DeviceAnswer(deviceId, commandId, ok, otherResult, otherError, answeredAt);
        }
    }

    /**
     * Answers of devices to commands, as the bridge hands them on.
     *
     * @param responses 1 to 1,200, those of one device in the order in which it sent them
     */
    record CommandResponses(@NotNull @Size(min = 1, max = 1200) List<@NotNull @Valid Response> responses) {

        /**
         * One answer.
         *
         * @param answeredAt by the device's clock if it told, else when it arrived
         * @param payload what the device sent
         */
        public record Response(@NotNull @Pattern(regexp = "[A-Za-z0-9._:-]{1,64}") String deviceId,
                @NotNull Instant answeredAt, @NotNull @Schema(implementation = Object.class) JsonNode payload) {}

        /**
         * What became of the answers.
         *
         * @param results one for each, in the same order
         */
        public record Outcomes(List<Outcome> results) {}

        /**
         * What became of an answer.
         *
         * @param status {@code stored}, {@code known} if the command had its answer already, or {@code rejected}
         * @param code why it was rejected
         * @param detail the same for people
         */
        @RegisterForReflection
        public record Outcome(String status, String code, String detail) implements Sparse {

            static final Outcome STORED = new Outcome("stored", null, null);
            static final Outcome KNOWN = new Outcome("known", null, null);

            static Outcome rejected(String code, String detail) {
                return new Outcome("rejected", code, detail);
            }
        }
    }

    /**
     * What is sent for a request.
     *
     * @param parameters as the device gets them, null if there are none
     * @param target parameter that is read or written, null for other commands
     */
    record ResolvedCommand(JsonNode parameters, ParameterTarget target) {}
}
