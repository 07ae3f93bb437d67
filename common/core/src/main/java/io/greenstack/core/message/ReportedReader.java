package io.greenstack.core.message;

import java.io.IOException;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Checks {@code config/reported} payloads: any object within the limits, with an optional {@code timestamp}. What the values
 * mean is up to the twin. Immutable and thread-safe.
 */
public final class ReportedReader extends MessageReader<ReportedMessage> {

    /** As for all payloads, but deeper, because configuration nests and the twin has a limit of its own. */
    public static final PayloadLimits LIMITS = new PayloadLimits(PayloadLimits.DEFAULT.octets(), 32,
            PayloadLimits.DEFAULT.parameters(), 256, PayloadLimits.DEFAULT.octets());

    /** @param rule what a time of a device is worth that lies ahead of ours */
    public ReportedReader(ClockRule rule) {
        super(rule, LIMITS);
    }

    @Override
    ReportedMessage read(PayloadCursor payload, ClockRule rule, Instant arrival) throws IOException {
        JsonParser json = payload.json;
        Timestamp timestamp = null;
        int depth = 1;
        while (depth > 0) {
            JsonToken token = json.nextToken();
            if (token == null) {
                throw payload.reject(RejectReason.NOT_JSON, "The object does not end");
            }
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.VALUE_NUMBER_FLOAT && !Double.isFinite(json.getDoubleValue())) {
                throw payload.reject(RejectReason.NON_FINITE_VALUE, "A value is not a finite number");
            } else if (depth == 1 && token == JsonToken.FIELD_NAME && "timestamp".equals(json.currentName())) {
                json.nextToken();
                if (timestamp != null) {
                    throw payload.duplicate("timestamp");
                }
                timestamp = payload.timestamp(rule, arrival);
            }
        }
        return new ReportedMessage(timestamp == null ? Timestamps.ofArrival(arrival) : timestamp);
    }
}
