package io.greenstack.platform.deadletter;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import io.greenstack.platform.deadletter.DeadLetter.Outgoing;
import io.greenstack.platform.redis.RedisKeys;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** Dead letters as entries of a Redis stream. */
public final class DeadLetterCodec {

    private static final String PAYLOAD = "payload";

    private DeadLetterCodec() {}

    public static Request add(String service, DeadLetter letter, int maxLength, int maxPayload) {
        Request add = Request.cmd(Command.XADD)
                .arg(RedisKeys.deadLetters(service))
                .arg("MAXLEN")
                .arg("~")
                .arg(maxLength)
                .arg("*");
        return fields(add, letter, maxPayload);
    }

    /** A message on its way to the service that handles it. */
    static Request replay(String service, DeadLetter message, String job) {
        Request add = Request.cmd(Command.XADD).arg(RedisKeys.deadLetterReplay(service)).arg("*").arg("job").arg(job);
        return fields(add, message, Integer.MAX_VALUE);
    }

    private static Request fields(Request add, DeadLetter letter, int maxPayload) {
        byte[] payload = letter.payload();
        byte[] kept = payload.length > maxPayload ? Arrays.copyOf(payload, maxPayload) : payload;
        add.arg("reason").arg(letter.reason());
        add.arg("detail").arg(letter.detail());
        add.arg("topic").arg(letter.topic());
        add.arg("qos").arg(letter.qos());
        add.arg(PAYLOAD).arg(Base64.getEncoder().encodeToString(kept));
        add.arg("payload_size").arg(payload.length);
        add.arg("device_id").arg(letter.deviceId() == null ? "" : letter.deviceId());
        add.arg("received_at").arg(letter.receivedAt().toString());
        add.arg("traceparent").arg(letter.traceparent() == null ? "" : letter.traceparent());
        add.arg("replay_of").arg(letter.replayOf() == null ? "" : letter.replayOf());
        add.arg("retained").arg(letter.retained() ? 1 : 0);
        if (letter.outgoing() != null) {
            Instant expires = letter.outgoing().expiresAt();
            add.arg("message_id").arg(letter.outgoing().id());
            add.arg("expires_at").arg(expires == null ? "" : expires.toString());
            add.arg("receipt").arg(letter.outgoing().receipt() ? 1 : 0);
        }
        return add;
    }

    /** Reads one entry; fields that are missing or damaged get harmless values, so that one entry cannot hide the rest. */
    public static StoredDeadLetter read(String service, Response entry) {
        String id = entry.get(0).toString();
        Map<String, String> fields = fields(entry.get(1));
        byte[] payload = payload(fields.get(PAYLOAD));
        DeadLetter letter = new DeadLetter(
                fields.getOrDefault("reason", "unknown"),
                fields.get("detail"),
                fields.getOrDefault("topic", ""),
                number(fields.get("qos"), 0),
                payload,
                emptyToNull(fields.get("device_id")),
                receivedAt(fields.get("received_at"), id),
                emptyToNull(fields.get("traceparent")),
                emptyToNull(fields.get("replay_of")),
                number(fields.get("retained"), 0) == 1,
                outgoing(fields));
        return new StoredDeadLetter(id, service, letter, number(fields.get("payload_size"), payload.length));
    }

    /** Null where it is not told, or cannot be read: without its expiry a message must not be published. */
    private static Outgoing outgoing(Map<String, String> fields) {
        String id = emptyToNull(fields.get("message_id"));
        String expires = emptyToNull(fields.get("expires_at"));
        try {
            return id == null
                    ? null
                    : new Outgoing(id, expires == null ? null : Instant.parse(expires),
                            number(fields.get("receipt"), 0) == 1);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Reads an entry whose payload was replaced by the length of its base64 text. */
    static DeadLetterHeader header(String service, Response entry) {
        String id = entry.get(0).toString();
        Map<String, String> fields = fields(entry.get(1));
        int padded = number(fields.get(PAYLOAD), 0) / 4 * 3;
        int size = number(fields.get("payload_size"), padded);
        return new DeadLetterHeader(
                id,
                service,
                fields.getOrDefault("reason", "unknown"),
                fields.getOrDefault("detail", ""),
                fields.getOrDefault("topic", ""),
                number(fields.get("qos"), 0),
                emptyToNull(fields.get("device_id")),
                receivedAt(fields.get("received_at"), id),
                storedAt(id),
                emptyToNull(fields.get("traceparent")),
                emptyToNull(fields.get("replay_of")),
                size,
                size > padded);
    }

    /** One field of an entry. */
    public static String field(Response entry, String name, String otherwise) {
        return fields(entry.get(1)).getOrDefault(name, otherwise);
    }

    private static Map<String, String> fields(Response values) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i + 1 < values.size(); i += 2) {
            fields.put(values.get(i).toString(), values.get(i + 1).toString());
        }
        return fields;
    }

    /** When the entry with this id was stored. */
    public static Instant storedAt(String id) {
        int hyphen = id.indexOf('-');
        return Instant.ofEpochMilli(Long.parseLong(hyphen < 0 ? id : id.substring(0, hyphen)));
    }

    private static byte[] payload(String base64) {
        try {
            return base64 == null ? new byte[0] : Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static int number(String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static Instant receivedAt(String text, String id) {
        try {
            return text == null ? storedAt(id) : Instant.parse(text);
        } catch (DateTimeException e) {
            return storedAt(id);
        }
    }

    private static String emptyToNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
