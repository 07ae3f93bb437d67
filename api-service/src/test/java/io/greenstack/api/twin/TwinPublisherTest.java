package io.greenstack.api.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.twin.model.Change;
import io.greenstack.api.twin.model.ReportReader;
import io.greenstack.api.twin.model.ReportReader.TimeSource;
import io.greenstack.api.twin.model.Twin;
import io.greenstack.core.message.Topics;
import io.greenstack.platform.outbound.OutboundMessage;
import io.greenstack.platform.outbound.OutboundQueue;
import io.greenstack.platform.tracing.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;

class TwinPublisherTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long NOW = 1_764_000_000_000L;

    private final Table table = new Table();
    private final List<OutboundMessage> published = new ArrayList<>();
    private boolean away;
    private final OutboundQueue queue = messages -> {
        if (away) {
            return Uni.createFrom().failure(new IllegalStateException("Redis is away"));
        }
        published.addAll(messages);
        return Uni.createFrom().voidItem();
    };
    private final TwinPublisher outbox = new TwinPublisher(table, queue,
            new TwinMessages(new Topics("devices"), (device, delta) -> Optional.empty()),
            new SmallRyeConfigBuilder().withMapping(TwinSettings.class)
                    .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                    .withConverter(Duration.class, 100, new DurationConverter()).build()
                    .getConfigMapping(TwinSettings.class));

    /** One row, without a database. */
    private static final class Table extends TwinRepository {

        private StoredTwin row = new StoredTwin("dev", Twin.none(), 0, Instant.EPOCH, Instant.EPOCH);

        Table() {
            super(null, null);
        }

        @Override
        List<StoredTwin> lockDue(int limit) {
            return row.due() ? List.of(row) : List.of();
        }

        @Override
        void markPublished(List<StoredTwin> twins) {
            row = new StoredTwin(row.deviceId(), row.twin(), twins.get(0).twin().version(), row.createdAt(),
                    row.updatedAt());
        }
    }

    private static ObjectNode object(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private void apply(Change change) {
        table.row = table.row.with(change.twin(), Instant.EPOCH);
    }

    private void want(String patch) {
        apply(table.row.twin().desire(object(patch), "user:ann", NOW, true));
    }

    private void report(String payload) {
        apply(table.row.twin().report(ReportReader.read(object(payload), NOW, TimeSource.ARRIVAL), true));
    }

    private List<String> topics() {
        return published.stream().map(OutboundMessage::topic).toList();
    }

    private static JsonNode payload(OutboundMessage message) {
        return object(new String(message.payload(), StandardCharsets.UTF_8));
    }

    @Test
    void aWishIsPublishedRetainedAndAsADelta() {
        want("{'a':{'b':1}}");
        assertThat(outbox.publishDue()).isEqualTo(1);
        assertThat(outbox.publishDue()).isZero();

        assertThat(topics()).containsExactly("devices/dev/config/desired", "devices/dev/config/delta");
        assertThat(published).extracting(OutboundMessage::retain).containsExactly(true, false);
        assertThat(published).extracting(OutboundMessage::qos).containsOnly(1);
        assertThat(payload(published.get(0))).isEqualTo(object("{'version':1,'timestamp':" + NOW
                + ",'desired':{'a':{'b':1}},'metadata':{'/a/b':{'timestamp':" + NOW + ",'version':1}}}"));
        assertThat(payload(published.get(1)).path("delta")).isEqualTo(object("{'a':{'b':1}}"));
    }

    @Test
    void whatIsPublishedBelongsToTheTraceOfTheWrite() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        want("{'a':1}");
        try (Scope request = Span.wrap(TraceParent.parse(trace).orElseThrow().remote()).makeCurrent()) {
            outbox.offer(List.of(table.row));
        }
        outbox.publishDue();
        assertThat(published).isNotEmpty().extracting(OutboundMessage::traceparent).containsOnly(trace);
    }

    @Test
    void awsEmbeddedC229AFulfilledWishIsTakenBackFromTheBrokerToo() {
        want("{'a':1}");
        outbox.publishDue();
        report("{'a':1}");
        outbox.publishDue();

        OutboundMessage retained = published.stream().filter(OutboundMessage::retain).reduce((one, two) -> two)
                .orElseThrow();
        assertThat(payload(retained).path("desired")).as("what a device gets that connects later").isEmpty();
        assertThat(payload(retained).path("version").intValue()).isEqualTo(2);
    }

    @Test
    void awsEmbeddedC32AndPython92VersionsRiseOnEachTopicAndOtherChangesPublishNothing() {
        want("{'a':1,'b':1}");
        outbox.publishDue();
        report("{'x':1}");
        report("{'x':2}");
        assertThat(outbox.publishDue()).as("reports of other values").isZero();
        report("{'a':1}");
        want("{'c':3}");
        outbox.publishDue();
        want("{'c':null}");
        outbox.publishDue();

        for (String topic : List.of("devices/dev/config/desired", "devices/dev/config/delta")) {
            List<Integer> versions = published.stream().filter(message -> message.topic().equals(topic))
                    .map(message -> payload(message).path("version").intValue()).toList();
            assertThat(versions).isSorted().doesNotHaveDuplicates().hasSize(3);
        }
        assertThat(payload(published.get(published.size() - 1)).path("delta")).isEqualTo(object("{'b':1}"));
    }

    @Test
    void awsEmbeddedC98ARejectedValueIsNotAskedForAgain() {
        want("{'a':900}");
        outbox.publishDue();
        report("{'rejected':{'a':{'reason':'too much'}},'version':1}");
        outbox.publishDue();

        assertThat(topics()).endsWith("devices/dev/config/delta");
        assertThat(payload(published.get(published.size() - 1)).path("delta")).isEmpty();
        report("{'rejected':{'a':{'reason':'too much'}},'version':1}");
        assertThat(outbox.publishDue()).isZero();
    }

    @Test
    void whileTheQueueIsAwayTheDatabaseRemembersAndOnlyTheNewestIsPublished() {
        away = true;
        want("{'a':1}");
        assertThatThrownBy(outbox::publishDue).hasMessageContaining("Redis is away");
        want("{'a':2}");
        assertThatThrownBy(outbox::publishDue).isInstanceOf(IllegalStateException.class);
        away = false;
        outbox.publishDue();

        assertThat(published).hasSize(2);
        assertThat(payload(published.get(0)).path("desired")).isEqualTo(object("{'a':2}"));
        assertThat(payload(published.get(0)).path("version").intValue()).isEqualTo(2);
    }

    @Test
    void deletingTheTwinClearsTheRetainedMessage() {
        want("{'a':1}");
        outbox.publishDue();
        apply(table.row.twin().delete(NOW));
        outbox.publishDue();

        OutboundMessage cleared = published.get(2);
        assertThat(cleared.topic()).isEqualTo("devices/dev/config/desired");
        assertThat(cleared.retain()).isTrue();
        assertThat(cleared.payload()).isEmpty();
        assertThat(payload(published.get(3)).path("delta")).isEmpty();
    }
}
