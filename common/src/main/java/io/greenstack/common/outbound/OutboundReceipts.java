package io.greenstack.common.outbound;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.greenstack.common.redis.RedisKeys;
import io.greenstack.common.redis.RedisPipeline;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/**
 * What the broker has acknowledged of the messages whose sender wants to know. Receipts stay until they are removed; several may read
 * the same one, so what they do with it must be idempotent.
 */
@Singleton
public class OutboundReceipts {

    private final RedisPipeline redis;

    @Inject
    public OutboundReceipts(RedisPipeline redis) {
        this.redis = redis;
    }

    /** The oldest receipts, at most so many: ids of messages by the position of the receipt. */
    public Uni<Map<String, String>> oldest(int limit) {
        return redis.send(Request.cmd(Command.XRANGE).arg(RedisKeys.OUTBOUND_RECEIPTS).arg("-").arg("+").arg("COUNT")
                .arg(limit)).map(entries -> {
                    Map<String, String> read = new LinkedHashMap<>();
                    if (entries != null) {
                        entries.forEach(entry -> read.put(entry.get(0).toString(), entry.get(1).get(1).toString()));
                    }
                    return read;
                });
    }

    /** Removes receipts that have had their effect. */
    public Uni<Void> remove(Collection<String> positions) {
        if (positions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Request delete = Request.cmd(Command.XDEL).arg(RedisKeys.OUTBOUND_RECEIPTS);
        positions.forEach(delete::arg);
        return redis.send(delete).replaceWithVoid();
    }
}
