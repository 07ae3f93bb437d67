package io.greenstack.api.twin.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.twin.model.ReportReader.Report.RejectedLeaf;

/**
 * Understands what a device sends to {@code config/reported}: either the values themselves, {@code {"V_x":1}}, or an envelope
 * {@code {"reported":{..},"rejected":{..},"version":7}}. It is an envelope when it has {@code reported} or {@code rejected}
 * as an object and no member but those of an envelope. In both a {@code timestamp} is the time of the report, no value.
 */
public final class ReportReader {

    private static final String REPORTED = "reported";
    private static final String REJECTED = "rejected";
    private static final String VERSION = "version";
    private static final String TIMESTAMP = "timestamp";
    private static final Set<String> ENVELOPE = Set.of(REPORTED, REJECTED, VERSION, TIMESTAMP);
    private static final int MAX_REASON = 500;
    private static final int MAX_CODE = 50;

    private ReportReader() {}

    /**
     * Reads a report.
     *
     * @param payload what the device sent
     * @param timestamp the time of the report in ms since 1970
     * @param timeSource whether that is the {@code timestamp} of the payload, or when it arrived
     * @throws IllegalArgumentException if it is an envelope with members of a wrong kind, saying which
     */
    public static Report read(ObjectNode payload, long timestamp, TimeSource timeSource) {
        if (!isEnvelope(payload)) {
            return new Report(withoutTimestamp(payload), List.of(), null, timestamp, timeSource);
        }
        List<RejectedLeaf> rejected = new ArrayList<>();
        if (payload.get(REJECTED) instanceof ObjectNode tree) {
            rejections(tree, "", rejected);
        }
        ObjectNode reported = payload.get(REPORTED) instanceof ObjectNode values ? values : payload.objectNode();
        return new Report(reported, rejected, version(payload.get(VERSION)), timestamp, timeSource);
    }

    private static ObjectNode withoutTimestamp(ObjectNode payload) {
        if (!payload.has(TIMESTAMP)) {
            return payload;
        }
        ObjectNode values = payload.objectNode();
        values.setAll(payload);
        values.remove(TIMESTAMP);
        return values;
    }

    private static boolean isEnvelope(ObjectNode payload) {
        boolean known = payload.path(REPORTED).isObject() || payload.path(REJECTED).isObject();
        for (Map.Entry<String, JsonNode> member : payload.properties()) {
            known &= ENVELOPE.contains(member.getKey());
        }
        return known;
    }

    private static Long version(JsonNode version) {
        if (version == null || version.isNull()) {
            return null;
        }
        if (!version.isIntegralNumber() || !version.canConvertToLong()) {
            throw new IllegalArgumentException("'version' is the whole number of the message that is answered");
        }
        return version.longValue();
    }

    /** {@code {"V_x":{"reason":".."}}}, nested as the wanted values are; a text is a reason too, and so is a JSON pointer a name. */
    private static void rejections(ObjectNode tree, String parent, List<RejectedLeaf> found) {
        for (Map.Entry<String, JsonNode> member : tree.properties()) {
            String name = member.getKey();
            String pointer = parent.isEmpty() && name.startsWith("/") ? name : Pointers.child(parent, name);
            JsonNode value = member.getValue();
            if (value.isTextual()) {
                found.add(new RejectedLeaf(pointer, cut(value.textValue(), MAX_REASON), null));
            } else if (value.path("reason").isTextual()) {
                JsonNode code = value.path("code");
                found.add(new RejectedLeaf(pointer, cut(value.path("reason").textValue(), MAX_REASON),
                        code.isValueNode() && !code.isNull() ? cut(code.asText(), MAX_CODE) : null));
            } else if (value.isObject()) {
                rejections((ObjectNode) value, pointer, found);
            } else {
                throw new IllegalArgumentException("'rejected" + pointer + "' needs {\"reason\":\"..\"}");
            }
        }
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

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

    /** Where the time of a report comes from, which decides what it may replace. */
    public enum TimeSource {
        /** It arrived then: reports are applied in the order of their arrival. */
        ARRIVAL,
        /** The device said so: a report does not replace what the device said later. */
        DEVICE,
        /** The broker had kept the report, nobody knows since when: it fills what is not known yet and replaces nothing. */
        RETAINED
    }
}
