package io.greenstack.core.message;

import java.io.IOException;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonToken;

import io.greenstack.core.message.StatusMessage.ConnectionState;

/** Reads status payloads: {@code {"state":"connected"}}, with an optional timestamp and session. Immutable and thread-safe. */
public final class StatusReader extends MessageReader<StatusMessage> {

    private static final int MAX_SESSION = 128;

    /** @param rule what a time of a device is worth that lies ahead of ours */
    public StatusReader(ClockRule rule) {
        super(rule, PayloadLimits.DEFAULT);
    }

    @Override
    StatusMessage read(PayloadCursor payload, ClockRule rule, Instant arrival) throws IOException {
        ConnectionState state = null;
        Timestamp timestamp = null;
        Timestamp otherTime = null;
        LeftOut.Notes notes = new LeftOut.Notes();
        String session = null;
        while (payload.json.nextToken() == JsonToken.FIELD_NAME) {
            String name = payload.json.currentName();
            payload.json.nextToken();
            if ("state".equals(name)) {
                if (state != null) {
                    throw payload.duplicate(name);
                }
                state = state(payload);
            } else if ("timestamp".equals(name)) {
                timestamp = payload.timestamp(rule, arrival);
            } else if ("session".equals(name) && payload.json.currentToken().isScalarValue()) {
                session = session(payload);
            } else {
                Timestamp other = payload.otherTime(name, rule, arrival);
                if (other != null) {
                    otherTime = otherTime == null ? other : otherTime;
                } else if (!"traceparent".equals(name)) {
                    notes.unused("member of a status", name);
                }
                payload.json.skipChildren();
            }
        }
        if (state == null) {
            throw new PayloadException(RejectReason.UNKNOWN_SHAPE, "A status payload has a 'state'");
        }
        Timestamp own = timestamp == null ? otherTime : timestamp;
        return new StatusMessage(state, own == null ? Timestamps.ofArrival(arrival) : own, session, notes.leftOut());
    }

    private static String session(PayloadCursor payload) throws IOException {
        String text = payload.json.getText();
        if (text.length() > MAX_SESSION) {
            throw payload.reject(RejectReason.TEXT_TOO_LONG, "A session has at most " + MAX_SESSION + " characters");
        }
        return payload.json.currentToken() == JsonToken.VALUE_NULL || text.isEmpty() ? null : text;
    }

    private static ConnectionState state(PayloadCursor payload) throws IOException {
        String text = payload.text("state");
        for (ConnectionState state : ConnectionState.values()) {
            if (state.token().equalsIgnoreCase(text)) {
                return state;
            }
        }
        throw payload.reject(RejectReason.UNKNOWN_STATE,
                "The state is connected or disconnected, not " + Texts.quote(text));
    }
}
