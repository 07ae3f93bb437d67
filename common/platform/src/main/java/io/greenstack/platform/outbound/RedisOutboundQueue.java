package io.greenstack.platform.outbound;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * The queue as a Redis stream. Entries stay in it until they are removed, so that a reader that dies takes nothing with it; one
 * reader at a time has the lease to publish.
 */
@Singleton
public class RedisOutboundQueue implements OutboundQueue {

    private static final String APPEND = """
            local count = tonumber(ARGV[2])
            if redis.call('XLEN', KEYS[1]) + count > tonumber(ARGV[1]) then return -1 end
            local octets = 0
            for i = 0, count - 1 do octets = octets + #ARGV[6 + i * 9] end
            if tonumber(redis.call('GET', KEYS[3]) or '0') + octets > tonumber(ARGV[3]) then return -2 end
            for i = 0, count - 1 do
              local a = 4 + i * 9
              if ARGV[a + 7] == '0' or redis.call('HSETNX', KEYS[2], ARGV[a], '') == 1 then
                redis.call('XADD', KEYS[1], '*', 'id', ARGV[a], 'topic', ARGV[a + 1], 'payload', ARGV[a + 2],
                  'qos', ARGV[a + 3], 'retain', ARGV[a + 4], 'expires', ARGV[a + 5], 'traceparent', ARGV[a + 6],
                  'receipt', ARGV[a + 7], 'replay_of', ARGV[a + 8])
                redis.call('INCRBY', KEYS[3], #ARGV[a + 2])
              end
            end
            redis.call('PUBLISH', KEYS[1], '')
            return count
            """;
    private static final String REMOVE = """
            local receipts = false
            for i = 1, #ARGV, 5 do
              if redis.call('XDEL', KEYS[1], ARGV[i]) == 1 then redis.call('DECRBY', KEYS[4], ARGV[i + 3]) end
              if ARGV[i + 1] ~= '' then
                redis.call('HDEL', KEYS[2], ARGV[i + 1])
                receipts = true
                if ARGV[i + 2] == 'published' then
                  redis.call('XADD', KEYS[3], 'MAXLEN', '~', 100000, '*', 'id', ARGV[i + 1])
                elseif ARGV[i + 2] == 'refused' then
                  redis.call('XADD', KEYS[3], 'MAXLEN', '~', 100000, '*', 'id', ARGV[i + 1], 'refused', ARGV[i + 4])
                end
              end
            end
            if receipts then redis.call('PUBLISH', KEYS[3], '') end
            if redis.call('XLEN', KEYS[1]) == 0 then redis.call('DEL', KEYS[4]) end
            return 1
            """;
    private static final String LEASE = """
            local holder = redis.call('GET', KEYS[1])
            if holder and holder ~= ARGV[1] then return 0 end
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            return 1
            """;
    private static final String RELEASE = """
            if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
            return 0
            """;
    private static final List<String> REQUIRED = List.of("id", "topic", "payload", "qos", "retain", "expires",
            "traceparent");
    /** Bound of one script call, so that no other command waits long behind it. */
    private static final int PART = 500;

    private final RedisPipeline redis;
    private final OutboundSettings settings;

    public RedisOutboundQueue(RedisPipeline redis, OutboundSettings settings) {
        this.redis = redis;
        this.settings = settings;
    }

    /** {@inheritDoc} At most {@value #PART} messages go into one call; more are the caller's to divide. */
    @Override
    public Uni<Void> append(List<OutboundMessage> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        if (messages.size() > PART) {
            throw new IllegalArgumentException("At most " + PART + " messages are appended at once");
        }
        Request script = Request.cmd(Command.EVAL).arg(APPEND).arg(3).arg(RedisKeys.OUTBOUND)
                .arg(RedisKeys.outboundWaiting()).arg(RedisKeys.outboundOctets()).arg(settings.maxMessages())
                .arg(messages.size()).arg(settings.maxSize().asLongValue());
        for (OutboundMessage message : messages) {
            script.arg(message.id()).arg(message.topic()).arg(Buffer.buffer(message.payload())).arg(message.qos())
                    .arg(message.retain() ? 1 : 0)
                    .arg(message.expiresAt() == null ? "" : Long.toString(message.expiresAt().toEpochMilli()))
                    .arg(message.traceparent() == null ? "" : message.traceparent())
                    .arg(message.receipt() ? 1 : 0).arg(message.replayOf() == null ? "" : message.replayOf());
        }
        return redis.send(script).invoke(answer -> {
            if (answer.toLong() == -1) {
                throw OutboundFullException.messages(settings.maxMessages());
            }
            if (answer.toLong() == -2) {
                throw OutboundFullException.octets(settings.maxSize().asLongValue());
            }
        }).replaceWithVoid();
    }

