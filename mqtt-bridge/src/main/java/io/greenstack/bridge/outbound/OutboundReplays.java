package io.greenstack.bridge.outbound;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.core.message.RejectReason;
import io.greenstack.edge.deadletter.DeadLetters;
import io.greenstack.edge.intake.Outcome;
import io.greenstack.edge.replay.ReplayHandler;
import io.greenstack.platform.deadletter.DeadLetter;
import io.greenstack.platform.deadletter.DeadLetter.Outgoing;
import io.greenstack.platform.deadletter.StoredDeadLetter;
import io.greenstack.platform.outbound.OutboundMessage;
import io.greenstack.platform.outbound.OutboundQueue;
import io.greenstack.platform.outbound.TwinMessageId;
import io.greenstack.platform.redis.RedisErrors;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * Gives messages of ours that were dead letters another try: they go to the end of the queue, once for each replay. What can
 * never be published, or must not be any more, is a new dead letter at once; what the broker refuses again becomes one too, which
 * names the old one.
 */
@Singleton
public class OutboundReplays implements ReplayHandler {

    private static final Logger LOG = Logger.getLogger(OutboundReplays.class);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final OutboundQueue queue;
    private final DeadLetters deadLetters;
    private final RedisPipeline redis;
    private final Clock clock;

    OutboundReplays(OutboundQueue queue, DeadLetters deadLetters, RedisPipeline redis, Clock clock) {
        this.queue = queue;
        this.deadLetters = deadLetters;
        this.redis = redis;
        this.clock = clock;
    }

    /** Whether a dead letter is a message of ours. */
    public static boolean concerns(DeadLetter letter) {
        return letter.outgoing() != null || letter.reason().equals(RejectReason.NOT_PUBLISHABLE);
    }

    /** One after the other, so that those of a topic keep their order; behind one that has to wait all wait. */
    @Override
    public List<Outcome> handle(List<StoredDeadLetter> letters) {
        List<Outcome> outcomes = new ArrayList<>(Collections.nCopies(letters.size(), Outcome.RETRY));
        try {
            for (int i = 0; i < letters.size(); i++) {
                outcomes.set(i, replay(letters.get(i)));
            }
        } catch (RuntimeException e) {
            LOG.infof("Replayed messages have to wait for the queue: %s", e.getMessage());
        }
        return outcomes;
    }

    private Outcome replay(StoredDeadLetter stored) {
        String never = never(stored);
        if (never != null) {
            await(deadLetters.write(List.of(again(stored, never))));
            return Outcome.DEAD_LETTERED;
        }
        DeadLetter letter = stored.letter();
        Outgoing outgoing = letter.outgoing();
        await(queue.append(List.of(new OutboundMessage(outgoing.id(), letter.topic(), letter.payload(), letter.qos(),
                letter.retained(), outgoing.expiresAt(), letter.traceparent(), outgoing.receipt(), stored.id()))));
        return Outcome.WRITTEN;
    }

    /** Why it must not be tried again, for people; null if it may. */
    private String never(StoredDeadLetter stored) {
        Outgoing outgoing = stored.letter().outgoing();
        if (outgoing == null) {
            return "It does not say whether it is retained and until when it may be published; publish it anew. Before it was: "
                    + stored.letter().detail();
        }
        if (stored.letter().qos() < 0 || stored.letter().qos() > 2) {
            return "Its QoS is none of MQTT; publish it anew";
        }
        if (stored.cut()) {
            return "Only the beginning of its payload is stored; publish it anew";
        }
        if (outgoing.expiresAt() != null && clock.instant().isAfter(outgoing.expiresAt())) {
            return "It was to be published until " + outgoing.expiresAt() + "; send it anew";
        }
        return overtaken(TwinMessageId.parse(outgoing.id()));
    }

    /** A key that is no hash says nothing of versions. */
    private String overtaken(TwinMessageId message) {
        if (message == null) {
            return null;
        }
        Response newest = await(redis.send(Request.cmd(Command.HGET).arg(RedisKeys.shadow(message.deviceId()))
                .arg(message.versionField())).onFailure(failure -> !RedisErrors.isOutage(failure)).recoverWithNull());
        return newest == null || newest.toLong() <= message.version()
                ? null
                : "Version " + newest + " of the twin's " + message.topic() + " has taken the place of version "
                        + message.version();
    }

    private DeadLetter again(StoredDeadLetter stored, String why) {
        DeadLetter letter = stored.letter();
        return new DeadLetter(letter.reason(), why, letter.topic(), letter.qos(), letter.payload(), letter.deviceId(),
                letter.receivedAt(), letter.traceparent(), stored.id(), letter.retained(), letter.outgoing());
    }

    private static <T> T await(Uni<T> call) {
        return call.await().atMost(LIMIT);
    }
}
