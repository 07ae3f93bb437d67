package io.greenstack.api.alarm;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.ChangeNotes;
import io.greenstack.api.platform.Durations;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.table.Table;
import io.greenstack.api.telemetry.LiveStreams;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;

/** Alarms as people work with them. */
@ApplicationScoped
class AlarmService {

    private static final int MOST_EXPORTED = 10_000;
    private static final Duration SHORTEST_SHELF = Duration.ofMinutes(1);
    private static final Duration LONGEST_SHELF = Duration.ofDays(7);
    private static final List<String> COLUMNS = List.of("id", "device_id", "device_name", "alarm", "kind", "priority",
            "state", "message", "value", "detail", "raised_at", "raises", "cleared_at", "acknowledged_at",
            "acknowledged_by", "comment", "shelved_until");

    private final AlarmRepository alarms;
    private final AlarmWriter writer;
    private final AlarmAnnouncer announcer;
    private final LiveStreams streams;
    private final ChangeNotes changes;
    private final Clock clock;

    AlarmService(AlarmRepository alarms, AlarmWriter writer, AlarmAnnouncer announcer, LiveStreams streams,
            ChangeNotes changes, Clock clock) {
        this.alarms = alarms;
        this.writer = writer;
        this.announcer = announcer;
        this.streams = streams;
        this.changes = changes;
        this.clock = clock;
    }

    Page<AlarmView> page(AlarmFilter filter, String sort, PageRequest page) {
        return alarms.page(filter, sort, page);
    }

    AlarmView get(long id) {
        return alarms.find(id).orElseThrow(() -> new ApiException(404, "unknown-alarm", "No alarm has the id " + id
                + "."));
    }

    AlarmDetail detail(long id) {
        return new AlarmDetail(get(id), alarms.entries(id));
    }

    AlarmSummary summary() {
        Map<AlarmStatus, Map<AlarmPriority, Long>> counts = alarms.counts();
        return new AlarmSummary(count(counts, AlarmStatus.ACTIVE), count(counts, AlarmStatus.ACKNOWLEDGED),
                count(counts, AlarmStatus.CLEARED), count(counts, AlarmStatus.SHELVED));
    }

    private static AlarmSummary.Count count(Map<AlarmStatus, Map<AlarmPriority, Long>> counts, AlarmStatus state) {
        Map<AlarmPriority, Long> found = counts.getOrDefault(state, Map.of());
        return new AlarmSummary.Count(found.values().stream().mapToLong(Long::longValue).sum(),
                found.getOrDefault(AlarmPriority.URGENT, 0L), found.getOrDefault(AlarmPriority.HIGH, 0L),
                found.getOrDefault(AlarmPriority.MEDIUM, 0L), found.getOrDefault(AlarmPriority.LOW, 0L));
    }

    AlarmView acknowledge(long id, String who, String comment) {
        AlarmView before = get(id);
        writer.acknowledge(List.of(id), who, text(comment));
        return changedFrom(before);
    }

    /** Acknowledges some at once; those that do not exist are left out of the answer. */
    List<AlarmView> acknowledge(List<Long> ids, String who, String comment) {
        List<AlarmView> before = alarms.all(ids);
        writer.acknowledge(ids, who, text(comment));
        List<AlarmView> after = alarms.all(ids);
        changes.changed(before.stream().map(Stand::of).toList(), after.stream().map(Stand::of).toList());
        return after;
    }

    /** @throws ApiException 409 when it is over, so that there is nothing to hear of */
    AlarmView shelve(long id, String duration, String who, String comment) {
        if (duration == null || duration.isBlank()) {
            throw ApiException.invalidParameter("duration", "how long is needed, such as 30m or 8h");
        }
        Duration wanted = Durations.read("duration", duration, null, SHORTEST_SHELF, LONGEST_SHELF);
        AlarmView alarm = get(id);
        if (alarm.state() == AlarmStatus.CLOSED) {
            throw ApiException.conflict("alarm-closed", "The alarm " + id + " is over and acknowledged; "
                    + "only one that is open can be shelved.");
        }
        writer.shelve(alarm, clock.instant().plus(wanted), who, text(comment));
        return changedFrom(alarm);
    }

    AlarmView unshelve(long id, String who, String comment) {
        AlarmView before = get(id);
        writer.unshelve(before, who, text(comment));
        return changedFrom(before);
    }

    AlarmView comment(long id, String who, String comment) {
        AlarmView before = get(id);
        String said = text(comment);
        if (said == null) {
            throw ApiException.invalidParameter("comment", "a text is needed");
        }
        writer.comment(id, who, said);
        return changedFrom(before);
    }

    private AlarmView changedFrom(AlarmView before) {
        AlarmView after = get(before.id());
        changes.changed(before, after);
        return after;
    }

    /** What of an alarm the audit log shows when many change at once. */
    @RegisterForReflection
    record Stand(long id, AlarmStatus state) {

        static Stand of(AlarmView alarm) {
            return new Stand(alarm.id(), alarm.state());
        }
    }

    /** The newest 10,000 as a table. */
    Table table(AlarmFilter filter) {
        List<List<Object>> rows = new ArrayList<>();
        for (AlarmView a : alarms.page(filter, null, new PageRequest(1, MOST_EXPORTED)).items()) {
            rows.add(Arrays.asList(a.id(), a.deviceId(), a.deviceName(), a.alarm(), label(a.kind()),
                    label(a.priority()), label(a.state()), a.message(), a.value(), a.detail(), a.raisedAt(),
                    a.raises(), a.clearedAt(), a.acknowledgedAt(), a.acknowledgedBy(), a.comment(),
                    a.shelvedUntil()));
        }
        return new Table("alarms", COLUMNS, rows);
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Alarms as they change, with a comment now and then. */
    Multi<OutboundSseEvent> stream(String deviceId, Sse sse) {
        Multi<OutboundSseEvent> changes = announcer.open()
                .filter(alarm -> deviceId == null || deviceId.equals(alarm.deviceId()))
                .map(alarm -> sse.newEventBuilder().name("alarm").mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(AlarmView.class, alarm).build());
        return streams.withHeartbeat(changes, sse);
    }

    private static String text(String comment) {
        return comment == null || comment.isBlank() ? null : comment.strip().replace("\0", "");
    }
}
