package io.greenstack.api.twin.model;

/**
 * What a twin remembers so that a report that is replayed does not bring back what was over: times by which reports are
 * compared, in ms since 1970; 0 when there was none.
 *
 * @param removedAt newest time at which a reported value was removed; a replay from before adds none
 * @param refusedAt newest time of a report that could not be taken in and may be replayed; what is reported again after it gets
 *        a new time, although it is the same as before
 */
public record ReportMarks(long removedAt, long refusedAt) {

    /** Nothing removed and nothing refused yet. */
    public static final ReportMarks NONE = new ReportMarks(0, 0);

    ReportMarks removed(long time) {
        return new ReportMarks(Math.max(removedAt, time), refusedAt);
    }

    ReportMarks refused(long time) {
        return new ReportMarks(removedAt, Math.max(refusedAt, time));
    }
}
