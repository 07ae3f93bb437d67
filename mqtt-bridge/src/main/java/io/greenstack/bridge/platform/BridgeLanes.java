package io.greenstack.bridge.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.greenstack.bridge.command.ResponseBody;
import io.greenstack.bridge.dialect.DialectHandler;
import io.greenstack.bridge.dialect.Dialects;
import io.greenstack.bridge.event.EventBody;
import io.greenstack.bridge.mapping.MappingDialect;
import io.greenstack.bridge.mapping.MappingSettings;
import io.greenstack.bridge.outbound.OutboundReplays;
import io.greenstack.bridge.registration.RegistrationHandler;
import io.greenstack.bridge.status.StatusHandler;
import io.greenstack.bridge.telemetry.TelemetryHandler;
import io.greenstack.bridge.twin.ReportBody;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RejectReason;
import io.greenstack.core.message.TopicKind;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.api.EdgeApiClient;
import io.greenstack.edge.api.Forwarder;
import io.greenstack.edge.intake.DeviceTimes;
import io.greenstack.edge.intake.Intake;
import io.greenstack.edge.intake.IntakeHandler;
import io.greenstack.edge.intake.SharedGroup;
import io.greenstack.edge.intake.TelemetryTopics;
import io.greenstack.edge.lane.Lane;
import io.greenstack.edge.lane.LanePlan;
import io.greenstack.edge.mqtt.IngressLimits;
import io.greenstack.edge.mqtt.IngressSettings;
import io.greenstack.edge.replay.ReplayHandler;
import io.greenstack.edge.replay.ReplayRoutes;
import io.greenstack.platform.config.MqttConfig;
import io.greenstack.platform.deadletter.DeadLetter;

/**
 * The lanes of the bridge: telemetry and status need Redis, registrations, reports, events and answers the api-service, and
 * foreign dialects and mappings the broker alone. A replayed dead letter goes to the handler of the lane of its topic, a message of ours to
 * the queue of those that are to be published.
 */
@Singleton
class BridgeLanes implements LanePlan, ReplayRoutes {

    private static final int QUEUE = 2_000;
    /** Of the octets of the telemetry lane, what each of the others may hold: together they have to fit into the heap. */
    private static final int PART = 8;

    private final Topics topics;
    private final TelemetryTopics telemetryTopics;
    private final MqttConfig config;
    private final Intake intake;
    private final IngressLimits limits;
    private final OutboundReplays outbound;
    private final List<Lane> lanes = new ArrayList<>();
    private final Map<TopicKind, ReplayHandler> replays = new HashMap<>();
    private final ReplayHandler foreign;
    private final ReplayHandler mapped;
    private final Dialects dialects;

    BridgeLanes(MqttConfig config, Topics topics, TelemetryTopics telemetryTopics, DeviceTimes times,
            Intake intake,
            EdgeApiClient api, TelemetryHandler telemetry, StatusHandler status, RegistrationHandler registration,
            Dialects dialects, DialectHandler dialect, MappingSettings mappings, MappingDialect mapping,
            OutboundReplays outbound) {
        this.topics = topics;
        this.telemetryTopics = telemetryTopics;
        this.config = config;
        this.intake = intake;
        this.limits = IngressSettings.limits(config.ingress());
        this.outbound = outbound;
        replays.put(TopicKind.TELEMETRY,
                add("telemetry", telemetryTopics.filters(), limits, "telemetry", telemetry));
        add(TopicKind.STATUS, "status", 200, "status", status);
        // A batch is as many requests at the same time.
        add(TopicKind.REGISTER, "control", 16, "registration", registration);
        add(TopicKind.CONFIG_REPORTED, "config", 500, "config/reported", new Forwarder(api, topics,
                "/api/shadows/reports", "reports", "reports", new ReportBody(times)));
        add(TopicKind.EVENTS, "events", 500, "events", new Forwarder(api, topics, "/api/events/batch", "events",
                "events", new EventBody(times)));
        add(TopicKind.COMMANDS_RESPONSE, "responses", 200, "commands/response", new Forwarder(api, topics,
                "/api/commands/responses", "responses", "answers to commands", new ResponseBody()));
        this.dialects = dialects;
        this.foreign = add("dialect", dialects.filters(), serial(200), "dialect", dialect);
        this.mapped = add(new Lane("mapping", List.of(), mappings.enabled(), serial(200), intake.handler("mapping",
                dialect.of(new Dialects(List.of(mapping), topics)))));
    }

    private void add(TopicKind kind, String label, int batch, String span, IntakeHandler handler) {
        List<String> filters = List.of(topics.filter(kind, SharedGroup.of(config)));
        replays.put(kind, add(label, filters, serial(batch), span, handler));
    }

    private ReplayHandler add(String label, List<String> filters, IngressLimits bounds, String span,
            IntakeHandler handler) {
        return add(new Lane(label, filters, bounds, intake.handler(span, handler)));
    }

    private ReplayHandler add(Lane lane) {
        lanes.add(lane);
        return ReplayHandler.of(lane.handler());
    }

    /** Low rate, and the order per device matters. */
    private IngressLimits serial(int batch) {
        return new IngressLimits(Math.min(QUEUE, limits.queueMessages()), limits.queueBytes() / PART, batch,
                Duration.ZERO, 1,
                limits.retryMin(), limits.retryMax());
    }

    @Override
    public List<Lane> lanes() {
        return List.copyOf(lanes);
    }

    @Override
    public ReplayHandler handler(DeadLetter letter) {
        return OutboundReplays.concerns(letter) ? outbound : handler(letter.topic());
    }

    private ReplayHandler handler(String topic) {
        try {
            return replays.getOrDefault(topics.parse(topic).kind(), replays.get(TopicKind.TELEMETRY));
        } catch (PayloadException e) {
            return telemetry(topic)
                    ? replays.get(TopicKind.TELEMETRY)
                    : dialects.of(topic) == null ? mapped : foreign;
        }
    }

    /** Masters publish process data on topics of their own. */
    private boolean telemetry(String topic) {
        try {
            telemetryTopics.device(topic);
            return true;
        } catch (PayloadException e) {
            return !RejectReason.UNKNOWN_TOPIC.equals(e.reason());
        }
    }
}
