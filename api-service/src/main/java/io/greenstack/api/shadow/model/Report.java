package io.greenstack.api.shadow.model;

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
 */
public record Report(ObjectNode reported, List<RejectedLeaf> rejected, Long answersVersion, long timestamp,
        TimeSource timeSource) {

    /**
     * A value, or all values below an object, that the device does not take.
     *
     * @param pointer JSON pointer into the wanted values
     * @param reason in the words of the device
     * @param code error code, may be null
     */
    public record RejectedLeaf(String pointer, String reason, String code) {}
}
