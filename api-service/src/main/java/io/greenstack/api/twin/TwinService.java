package io.greenstack.api.twin;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.device.DeviceEvents;
import io.greenstack.api.device.DeviceService;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.ChangeNotes;
import io.greenstack.api.platform.DatabaseException;
import io.greenstack.api.platform.FieldError;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.twin.ReportResource.ReportBatch.DeviceReport;
import io.greenstack.api.twin.ReportResource.ReportOutcomes.ReportOutcome;
import io.greenstack.api.twin.TwinHistory.TwinChangeView;
import io.greenstack.api.twin.TwinResource.Precondition;
import io.greenstack.api.twin.model.Change;
import io.greenstack.api.twin.model.LeafMeta;
import io.greenstack.api.twin.model.Replacement;
import io.greenstack.api.twin.model.Twin;
import io.greenstack.api.twin.model.Twin.Rejection;
import io.greenstack.api.twin.model.TwinLimitException;
import io.greenstack.api.twin.model.TwinLimits;
import io.greenstack.core.message.DeviceId;
import io.greenstack.descriptions.Sparse;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Twins of devices: reading, changing, taking in what devices report. */
@ApplicationScoped
class TwinService {

    private final TwinStore store;
    private final TwinHistory history;
    private final TwinMirror mirror;
    private final TwinPublisher publisher;
    private final DescriptionRules rules;
    private final DeviceService devices;
    private final TwinLimits limits;
    private final ChangeNotes changes;
    private final boolean clearDesired;
    private final Clock clock;

    public TwinService(TwinStore store, TwinHistory history, TwinMirror mirror, TwinPublisher publisher,
            DescriptionRules rules, DeviceService devices, TwinSettings settings, ChangeNotes changes, Clock clock) {
        this.store = store;
        this.history = history;
        this.mirror = mirror;
        this.publisher = publisher;
        this.rules = rules;
        this.devices = devices;
        this.changes = changes;
        this.limits = TwinStore.limits(settings);
        this.clearDesired = settings.clearDesired();
        this.clock = clock;
    }

    /**
     * The twin of a device; that of a device which nobody wrote to yet has version 0.
     *
     * @throws ApiException 404 when the device is neither registered nor has it reported anything
     */
    public TwinView get(String deviceId) {
        StoredTwin stored = store.get(deviceId);
        if (stored.twin().version() == 0 || stored.twin().deleted()) {
            devices.require(deviceId);
        }
        return TwinView.of(stored);
    }

    /** Changes of a twin, newest first; 404 as {@link #get}. */
    public Page<TwinChangeView> history(String deviceId, PageRequest page) {
        Page<TwinChangeView> changes = history.page(deviceId, page);
        if (changes.total() == 0) {
            devices.require(deviceId);
        }
        return changes;
    }

    /**
     * Changes a twin.
     *
     * @param write what to do
     * @param by name of whoever does it
     * @param precondition the version that it must have
     * @throws ApiException 404 unknown device, 412 another version, 413 too large, 422 a value that cannot be accepted
     */
    public TwinView write(String deviceId, TwinWrite write, String by, Precondition precondition) {
        devices.require(deviceId);
        String source = "user:" + by;
        try {
            TwinWrite checked = check(deviceId, write);
            AtomicReference<Halves> before = new AtomicReference<>();
            TwinView after = done(store.change(deviceId, source, precondition::check, twin -> {
                before.set(Halves.of(twin.desired().values(), twin.reported().values()));
                return apply(checked, twin, source);
            }));
            changes.changed(before.get(), Halves.of(after.desired(), after.reported()));
            return after;
        } catch (TwinLimitException e) {
            throw refused(e);
        }
    }

    /** What of a twin the audit log shows. */
    @RegisterForReflection
    record Halves(ObjectNode desired, ObjectNode reported) {

        static Halves of(ObjectNode desired, ObjectNode reported) {
            return new Halves(desired.deepCopy(), reported.deepCopy());
        }
    }

    private TwinWrite check(String deviceId, TwinWrite write) {
        if (write.desired() != null) {
            limits.checkShape(write.desired());
        }
        if (write.reported() != null) {
            limits.checkShape(write.reported());
        }
        return write.desired() == null || write.desired().isEmpty()
                ? write
                : write.withDesired(rules.accept(deviceId, write.desired()));
    }

    /** Both halves in one change, so that nobody sees the one without the other. */
    private Change apply(TwinWrite write, Twin twin, String source) {
        long now = clock.millis();
        Change change = new Change(twin, twin, JsonNodeFactory.instance.objectNode());
        if (write.reported() != null) {
            ObjectNode patch = write.replace()
                    ? Replacement.patch(twin.reported().values(), write.reported())
                    : write.reported();
            change = twin.reportAs(patch, source, now, clearDesired);
        }
        if (write.desired() != null) {
            Twin reported = change.twin();
            ObjectNode patch = write.replace()
                    ? Replacement.patch(reported.desired().values(), write.desired())
                    : write.desired();
            change = change.then(reported.desire(patch, source, now, clearDesired));
        }
        return change;
    }

