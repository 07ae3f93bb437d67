package io.greenstack.api.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.simulation.SimulationView.FieldChoice;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.Topics;
import io.greenstack.core.processdata.EncodeException;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Label;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.core.processdata.Scaling;
import io.greenstack.core.processdata.SpecialValue;
import io.greenstack.core.simulation.SignalModel;
import io.greenstack.platform.config.MqttConfig;
import io.greenstack.platform.outbound.OutboundFullException;
import io.greenstack.platform.outbound.OutboundMessage;
import io.greenstack.platform.outbound.OutboundQueue;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Simulated devices: making, showing special values, stopping. */
@ApplicationScoped
class SimulationService {

    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final int USUAL_INTERVAL = 1_000;
    private static final double PHASE_SECONDS = 20;

    private final SimulationSettings settings;
    private final SimulationRepository simulations;
    private final DescriptionService descriptions;
    private final OutboundQueue queue;
    private final SimulationRunner runner;
    private final SimulatedMessages messages;
    private final Clock clock;

    SimulationService(SimulationSettings settings, SimulationRepository simulations, DescriptionService descriptions,
            OutboundQueue queue, SimulationRunner runner, MqttConfig mqtt, Clock clock) {
        this.settings = settings;
        this.simulations = simulations;
        this.descriptions = descriptions;
        this.queue = queue;
        this.runner = runner;
        this.messages = new SimulatedMessages(new Topics(mqtt.topicPrefix()));
        this.clock = clock;
    }

    List<SimulationView> list() {
        return simulations.all().stream().map(this::view).toList();
    }

    SimulationView get(String deviceId) {
        return view(find(deviceId));
    }

    private StoredSimulation find(String deviceId) {
        return simulations.find(deviceId).orElseThrow(() -> new ApiException(404, "unknown-simulation",
                "No device '" + deviceId + "' is simulated."));
    }

    /** @throws ApiException 403 where simulations are off, 404, 409, 422 */
    SimulationView create(SimulationRequest request, String who) {
        if (!settings.enabled()) {
            throw new ApiException(403, "simulations-off",
                    "Simulated devices are off, so that no value of production is "
                            + "made up; GREENSTACK_SIMULATIONS=true switches them on.");
        }
        DescriptionSummary description = descriptions.summary(request.descriptionId(), null);
        Map<String, Long> parameters = request.parameters() == null ? Map.of() : request.parameters();
        check(description, parameters);
        if (simulations.count() >= settings.most()) {
            throw ApiException.conflict("too-many-simulations", settings.most() + " devices are simulated; stop some.");
        }
        StoredSimulation one = new StoredSimulation(id(request, description), request.name() == null
                || request.name().isBlank() ? description.productName() + ", simulated" : request.name().strip(),
                description.id(), request.intervalMs() == null ? USUAL_INTERVAL : request.intervalMs(), parameters,
                !Boolean.FALSE.equals(request.events()), simulations.count() * PHASE_SECONDS, Map.of(), null, now(),
                who);
        if (!QuarkusTransaction.joiningExisting().call(() -> simulations.insert(one))) {
            throw ApiException.conflict("simulation-exists", "The device '" + one.deviceId()
                    + "' is simulated already.");
        }
        try {
            publish(List.of(messages.registration(one, description), messages.state(one, true, one.startedAt())));
        } catch (ApiException e) {
            QuarkusTransaction.joiningExisting().run(() -> simulations.delete(one.deviceId()));
            throw e;
        }
        runner.wake();
        return view(one);
    }

    private String id(SimulationRequest request, DescriptionSummary description) {
        if (request.deviceId() != null) {
            if (!DeviceId.isValid(request.deviceId())) {
                throw ApiException.invalidParameter("device_id",
                        "1 to 64 letters, digits, '.', '_', ':' and '-' are needed");
            }
            return request.deviceId();
        }
        String base = description.productName().strip().split("\\s")[0].toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._:-]", "-");
        String start = base.length() > 40 ? base.substring(0, 40) : base;
        int number = 1;
        while (simulations.find(start + "-" + number).isPresent()) {
            number++;
        }
        return start + "-" + number;
    }

    private void check(DescriptionSummary description, Map<String, Long> parameters) {
        try {
            new SignalModel(descriptions.layout(description.id()), parameters).octets(0);
        } catch (RuntimeException e) {
            throw new ApiException(422, "not-simulable", "'" + description.productName()
                    + "' cannot be simulated: " + e.getMessage());
        }
    }

    /**
     * Shows other values for a while.
     *
     * @param values by field key: a special value, a label, a number, true or false; empty for none any more
     * @param seconds how long
     */
    SimulationView show(String deviceId, Map<String, JsonNode> values, int seconds) {
        StoredSimulation one = find(deviceId);
        Map<String, Object> instead = new LinkedHashMap<>();
        values.forEach((key, value) -> instead.put(key, SimulationRepository.scalar(value)));
        try {
            new SignalModel(descriptions.layout(one.descriptionId()), one.parameters()).octets(0, instead);
        } catch (EncodeException e) {
            throw ApiException.invalidParameter("values", e.getMessage());
        }
        QuarkusTransaction.joiningExisting().run(
                () -> simulations.show(deviceId, instead, instead.isEmpty() ? null : now().plusSeconds(seconds)));
        return get(deviceId);
    }

    /** Lets an event happen. */
    void event(String deviceId, int code, String mode, String type) {
        publish(List.of(messages.event(find(deviceId), code, mode, type, now())));
    }

    /** Stops a device as one that is switched off properly; what it said stays. */
    void stop(String deviceId) {
        StoredSimulation one = find(deviceId);
        publish(List.of(messages.state(one, false, now())));
        QuarkusTransaction.joiningExisting().run(() -> simulations.delete(deviceId));
    }

    private void publish(List<OutboundMessage> said) {
        try {
            queue.append(said).await().atMost(LIMIT);
        } catch (OutboundFullException e) {
            throw ApiException.unavailable("outbound-full", e.getMessage() + "; try again later.");
        } catch (RuntimeException e) {
            throw ApiException.unavailable("redis-unavailable", "Nothing was published, because Redis is away.");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private SimulationView view(StoredSimulation one) {
        Map<String, Object> instead = one.instead(now());
        return new SimulationView(one.deviceId(), one.name(), one.descriptionId(), one.intervalMs(), one.parameters(),
                one.events(), fields(descriptions.layout(one.descriptionId())), instead,
                instead.isEmpty() ? null : one.insteadUntil(), one.startedAt(), one.startedBy());
    }

    private static List<FieldChoice> fields(ProcessDataLayout layout) {
        Map<String, FieldChoice> fields = new LinkedHashMap<>();
        layout.in().forEach(frame -> frame.fields().stream().filter(Field::shown)
                .forEach(field -> fields.putIfAbsent(field.key(), new FieldChoice(field.key(),
                        field.scalings().stream().map(Scaling::unit).filter(unit -> unit != null).findFirst()
                                .orElse(null),
                        field.labels().stream().map(Label::text).toList(),
                        field.specials().stream().map(SpecialValue::status).toList()))));
        return List.copyOf(fields.values());
    }
}
