package io.greenstack.platform.outbound;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jakarta.inject.Singleton;

import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * What became of the messages whose sender wants to know: the broker has acknowledged them, or can never be made to. Receipts
 * stay until they are removed; several may read the same one, so what they do with it must be idempotent.
 */
@Singleton
public class OutboundReceipts {

    private final RedisPipeline redis;

    public OutboundReceipts(RedisPipeline redis) {
        this.redis = redis;
    }

    /** The oldest receipts, at most so many. */
    public Uni<List<OutboundReceipt>> oldest(int limit) {
        return redis.send(Request.cmd(Command.XRANGE).arg(RedisKeys.outboundReceipts()).arg("-").arg("+").arg("COUNT")
                .arg(limit)).map(entries -> {
                    List<OutboundReceipt> read = new ArrayList<>();
                    if (entries != null) {
                        entries.forEach(entry -> read.add(read(entry.get(0).toString(), entry.get(1))));
                    }
                    return read;
                });
    }

    private static OutboundReceipt read(String position, Response fields) {
        return new OutboundReceipt(position, fields.get(1).toString(),
                fields.size() > 3 ? fields.get(3).toString() : null);
    }

    /** Removes receipts that have had their effect. */
    public Uni<Void> remove(Collection<OutboundReceipt> receipts) {
        if (receipts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Request delete = Request.cmd(Command.XDEL).arg(RedisKeys.outboundReceipts());
        receipts.forEach(receipt -> delete.arg(receipt.position()));
        return redis.send(delete).replaceWithVoid();
    }

    /**
     * What became of a message whose sender wants to know.
     *
     * @param position of the receipt, to remove it
     * @param id of the message
     * @param refusal why it can never be published, for people; null if the broker has acknowledged it
     */
    public record OutboundReceipt(String position, String id, String refusal) {}
}