    /** The oldest messages, at most so many. */
    public Uni<List<OutboundEntry>> oldest(int limit) {
        return redis.send(Request.cmd(Command.XRANGE).arg(RedisKeys.OUTBOUND).arg("-").arg("+").arg("COUNT").arg(limit))
                .map(entries -> {
                    List<OutboundEntry> read = new ArrayList<>();
                    if (entries != null) {
                        entries.forEach(entry -> read.add(read(entry)));
                    }
                    return read;
                });
    }

    /** An entry that cannot be read must not hide those behind it. */
    private static OutboundEntry read(Response entry) {
        String position = entry.get(0).toString();
        try {
            return new OutboundEntry(position, message(entry));
        } catch (RuntimeException e) {
            return new OutboundEntry(position, null, "The entry " + position + " of " + RedisKeys.OUTBOUND
                    + " is no message: " + e.getMessage());
        }
    }

    /** Entries of previous versions have no receipt, or no letter that they are a replay of. */
    private static OutboundMessage message(Response entry) {
        Response fields = entry.get(1);
        Map<String, Response> values = new HashMap<>();
        for (int i = 0; i + 1 < fields.size(); i += 2) {
            values.put(fields.get(i).toString(), fields.get(i + 1));
        }
        for (String name : REQUIRED) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("it has no field '" + name + '\'');
            }
        }
        String expires = text(values, "expires");
        return new OutboundMessage(values.get("id").toString(), values.get("topic").toString(),
                values.get("payload").toBytes(), values.get("qos").toInteger(), values.get("retain").toInteger() == 1,
                expires == null ? null : Instant.ofEpochMilli(Long.parseLong(expires)), text(values, "traceparent"),
                values.containsKey("receipt") && values.get("receipt").toInteger() == 1, text(values, "replay_of"));
    }

    private static String text(Map<String, Response> values, String name) {
        String text = values.containsKey(name) ? values.get(name).toString() : "";
        return text.isEmpty() ? null : text;
    }

    /**
     * Removes messages that are done and, in the same step, writes the receipts.
     *
     * @param published what the broker has acknowledged
     * @param expired what came too late, of which there is no receipt
     * @param refused what can never be published
     */
    public Uni<Void> remove(Collection<OutboundEntry> published, Collection<OutboundEntry> expired,
            Collection<OutboundRefusal> refused) {
        if (published.isEmpty() && expired.isEmpty() && refused.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Request remove = Request.cmd(Command.EVAL).arg(REMOVE).arg(4).arg(RedisKeys.OUTBOUND)
                .arg(RedisKeys.outboundWaiting()).arg(RedisKeys.outboundReceipts()).arg(RedisKeys.outboundOctets());
        published.forEach(entry -> arguments(remove, entry, "published", ""));
        expired.forEach(entry -> arguments(remove, entry, "expired", ""));
        refused.forEach(refusal -> arguments(remove, refusal.entry(), "refused", refusal.why()));
        return redis.send(remove).replaceWithVoid();
    }

    private static void arguments(Request remove, OutboundEntry entry, String fate, String why) {
        remove.arg(entry.position()).arg(entry.receipt() ? entry.message().id() : "").arg(fate).arg(entry.octets())
                .arg(why);
    }

    /** How many messages wait. */
    public Uni<Long> size() {
        return redis.send(Request.cmd(Command.XLEN).arg(RedisKeys.OUTBOUND)).map(Response::toLong);
    }

    /** Takes or renews the lease; false while another reader has it. */
    public Uni<Boolean> lease(String reader) {
        return redis.send(Request.cmd(Command.EVAL).arg(LEASE).arg(1).arg(RedisKeys.OUTBOUND_READER).arg(reader)
                .arg(settings.lease().toMillis())).map(answer -> answer.toLong() == 1);
    }

    /** Gives the lease back. */
    public Uni<Void> release(String reader) {
        return redis.send(Request.cmd(Command.EVAL).arg(RELEASE).arg(1).arg(RedisKeys.OUTBOUND_READER).arg(reader))
                .replaceWithVoid();
    }
}