    /** Deletes a twin; its version stays and goes on with the next write. */
    public void delete(String deviceId, String by, Precondition precondition) {
        if (store.get(deviceId).twin().version() == 0) {
            devices.require(deviceId);
        }
        AtomicReference<Halves> before = new AtomicReference<>();
        done(store.change(deviceId, "user:" + by, precondition::check, twin -> {
            before.set(Halves.of(twin.desired().values(), twin.reported().values()));
            return twin.delete(clock.millis());
        }));
        changes.changed(before.get(), null);
    }

    private TwinView done(TwinStore.Changed outcome) {
        if (outcome.changed()) {
            announce(List.of(outcome.twin()));
        }
        return TwinView.of(outcome.twin());
    }

    private void announce(List<StoredTwin> changed) {
        mirror.offer(changed);
        publisher.offer(changed);
    }

    private static ApiException refused(TwinLimitException e) {
        int status = e.code().equals(TwinLimitException.TOO_LARGE) ? 413 : 422;
        return new ApiException(status, e.code(), "'" + e.field() + "' " + e.getMessage() + ".",
                List.of(new FieldError(e.field(), e.code(), e.getMessage())));
    }

    /**
     * Takes in what devices report.
     *
     * @return one outcome for each report, in the same order
     */
    public List<ReportOutcome> report(List<DeviceReport> reports) {
        List<ReportOutcome> outcomes = new ArrayList<>(reports.size());
        List<DeviceReport> sound = new ArrayList<>(reports.size());
        for (DeviceReport report : reports) {
            boolean valid = DeviceId.isValid(report.deviceId());
            outcomes.add(valid ? null : ReportOutcome.rejected("bad-device-id", "The device id is not valid"));
            if (valid) {
                sound.add(report);
            }
        }
        List<ReportOutcome> stored = store(sound);
        for (int i = 0, next = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) == null) {
                outcomes.set(i, stored.get(next++));
            }
        }
        return outcomes;
    }

    /** A report that the database cannot store, whenever it is tried, is found by halving and costs only itself. */
    private List<ReportOutcome> store(List<DeviceReport> reports) {
        if (reports.isEmpty()) {
            return List.of();
        }
        try {
            TwinStore.Reported reported = store.report(reports);
            announce(reported.changed());
            return reported.outcomes();
        } catch (DatabaseException e) {
            if (!e.refusesData()) {
                throw e;
            }
            if (reports.size() == 1) {
                return List.of(ReportOutcome.rejected("store-rejected", "The database cannot store it"));
            }
            List<ReportOutcome> outcomes = new ArrayList<>(store(reports.subList(0, reports.size() / 2)));
            outcomes.addAll(store(reports.subList(reports.size() / 2, reports.size())));
            return outcomes;
        }
    }

    void onDeviceDeleted(@Observes DeviceEvents.Deleted event) {
        store.delete(event.deviceIds(), "registry");
    }

    /** What was wanted while nobody could write it is said again. */
    void onDeviceReached(@Observes DeviceEvents.Reached event) {
        store.publishAnew(event.deviceIds());
    }

    void afterDeviceReached(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeviceEvents.Reached event) {
        publisher.wake();
    }

    void afterDeviceDeleted(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeviceEvents.Deleted event) {
        mirror.refresh(event.deviceIds());
        publisher.wake();
    }

    /**
     * The twin of a device.
     *
     * @param deviceId id in MQTT topics
     * @param version goes up with every change and never back; 0 = never written. Also the ETag
     * @param desired what people want the device to have
     * @param reported what it says it has
     * @param delta what is wanted, not yet reported and not rejected
     * @param rejected wanted values that the device does not take, by JSON pointer
     * @param metadata time (ms since 1970), source and version of every value, by JSON pointer
     * @param createdAt first write, absent before it
     * @param updatedAt latest change, absent before the first write
     */
    @Schema(name = "ShadowView")
    record TwinView(String deviceId, long version, @Schema(type = SchemaType.OBJECT) ObjectNode desired,
            @Schema(type = SchemaType.OBJECT) ObjectNode reported, @Schema(type = SchemaType.OBJECT) ObjectNode delta,
            Map<String, Rejection> rejected, Metadata metadata, Instant createdAt,
            Instant updatedAt) implements Sparse {

        /** Metadata of both halves. */
        public record Metadata(Map<String, LeafMeta> desired, Map<String, LeafMeta> reported) {}

        static TwinView of(StoredTwin stored) {
            var twin = stored.twin();
            return new TwinView(stored.deviceId(), twin.version(), twin.desired().values(), twin.reported().values(),
                    twin.delta(), twin.rejections(), new Metadata(twin.desired().meta(), twin.reported().meta()),
                    stored.createdAt(), stored.updatedAt());
        }
    }

    /**
     * A change that somebody wants to make.
     *
     * @param desired wanted values, null = they stay
     * @param reported reported values, null = they stay
     * @param replace whether they replace what is there, or are merge patches of it
     */
    record TwinWrite(ObjectNode desired, ObjectNode reported, boolean replace) {

        TwinWrite withDesired(ObjectNode checked) {
            return new TwinWrite(checked, reported, replace);
        }
    }
}
