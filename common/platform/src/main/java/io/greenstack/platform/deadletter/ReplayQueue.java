package io.greenstack.platform.deadletter;

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
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * Sends dead letters back to the service that gave them up, and to no other, since the others have stored the message long
 * ago. Every operation fails when Redis is away.
 */
@Singleton
public class ReplayQueue {

    private final RedisPipeline redis;
    private final DeadLetterSettings.Replay settings;

    public ReplayQueue(RedisPipeline redis, DeadLetterSettings settings) {
        this.redis = redis;
        this.settings = settings.replay();
    }

    /**
     * Moves dead letters to the replays of their service, in the order of the ids, each exactly once.
     *
     * @param job id under which the outcome is counted
     * @param ids stream ids, at most some hundreds
     */
    public Uni<Moved> move(String service, Collection<String> ids, String job) {
        Request move = Request.cmd(Command.EVAL)
                .arg(ReplayScripts.MOVE)
                .arg(3)
                .arg(RedisKeys.deadLetters(service))
                .arg(RedisKeys.deadLetterReplay(service))
                .arg(RedisKeys.deadLetterReplayJob(job))
                .arg(settings.maxWaiting())
                .arg(job)
                .arg(settings.keepJobs().toSeconds());
        ids.forEach(move::arg);
        return redis.send(move).map(
                moved -> new Moved(moved.get(0).toInteger(), moved.get(1).toInteger(), moved.get(2).toInteger() == 1));
    }

    /**
     * Has a service handle messages that were never dead letters, as if they were.
     *
     * @param job id under which the outcome is counted
     * @param messages at most some hundreds
     * @param notes about the job, kept with its figures
     */
    public Uni<Void> add(String service, List<DeadLetter> messages, String job, Map<String, String> notes) {
        List<Request> requests = new ArrayList<>(messages.size() + 3);
        messages.forEach(message -> requests.add(DeadLetterCodec.replay(service, message, job)));
        String key = RedisKeys.deadLetterReplayJob(job);
        requests.add(Request.cmd(Command.HINCRBY).arg(key).arg("queued").arg(messages.size()));
        Request note = Request.cmd(Command.HSET).arg(key).arg("noted_at").arg(Instant.now().toString());
        notes.forEach((name, value) -> note.arg(name).arg(value));
        requests.add(note);
        requests.add(Request.cmd(Command.EXPIRE).arg(key).arg(settings.keepJobs().toSeconds()));
        requests.add(Request.cmd(Command.PUBLISH).arg(RedisKeys.deadLetterReplay(service)).arg(""));
        return redis.batch(requests).replaceWithVoid();
    }

    /** Notes and figures of a job by their names; those that are not there are left out, all when the job is not known (any more). */
    public Uni<Map<String, String>> notes(String job, List<String> names) {
        Request read = Request.cmd(Command.HMGET).arg(RedisKeys.deadLetterReplayJob(job));
        names.forEach(read::arg);
        return redis.send(read).map(answer -> {
            Map<String, String> notes = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                if (answer.get(i) != null) {
                    notes.put(names.get(i), answer.get(i).toString());
                }
            }
            return notes;
        });
    }

    /** How many messages of a service wait to be replayed. */
    public Uni<Long> waiting(String service) {
        return redis.send(Request.cmd(Command.XLEN).arg(RedisKeys.deadLetterReplay(service))).map(Response::toLong);
    }

    /** How far a replay has come, null if it is not known (any more). */
    public Uni<ReplayJob> job(String id) {
        Request read = Request.cmd(Command.HMGET)
                .arg(RedisKeys.deadLetterReplayJob(id))
                .arg("queued")
                .arg("written")
                .arg("dead_lettered");
        return redis.send(read).map(figures -> figures.get(0) == null
                ? null
                : new ReplayJob(id, figure(figures.get(0)), figure(figures.get(1)), figure(figures.get(2))));
    }

    private static long figure(Response value) {
        return value == null ? 0 : value.toLong();
    }

    /**
     * What became of dead letters that were to be replayed.
     *
     * @param queued how many are on their way back to their service
     * @param gone how many were not there any more
     * @param full whether the rest had to stay, because too many replays wait already
     */
    public record Moved(int queued, int gone, boolean full) {}

    /**
     * How far the replay of a selection of dead letters has come.
     *
     * @param id its id
     * @param queued messages that were taken out of the dead letters and handed back to their services
     * @param written of those, how many are stored now, or ignored because newer ones came after them, or are in the queue of those
     *        that are to be published
     * @param deadLettered of those, how many failed again and are new dead letters
     */
    public record ReplayJob(String id, long queued, long written, long deadLettered) {

        /** Whether every message has met its fate. */
        public boolean finished() {
            return written + deadLettered >= queued;
        }
    }
}
