package io.greenstack.api.twin.model;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a device says about its configuration.
 *
 * @param reported merge patch of the reported values
 * @param rejected wanted values that it does not take
 * @param answersVersion version of the wanted values that it answers, null = the present ones
 * @param timestamp when, in milliseconds since 1970
 * @param timeSource where that time comes from
 * @param replayed whether it was set aside when it arrived, so that reports that came later may have been taken in before
 */
public record Report(ObjectNode reported, List<RejectedLeaf> rejected, Long answersVersion, long timestamp,
        TimeSource timeSource, boolean replayed) {

    /** One that has just arrived. */
    public Report(ObjectNode reported, List<RejectedLeaf> rejected, Long answersVersion, long timestamp,
            TimeSource timeSource) {
        this(reported, rejected, answersVersion, timestamp, timeSource, false);
    }

    /** The same, or a replay of it; then its time is that of its first arrival, unless the device gave one. */
    public Report replayed(boolean replay) {
        return new Report(reported, rejected, answersVersion, timestamp, timeSource, replay);
    }

    /**
     * A value, or all values below an object, that the device does not take.
     *
     * @param pointer JSON pointer into the wanted values
     * @param reason in the words of the device
     * @param code error code, may be null
     */
    public record RejectedLeaf(String pointer, String reason, String code) {}
}
