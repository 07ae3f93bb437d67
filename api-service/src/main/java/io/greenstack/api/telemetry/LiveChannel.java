package io.greenstack.api.telemetry;

import java.time.Duration;
import java.util.List;

import org.jboss.logging.Logger;

import io.greenstack.api.platform.JsonText;
import io.greenstack.platform.redis.RedisPipeline;
import io.smallrye.mutiny.Multi;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/** News of one kind on their way to viewers of all replicas, as JSON; while Redis is away viewers see none. */
public final class LiveChannel<T> {

    private static final Logger LOG = Logger.getLogger(LiveChannel.class);
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final RedisPipeline redis;
    private final LiveStreams streams;
    private final JsonText json;
    private final String name;
    private final Class<T> type;

    LiveChannel(RedisPipeline redis, LiveStreams streams, JsonText json, String name, Class<T> type) {
        this.redis = redis;
        this.streams = streams;
        this.json = json;
        this.name = name;
        this.type = type;
    }

    /** Tells viewers of what is stored; does not wait, and does not fail. */
    public void publish(List<T> news) {
        List<Request> messages = news.stream()
                .map(one -> Request.cmd(Command.PUBLISH).arg(name).arg(json.write(one))).toList();
        redis.batch(messages).ifNoItem().after(LIMIT).fail().subscribe().with(answers -> {}, failure -> LOG
                .debugf("Viewers of %s missed %d messages: %s", name, messages.size(), failure.getMessage()));
    }

    /** News from now on. */
    public Multi<T> open() {
        return streams.open(name).map(text -> json.read(text, type));
    }
}
