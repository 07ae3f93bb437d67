package io.greenstack.edge.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.greenstack.edge.intake.Outcome;
import io.greenstack.platform.deadletter.DeadLetterCodec;
import io.greenstack.platform.deadletter.ReplayScripts;
import io.greenstack.platform.deadletter.StoredDeadLetter;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** Receiving side of the replays of a service: a consumer group, so that replicas share them. */
record ReplayStream(RedisPipeline redis, String service, String consumer, Duration retryAfter) {

    private static final String GROUP = "replay";

    /** @param consumer name of this replica in the group */

                                                            /**
                                                             * A message to be handled again.
                                                             *
                                                             * @param id id in the replay stream
                                                             * @param job what it is counted under
                                                             * @param letter the dead letter with the id that it had before
                                                             */
    record Replay(String id, String job, StoredDeadLetter letter) {}

    /** Takes up to so many messages, each of which is this replica's until it is finished or too old. */
    Uni<List<Replay>> take(int most) {
        Request take = Request.cmd(Command.EVAL)
                .arg(ReplayScripts.TAKE)
                .arg(1)
                .arg(RedisKeys.deadLetterReplay(service))
                .arg(GROUP)
                .arg(consumer)
                .arg(retryAfter.toMillis())
                .arg(most);
        return redis.send(take).map(entries -> {
            List<Replay> replays = new ArrayList<>();
            entries.forEach(entry -> replays.add(read(entry)));
            return replays;
        });
    }

    /** Whether there is any, also one that somebody has taken and not finished. */
    Uni<Boolean> any() {
        return redis.send(Request.cmd(Command.XLEN).arg(RedisKeys.deadLetterReplay(service)))
                .map(length -> length.toLong() > 0);
    }

    /** Removes what is written or dead-lettered, and counts it under its job. */
    Uni<Void> finish(List<Replay> replays, List<Outcome> outcomes) {
        String key = RedisKeys.deadLetterReplay(service);
        List<Request> requests = new ArrayList<>();
        Map<String, Integer> written = new HashMap<>();
        Map<String, Integer> deadLettered = new HashMap<>();
        for (int i = 0; i < replays.size(); i++) {
            Replay replay = replays.get(i);
            if (outcomes.get(i) != Outcome.RETRY) {
                requests.add(Request.cmd(Command.XACK).arg(key).arg(GROUP).arg(replay.id()));
                requests.add(Request.cmd(Command.XDEL).arg(key).arg(replay.id()));
                (outcomes.get(i) == Outcome.WRITTEN ? written : deadLettered).merge(replay.job(), 1, Integer::sum);
            }
        }
        written.forEach((job, count) -> requests.add(count(job, "written", count)));
        deadLettered.forEach((job, count) -> requests.add(count(job, "dead_lettered", count)));
        return redis.batch(requests).replaceWithVoid();
    }

    private static Request count(String job, String figure, int by) {
        return Request.cmd(Command.HINCRBY).arg(RedisKeys.deadLetterReplayJob(job)).arg(figure).arg(by);
    }

    private Replay read(Response entry) {
        StoredDeadLetter stored = DeadLetterCodec.read(service, entry);
        String id = DeadLetterCodec.field(entry, "letter_id", stored.id());
        return new Replay(stored.id(), DeadLetterCodec.field(entry, "job", "unknown"),
                new StoredDeadLetter(id, service, stored.letter(), stored.payloadSize()));
    }
}
