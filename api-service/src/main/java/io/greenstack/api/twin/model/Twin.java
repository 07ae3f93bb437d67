package io.greenstack.api.twin.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.twin.model.ReportReader.Report;
import io.greenstack.api.twin.model.ReportReader.Report.RejectedLeaf;
import io.greenstack.api.twin.model.ReportReader.TimeSource;
import io.greenstack.api.twin.model.SectionMerge.MergeRules;
import io.greenstack.api.twin.model.SectionMerge.Merged;

/**
 * The twin of a device at one version. Operations answer the twin that follows, one version higher, or the same when they
 * change nothing; so a version never stands for two contents and never goes back.
 *
 * @param version 0 for a twin that was never written
 * @param desired what people want the device to have
 * @param reported what the device says it has
 * @param rejections wanted leaves that the device does not take, by JSON pointer
 * @param desiredVersion version at which the wanted values last changed
 * @param deltaVersion version at which the delta last changed
 * @param reportedAt newest time that the device gave in a report, ms since 1970; 0 when it gave none yet
 * @param deleted whether it was deleted at this version
 * @param marks what it remembers for reports that are replayed; they may change without a new version
 */
public record Twin(long version, Section desired, Section reported, Map<String, Rejection> rejections,
        long desiredVersion, long deltaVersion, long reportedAt, boolean deleted, ReportMarks marks) {

    /** Source of the values that a device reports. */
    public static final String DEVICE = "device";

    private static final Predicate<LeafMeta> NONE = meta -> false;

    /** The twin of a device that nobody wrote to yet. */
    public static Twin none() {
        return new Twin(0, Section.empty(), Section.empty(), Map.of(), 0, 0, 0, false, ReportMarks.NONE);
    }

    /** What is wanted, not yet reported, and not rejected. */
    public ObjectNode delta() {
        return Delta.of(desired.values(), reported.values(), rejections::containsKey);
    }

    /**
     * Merges wanted values. Leaves that change are asked of the device anew, also when it rejected what was wanted before.
     *
     * @param settle whether leaves that are already reported as wanted are left out, so that a later change at the device is
     *        not undone by them
     */
    public Change desire(ObjectNode patch, String source, long now, boolean settle) {
        LeafMeta stamp = new LeafMeta(now, source, version + 1);
        Merged merged = SectionMerge.apply(desired, patch, MergeRules.plain(stamp));
        Merged settled = settle ? settle(merged.section(), reported, stamp) : merged;
        if (JsonValues.same(settled.section().values(), desired.values())) {
            return unchanged();
        }
        ObjectNode effect = JsonNodeFactory.instance.objectNode();
        effect.set("desired", Replacement.patch(desired.values(), settled.section().values()));
        return next(settled.section(), reported, stillRejected(settled.section(), rejections), reportedAt, marks,
                effect);
    }

    /** Merges reported values on behalf of somebody who is not the device; otherwise as {@link #report}. */
    public Change reportAs(ObjectNode patch, String source, long now, boolean settle) {
        return take(new Report(patch, List.of(), null, now, TimeSource.ARRIVAL), source, settle);
    }

    /**
     * Takes in what the device says. A report that is older than a value, by the device's own time, does not replace it, so
     * repeated and late reports do no harm. One that is replayed replaces nothing that was set later than its time, brings
     * nothing back that was removed later, and rejects nothing that was wanted later. Times are compared leaf by leaf, in ms; of
     * two with the same the one that is taken in last counts.
     *
     * @param settle whether a wanted leaf that is reported as wanted is wanted no longer
     */
    public Change report(Report report, boolean settle) {
        return take(report, DEVICE, settle);
    }

    private Change take(Report report, String source, boolean settle) {
        LeafMeta stamp = new LeafMeta(report.timestamp(), source, version + 1);
        boolean create = !report.replayed() || marks.removedAt() <= report.timestamp();
        Merged merged = SectionMerge.apply(reported, report.reported(),
                new MergeRules(stamp, newerThan(report), repeatedBy(report), create));
        Merged wanted = settle ? settle(desired, merged.section(), stamp) : Merged.none(desired);
        Map<String, Rejection> rejected = new TreeMap<>(
                unsatisfied(stillRejected(wanted.section(), rejections), wanted.section(), merged.section()));
        ObjectNode news = reject(report, wanted.section(), merged.section(), rejected);
        ObjectNode effect = JsonNodeFactory.instance.objectNode();
        add(effect, "reported", merged.effect());
        add(effect, "desired", wanted.effect());
        add(effect, "rejected", news);
        if (effect.isEmpty() && rejected.equals(rejections)) {
            return unchanged();
        }
        long newest = report.timeSource() == TimeSource.DEVICE
                ? Math.max(reportedAt, report.timestamp())
                : reportedAt;
        return next(wanted.section(), merged.section(), rejected, newest,
                merged.removed() ? marks.removed(report.timestamp()) : marks, effect);
    }

    /** The leaves that a report must not touch. */
    private Predicate<LeafMeta> newerThan(Report report) {
        Predicate<LeafMeta> newer = meta -> meta.timestamp() > report.timestamp();
        return switch (report.timeSource()) {
            case ARRIVAL -> report.replayed() ? newer : NONE;
            case DEVICE -> report.replayed() || report.timestamp() < reportedAt ? newer : NONE;
            case RETAINED -> meta -> true;
        };
    }

    /**
     * The leaves that get a new time when they are reported again as they are. As long as no report was refused that could be
     * replayed there are none, so that a device that repeats itself costs nothing; then it is each leaf once.
     */
    private Predicate<LeafMeta> repeatedBy(Report report) {
        boolean later = report.timestamp() > marks.refusedAt() && report.timeSource() != TimeSource.RETAINED;
        return later ? meta -> meta.timestamp() <= marks.refusedAt() : NONE;
    }

    /** The same twin, that remembers a report of this time which it could not take in. */
    public Twin refuse(long time) {
        return new Twin(version, desired, reported, rejections, desiredVersion, deltaVersion, reportedAt, deleted,
                marks.refused(time));
    }

    /** Deletes everything but the version, at this time. */
    public Change delete(long now) {
        if (deleted || version == 0) {
            return unchanged();
        }
        ObjectNode effect = JsonNodeFactory.instance.objectNode();
        effect.putNull("desired");
        effect.putNull("reported");
        Twin gone = new Twin(version + 1, Section.empty(), Section.empty(), Map.of(), version + 1, version + 1, 0,
                true, marks.removed(now));
        return new Change(this, gone, effect);
    }

    private static Merged settle(Section desired, Section reported, LeafMeta stamp) {
        return SectionMerge.apply(desired, Delta.satisfiedPart(desired.values(), reported.values()),
                MergeRules.plain(stamp));
    }

    private Change unchanged() {
        return new Change(this, this, JsonNodeFactory.instance.objectNode());
    }

    private Change next(Section nextDesired, Section nextReported, Map<String, Rejection> nextRejections, long newest,
            ReportMarks nextMarks, ObjectNode effect) {
        long next = version + 1;
        boolean wants = !JsonValues.same(nextDesired.values(), desired.values());
        ObjectNode delta = Delta.of(nextDesired.values(), nextReported.values(), nextRejections::containsKey);
        boolean differs = !JsonValues.same(delta, delta());
        return new Change(this, new Twin(next, nextDesired, nextReported, nextRejections, wants ? next : desiredVersion,
                differs ? next : deltaVersion, newest, false, nextMarks), effect);
    }

    /** A rejection holds as long as its leaf is wanted as it was. */
    private Map<String, Rejection> stillRejected(Section wanted, Map<String, Rejection> known) {
        return filter(known, pointer -> {
            LeafMeta meta = wanted.meta().get(pointer);
            return meta != null && meta.version() <= version;
        });
    }

    private static Map<String, Rejection> unsatisfied(Map<String, Rejection> known, Section wanted, Section reported) {
        return filter(known, pointer -> !Delta.satisfied(wanted.values().at(pointer),
                present(reported.values().at(pointer))));
    }

    private static Map<String, Rejection> filter(Map<String, Rejection> known, Predicate<String> holds) {
        if (known.isEmpty()) {
            return known;
        }
        Map<String, Rejection> kept = new TreeMap<>();
        known.forEach((pointer, rejection) -> {
            if (holds.test(pointer)) {
                kept.put(pointer, rejection);
            }
        });
        return kept;
    }

    /** Notes the rejections of a report; answers the new ones by pointer. */
    private ObjectNode reject(Report report, Section wanted, Section nowReported, Map<String, Rejection> rejected) {
        ObjectNode news = JsonNodeFactory.instance.objectNode();
        List<RejectedLeaf> answers = report.timeSource() == TimeSource.RETAINED ? List.of() : report.rejected();
        for (RejectedLeaf leaf : answers) {
            for (String pointer : leavesWithin(wanted, leaf.pointer())) {
                LeafMeta meta = wanted.meta().get(pointer);
                boolean answersOlder = report.answersVersion() != null && meta.version() > report.answersVersion()
                        || report.replayed() && meta.timestamp() > report.timestamp();
                boolean settled = Delta.satisfied(wanted.values().at(pointer),
                        present(nowReported.values().at(pointer)));
                Rejection known = rejected.get(pointer);
                boolean repeated = known != null && known.reason().equals(leaf.reason());
                if (!answersOlder && !settled && !repeated) {
                    rejected.put(pointer,
                            new Rejection(leaf.reason(), leaf.code(), report.timestamp(), version + 1));
                    news.put(pointer, leaf.reason());
                }
            }
        }
        return news;
    }

    private static List<String> leavesWithin(Section section, String pointer) {
        List<String> leaves = section.meta().keySet().stream().filter(leaf -> Pointers.within(leaf, pointer)).toList();
        return leaves;
    }

    private static JsonNode present(JsonNode value) {
        return value.isMissingNode() ? null : value;
    }

    private static void add(ObjectNode effect, String name, ObjectNode part) {
        if (!part.isEmpty()) {
            effect.set(name, part);
        }
    }

    /**
     * One half of a twin: values and where each comes from.
     *
     * @param values the document; not to be changed
     * @param meta by JSON pointer, one entry for each leaf of the document
     */
    public record Section(ObjectNode values, Map<String, LeafMeta> meta) {

        /** Without any value. */
        public static Section empty() {
            return new Section(JsonNodeFactory.instance.objectNode(), Map.of());
        }

        /** A copy of which the metadata may be changed. */
        Map<String, LeafMeta> copyOfMeta() {
            return new TreeMap<>(meta);
        }
    }

    /**
     * Why a device does not take a wanted value.
     *
     * @param reason in the words of the device
     * @param code error code of the device, null if it gave none
     * @param timestamp when it said so, in milliseconds since 1970
     * @param version version of the twin that the rejection came with
     */
    public record Rejection(String reason, String code, long timestamp, long version) {}
}
