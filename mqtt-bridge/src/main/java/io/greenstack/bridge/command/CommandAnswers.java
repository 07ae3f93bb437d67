package io.greenstack.bridge.command;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/**
 * Answers commands for devices that cannot. An answer is noted before it is said, so a command that comes again is answered again and
 * not done again. Only one that is cut off by the death of the bridge in between is done twice.
 */
@Singleton
public class CommandAnswers {

    private static final Duration REMEMBERED = Duration.ofHours(24);

    private final RedisPipeline redis;
    private final Clock clock;

    CommandAnswers(RedisPipeline redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /**
     * Has a command carried out unless it was before, or came too late, and answers it.
     *
     * @param command as {@code devices/{id}/commands} has it
     * @param act carries it out: gives the members of the answer beside those that every one has, null for none when it came too
     *        late while it waited ({@link #late})
     * @param say publishes the answer
     * @return fails when Redis or the broker is away
     */
    public Uni<Void> answer(JsonObject command, Supplier<Uni<JsonObject>> act,
            Function<byte[], CompletionStage<Void>> say) {
        String id = String.valueOf(command.getValue("command_id"));
        String key = RedisKeys.masterDone(id);
        return redis.send(Request.cmd(Command.GET).arg(key)).chain(known -> {
            if (known != null) {
                return Uni.createFrom().item(known.toString());
            }
            return late(command)
                    ? Uni.createFrom().<String>nullItem()
                    : act.get().onItem().ifNotNull().transformToUni(answer -> note(key, id, answer));
        }).chain(text -> text == null
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().completionStage(() -> say.apply(text.getBytes(StandardCharsets.UTF_8))));
    }

    private Uni<String> note(String key, String id, JsonObject answer) {
        String text = answer.put("command_id", id).put("timestamp", clock.instant().toString()).encode();
        return redis.send(Request.cmd(Command.SET).arg(key).arg(text).arg("EX").arg(REMEMBERED.toSeconds()))
                .replaceWith(text);
    }

    /** Whether a command is not to be carried out any more. */
    public boolean late(JsonObject command) {
        Object expires = command.getValue("expires_at");
        try {
            return expires != null && Instant.parse(expires.toString()).isBefore(clock.instant());
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
