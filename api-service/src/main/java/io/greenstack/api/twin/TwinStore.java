package io.greenstack.api.twin;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.greenstack.api.twin.ReportResource.ReportBatch.DeviceReport;
import io.greenstack.api.twin.ReportResource.ReportOutcomes.ReportOutcome;
import io.greenstack.api.twin.model.Change;
import io.greenstack.api.twin.model.ReportReader;
import io.greenstack.api.twin.model.Twin;
import io.greenstack.api.twin.model.TwinLimitException;
import io.greenstack.api.twin.model.TwinLimits;

/** Transactions on twins. A change holds the lock of the row from reading to writing, so that none is lost. */
@ApplicationScoped
class TwinStore {

    private final TwinRepository twins;
    private final TwinHistory history;
    private final TwinLimits limits;
    private final boolean clearDesired;
    private final Clock clock;

    public TwinStore(TwinRepository twins, TwinHistory history, TwinSettings settings, Clock clock) {
        this.twins = twins;
        this.history = history;
        this.limits = limits(settings);
        this.clearDesired = settings.clearDesired();
        this.clock = clock;
    }

    /** Makes the messages of twins due again of which a device still has something to take. */
    void publishAnew(Collection<String> deviceIds) {
        twins.publishAnew(deviceIds);
    }

    static TwinLimits limits(TwinSettings settings) {
        return new TwinLimits(Math.toIntExact(settings.maxSize().asLongValue()), settings.maxDepth(),
                settings.maxValues());
    }

    /**
     * Outcome of a change by a person.
     *
     * @param twin the twin as it is now
     * @param changed whether it is different from before
     */
    record Changed(StoredTwin twin, boolean changed) {}

    /**
     * Outcome of a batch of reports.
     *
     * @param outcomes one for each report
     * @param changed the twins that are different now
     */
    record Reported(List<ReportOutcome> outcomes, List<StoredTwin> changed) {}

    /** A twin as it is; the one that was never written when there is none. */
    @Transactional
    public StoredTwin get(String deviceId) {
        return twins.find(List.of(deviceId)).stream().findFirst()
                .orElseGet(() -> new StoredTwin(deviceId, Twin.none(), 0, null, null));
    }

    /**
     * Changes a twin.
     *
     * @param source who does it
     * @param precondition is given the present version, and throws when it is not the expected one
     * @throws TwinLimitException if it would become too large
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Changed change(String deviceId, String source, LongConsumer precondition, Function<Twin, Change> operation) {
        Instant now = clock.instant();
        StoredTwin stored = twins.lock(List.of(deviceId), now).get(deviceId);
        precondition.accept(stored.twin().version());
        Change change = operation.apply(stored.twin());
        if (!change.effective()) {
            return new Changed(stored, false);
        }
        limits.checkSize(change);
        StoredTwin next = stored.with(change.twin(), now);
        twins.update(List.of(next));
        history.add(List.of(entry(deviceId, change, source)), now);
        return new Changed(next, true);
    }

    /** Deletes twins whose devices are deleted in the transaction that is going on. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<StoredTwin> delete(Collection<String> deviceIds, String source) {
        Instant now = clock.instant();
        List<StoredTwin> deleted = new ArrayList<>();
        List<TwinHistory.Entry> entries = new ArrayList<>();
        for (StoredTwin stored : twins.lockExisting(new TreeSet<>(deviceIds))) {
            Change change = stored.twin().delete(now.toEpochMilli());
            if (change.effective()) {
                deleted.add(stored.with(change.twin(), now));
                entries.add(entry(stored.deviceId(), change, source));
            }
        }
        twins.update(deleted);
        history.add(entries, now);
        return deleted;
    }

    /** Takes in reports, those of a device in the given order; what is wrong with one costs only that one. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Reported report(List<DeviceReport> reports) {
        Instant now = clock.instant();
        TreeSet<String> ids = new TreeSet<>();
        reports.forEach(report -> ids.add(report.deviceId()));
        Map<String, StoredTwin> present = twins.lock(ids, now);
        Set<String> changed = new LinkedHashSet<>();
        Set<String> marked = new LinkedHashSet<>();
        List<TwinHistory.Entry> entries = new ArrayList<>(reports.size());
        List<ReportOutcome> outcomes = new ArrayList<>(reports.size());
        for (DeviceReport report : reports) {
            StoredTwin stored = present.get(report.deviceId());
            try {
                Change change = apply(report, stored.twin());
                if (change.effective()) {
                    present.put(report.deviceId(), stored.with(change.twin(), now));
                    changed.add(report.deviceId());
                    entries.add(entry(report.deviceId(), change, Twin.DEVICE));
                }
                outcomes.add(change.effective() ? ReportOutcome.APPLIED : ReportOutcome.UNCHANGED);
            } catch (TwinLimitException e) {
                marked.add(refuse(report, present));
                outcomes.add(ReportOutcome.rejected(e.code(), e.field() + ' ' + e.getMessage()));
            } catch (IllegalArgumentException e) {
                marked.add(refuse(report, present));
                outcomes.add(ReportOutcome.rejected("bad-report", e.getMessage()));
            }
        }
        marked.addAll(changed);
        twins.update(marked.stream().map(present::get).toList());
        history.add(entries, now);
        return new Reported(outcomes, changed.stream().map(present::get).toList());
    }

    /** The twin remembers the report that it could not take, which changes nothing that anybody sees. */
    private static String refuse(DeviceReport report, Map<String, StoredTwin> present) {
        StoredTwin stored = present.get(report.deviceId());
        present.put(report.deviceId(), stored.with(stored.twin().refuse(report.timestamp()), stored.updatedAt()));
        return report.deviceId();
    }

    private Change apply(DeviceReport report, Twin twin) {
        limits.checkShape(report.payload());
        Change change = twin.report(ReportReader.read(report.payload(), report.timestamp(), report.timeSource())
                .replayed(report.replayed()), clearDesired);
        limits.checkSize(change);
        return change;
    }

    private static TwinHistory.Entry entry(String deviceId, Change change, String source) {
        return new TwinHistory.Entry(deviceId, change.twin().version(), source, change.patch().toString());
    }
}
