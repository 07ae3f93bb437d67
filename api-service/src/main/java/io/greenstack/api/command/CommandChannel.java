package io.greenstack.api.command;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.api.telemetry.LiveStreams;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.smallrye.mutiny.Multi;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/** Changes of commands on their way to viewers of all replicas; while Redis is away viewers see none. */
@ApplicationScoped
public class CommandChannel {

    private static final Logger LOG = Logger.getLogger(CommandChannel.class);
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final RedisPipeline redis;
    private final LiveStreams streams;
    private final ObjectMapper json;

    @Inject
    public CommandChannel(RedisPipeline redis, LiveStreams streams, ObjectMapper json) {
        this.redis = redis;
        this.streams = streams;
        this.json = json;
    }

    /** Tells viewers of changes that are stored; does not wait, and does not fail. */
    void publish(List<StoredCommand> commands) {
        List<Request> messages = commands.stream().map(command -> Request.cmd(Command.PUBLISH)
                .arg(RedisKeys.COMMAND_CHANNEL).arg(write(CommandView.of(command)))).toList();
        redis.batch(messages).ifNoItem().after(LIMIT).fail().subscribe().with(answers -> {}, failure -> LOG
                .debugf("Viewers were not told of %d commands: %s", messages.size(), failure.getMessage()));
    }

    /** Changes of the commands of a device from now on. */
    Multi<CommandView> open(String deviceId) {
        return streams.open(RedisKeys.COMMAND_CHANNEL).map(this::read)
                .filter(view -> view.deviceId().equals(deviceId));
    }

    private String write(CommandView view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A command cannot be written", e);
        }
    }

    private CommandView read(String text) {
        try {
            return json.readValue(text, CommandView.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A command cannot be read", e);
        }
    }
}
