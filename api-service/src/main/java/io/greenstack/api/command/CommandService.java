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
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.api.command.CommandResponses.Outcome;
import io.greenstack.api.command.CommandResponses.Outcomes;
import io.greenstack.api.device.DeviceService;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Retries;
import io.greenstack.api.telemetry.TelemetrySettings;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Commands to devices. */
@ApplicationScoped
public class CommandService {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final int MAX_PARAMETERS = 64 * 1024;

    private final CommandStore store;
    private final CommandCourier courier;
    private final CommandChannel channel;
    private final ParameterAccess parameters;
    private final DeviceService devices;
    private final Clock clock;
    private final Duration heartbeat;

    @Inject
    public CommandService(CommandStore store, CommandCourier courier, CommandChannel channel,
            ParameterAccess parameters, DeviceService devices, Clock clock, TelemetrySettings settings) {
        this.store = store;
        this.courier = courier;
        this.channel = channel;
        this.parameters = parameters;
        this.devices = devices;
        this.clock = clock;
        this.heartbeat = settings.stream().heartbeat();
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
                : new ResolvedCommand(free(request), null);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        StoredCommand stored = store.create(new StoredCommand(0, UUID.randomUUID(), deviceId, request.command(),
                resolved.parameters(), CommandState.QUEUED, requestedBy, now, now.plus(timeout), null, null, false,
                null, null, resolved.target(), traceparent()));
        courier.wake();
        channel.publish(List.of(stored));
        return CommandView.of(stored);
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

    private static String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + '-' + span.getSpanId() + (span.isSampled() ? "-01" : "-00")
                : null;
    }

    /** Waits until a command is done, for so long at most; gives the state that it has then. Holds no thread meanwhile. */
    Uni<CommandView> await(CommandView command, Duration limit) {
        Multi<Object> changes = channel.open(command.deviceId())
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
        return store.find(deviceId, commandId).map(CommandView::of)
                .orElseThrow(() -> CommandStore.unknown(deviceId, commandId));
    }

    /** One page, newest first. */
    Page<CommandView> page(String deviceId, CommandState state, PageRequest page) {
        devices.require(deviceId);
        Page<StoredCommand> found = store.page(deviceId, state, page);
        return new Page<>(found.items().stream().map(CommandView::of).toList(), found.total(), page);
    }

    /** Stores answers, each in a transaction of its own; may be repeated. */
    Outcomes answer(CommandResponses batch) {
        List<Outcome> outcomes = new ArrayList<>(batch.responses().size());
        List<StoredCommand> changed = new ArrayList<>();
        for (CommandResponses.Response response : batch.responses()) {
            try {
                Optional<StoredCommand> stored = answer(DeviceAnswer.of(response));
                stored.ifPresent(changed::add);
                outcomes.add(stored.isPresent() ? Outcome.STORED : Outcome.KNOWN);
            } catch (ApiException e) {
                outcomes.add(Outcome.rejected(e.code(), e.getMessage()));
            }
        }
        channel.publish(changed);
        return new Outcomes(outcomes);
    }

    private Optional<StoredCommand> answer(DeviceAnswer answer) {
        StoredCommand command = store.find(answer.deviceId(), answer.commandId())
                .orElseThrow(() -> CommandStore.unknown(answer.deviceId(), answer.commandId()));
        DeviceAnswer decoded = command.target() == null
                ? answer
                : answer.withResult(parameters.decode(command.target(), answer.result()));
        return Retries.onConflict(() -> store.answer(decoded));
    }

    /** Changes from now on, with a comment now and then. */
    Multi<OutboundSseEvent> stream(String deviceId, Sse sse) {
        devices.require(deviceId);
        Multi<OutboundSseEvent> changes = channel.open(deviceId).map(view -> sse.newEventBuilder().name("command")
                .mediaType(MediaType.APPLICATION_JSON_TYPE).data(CommandView.class, view).build());
        Multi<OutboundSseEvent> beats = Multi.createFrom().ticks().every(heartbeat).onOverflow().drop()
                .map(tick -> sse.newEventBuilder().comment("heartbeat").build());
        return Multi.createBy().merging().streams(changes, beats);
    }
}
