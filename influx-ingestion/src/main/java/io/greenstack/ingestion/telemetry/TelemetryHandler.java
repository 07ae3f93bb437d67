package io.greenstack.ingestion.telemetry;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.core.layout.LayoutLookup;
import io.greenstack.core.message.DeviceTopic;
import io.greenstack.core.message.EventReader;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RejectReason;
import io.greenstack.core.message.TelemetryReader;
import io.greenstack.core.message.TopicKind;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.deadletter.DeadLetters;
import io.greenstack.edge.mqtt.BatchHandler;
import io.greenstack.edge.mqtt.Outcome;
import io.greenstack.edge.mqtt.PauseException;
import io.greenstack.edge.mqtt.TelemetryTopics;
import io.greenstack.ingestion.influx.BatchWriter;
import io.greenstack.ingestion.influx.InfluxConfig;
import io.greenstack.ingestion.influx.LineWriter;
import io.greenstack.ingestion.influx.WriteReport;
import io.greenstack.platform.config.MqttConfig;
import io.greenstack.platform.layout.LayoutSource;
import io.greenstack.platform.tracing.BatchSpan;
import io.greenstack.platform.tracing.BatchTracing;

/**
 * Takes a batch of telemetry and events to the time-series store: read, look up layouts, decode, write, set aside what can never succeed.
 * A message counts as written when the store has all its points, as dead-lettered when its letter is stored, and is repeated
 * otherwise. Safe for several batches at once.
 */
@Singleton
public class TelemetryHandler implements BatchHandler {

    /** Reason of a message on which this service itself fails; set aside, so that it blocks nobody. */
    static final String INTERNAL_ERROR = "internal-error";

    private static final Logger LOG = Logger.getLogger(TelemetryHandler.class);
    private static final Duration REDIS_PATIENCE = Duration.ofSeconds(5);

    private static final String EVENTS_SUFFIX = "/" + TopicKind.EVENTS.suffix();

    private final TelemetryTopics topics;
    private final Topics deviceTopics;
    private final List<String> filters;
    private final EventReader events;
    private final TelemetryReader reader;
    private final PointComposer composer;
    private final LayoutSource layouts;
    private final BatchWriter writer;
    private final DeadLetters deadLetters;
    private final BatchTracing tracing;

    /** For the container. */
    public TelemetryHandler(MqttConfig mqtt, InfluxConfig influx, LayoutSource layouts, BatchWriter writer,
            DeadLetters deadLetters, BatchTracing tracing) {
        this.topics = new TelemetryTopics(mqtt);
        this.deviceTopics = new Topics(mqtt.topicPrefix());
        List<String> wanted = new ArrayList<>(topics.filters());
        wanted.add(deviceTopics.filter(TopicKind.EVENTS, mqtt.sharedGroup().orElse(null)));
        this.filters = List.copyOf(wanted);
        this.events = new EventReader(Clock.systemUTC());
        this.reader = new TelemetryReader(Clock.systemUTC());
        this.composer = new PointComposer(new ParameterCap(influx.maxParametersPerDevice()));
        this.layouts = layouts;
        this.writer = writer;
        this.deadLetters = deadLetters;
        this.tracing = tracing;
    }

    /** The filters to subscribe to. */
    public List<String> filters() {
        return filters;
    }

    @Override
    public List<Outcome> handle(List<InboundMessage> messages) {
        try (BatchSpan span = tracing.start("telemetry store", messages.size())) {
            messages.forEach(message -> span.linkFrom(message.payload()));
            TelemetryBatch batch = new TelemetryBatch(messages);
            String traceparent = span.traceparent();
            read(batch, traceparent);
            LineWriter lines = compose(batch, lookUp(batch), traceparent);
            WriteReport report = writer.write(lines);
            settle(batch, lines, report, traceparent);
            storeLetters(batch);
            span.attribute("greenstack.points", lines.lines());
            span.attribute("greenstack.dead_letters", batch.letters().size());
            if (report.pause() != null) {
                span.fail(report.pause());
                batch.pausedBy(report.pause());
            }
            return batch.outcomes();
        }
    }

    private void read(TelemetryBatch batch, String traceparent) {
        for (int i = 0; i < batch.size(); i++) {
            InboundMessage message = batch.message(i);
            try {
                read(batch, i, message);
            } catch (PayloadException e) {
                batch.reject(i, e.reason(), e.getMessage(), traceparent);
            } catch (RuntimeException e) {
                batch.reject(i, INTERNAL_ERROR, internal(message, e), traceparent);
            }
        }
    }

    private void read(TelemetryBatch batch, int index, InboundMessage message) {
        if (message.topic().endsWith(EVENTS_SUFFIX)) {
            DeviceTopic topic = deviceTopics.parse(message.topic());
            batch.device(index, topic.deviceId());
            batch.content(index, new Content.Events(events.read(message.payload(), message.receivedAt())));
        } else {
            batch.device(index, topics.device(message.topic()));
            batch.content(index, new Content.Values(reader.read(message.payload(), message.receivedAt())));
        }
    }

    private Map<String, LayoutLookup> lookUp(TelemetryBatch batch) {
        Set<String> devices = new HashSet<>();
        for (int i = 0; i < batch.size(); i++) {
            if (batch.content(i) instanceof Content.Events
                    || batch.content(i) instanceof Content.Values values && values.raw()) {
                devices.add(batch.device(i).value());
            }
        }
        return devices.isEmpty() ? Map.of() : layouts.lookup(devices).await().atMost(REDIS_PATIENCE);
    }

    private LineWriter compose(TelemetryBatch batch, Map<String, LayoutLookup> found, String traceparent) {
        LineWriter lines = new LineWriter();
        for (int i = 0; i < batch.size(); i++) {
            if (batch.content(i) == null) {
                continue;
            }
            LayoutLookup layout = found.get(batch.device(i).value());
            if (batch.content(i) instanceof Content.Values values && values.raw()
                    && layout instanceof LayoutLookup.Unavailable away) {
                batch.outcome(i, Outcome.RETRY);
                batch.pausedBy(new PauseException("layouts are not available: " + away.reason()));
                continue;
            }
            lines.owner(i);
            try {
                composer.compose(lines, batch.device(i), batch.content(i), layout);
            } catch (PayloadException e) {
                batch.reject(i, e.reason(), e.getMessage(), traceparent);
            } catch (RuntimeException e) {
                batch.reject(i, INTERNAL_ERROR, internal(batch.message(i), e), traceparent);
            }
        }
        return lines;
    }

    private static void settle(TelemetryBatch batch, LineWriter lines, WriteReport report, String traceparent) {
        boolean[] waits = new boolean[batch.size()];
        for (int line = 0; line < lines.lines(); line++) {
            if (!report.isStored(line) && !report.refused().containsKey(line)) {
                waits[lines.ownerOf(line)] = true;
            }
        }
        report.refused().forEach((line, detail) -> {
            int message = lines.ownerOf(line);
            if (!waits[message] && batch.open(message)) {
                batch.reject(message, RejectReason.STORE_REJECTED, detail, traceparent);
            }
        });
        for (int i = 0; i < batch.size(); i++) {
            if (batch.open(i)) {
                batch.outcome(i, waits[i] ? Outcome.RETRY : Outcome.WRITTEN);
            }
        }
    }

    private void storeLetters(TelemetryBatch batch) {
        if (batch.letters().isEmpty()) {
            return;
        }
        try {
            deadLetters.write(batch.letters()).await().atMost(REDIS_PATIENCE);
            batch.lettersAre(Outcome.DEAD_LETTERED);
        } catch (RuntimeException e) {
            batch.lettersAre(Outcome.RETRY);
            batch.pausedBy(new PauseException("dead letters cannot be stored: " + e.getMessage()));
        }
    }

    private static String internal(InboundMessage message, RuntimeException e) {
        LOG.errorf(e, "A message on %s cannot be handled and is set aside", message.topic());
        return e.toString();
    }
}
