package io.greenstack.edge.lane;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.core.message.JsonObjects;
import io.greenstack.platform.background.BackgroundTask;
import io.greenstack.platform.config.MqttConfig;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.greenstack.platform.redis.RedisSubscription;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * Notes over Redis that this replica has sessions with the broker, which keep messages for it while it is away. Whoever looks sees which
 * sessions nobody uses any more, and has a replica of the same service take them over. No broker tells that of a client in MQTT.
 */
@Singleton
class Sessions {

    private static final Logger LOG = Logger.getLogger(Sessions.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofSeconds(3);
    /** Longer than a takeover may last. */
    private static final long TAKEOVER_SECONDS = 900;

    private final RedisPipeline redis;
    private final MqttConfig config;
    private final Lanes lanes;
    private final Clock clock;
    private final RedisSubscription adoptions;
    private final ExecutorService adopting = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "session-adoption");
        thread.setDaemon(true);
        return thread;
    });
    private final BackgroundTask task = new BackgroundTask("mqtt-sessions", this::tell, EVERY);

    Sessions(RedisPipeline redis, Redis client, Vertx vertx, MqttConfig config, Lanes lanes, Clock clock) {
        this.redis = redis;
        this.config = config;
        this.lanes = lanes;
        this.clock = clock;
        this.adoptions = new RedisSubscription(client, vertx, RedisKeys.adoptions(config.service()));
    }

    void start(@Observes StartupEvent event) {
        task.start(EVERY);
        adoptions.start(clientId -> adopting.execute(() -> adopt(clientId)), () -> {});
    }

    /** After the lanes. */
    void stop(@Observes @Priority(110) ShutdownEvent event) {
        adoptions.stop();
        adopting.shutdownNow();
        task.stop();
        if (lanes.left()) {
            try {
                forget(config.clientId());
            } catch (RuntimeException e) {
                LOG.infof("The session that was ended is still noted: %s", e.getMessage());
            }
        }
    }

    private void tell() {
        byte[] note = JsonObjects.object(json -> {
            json.writeStringField("service", config.service());
            json.writeNumberField("seen", clock.millis());
        });
        send(Request.cmd(Command.HSET).arg(RedisKeys.SESSIONS).arg(config.clientId()).arg(Buffer.buffer(note)));
    }

    private void adopt(String clientId) {
        try {
            if (!clientId.equals(config.clientId()) && first(clientId)) {
                takeOver(clientId);
            }
        } catch (RuntimeException e) {
            LOG.warnf("The sessions of %s are not taken over: %s", clientId, e.getMessage());
        }
    }

    /** Whether no other replica takes them over. */
    private boolean first(String clientId) {
        return send(Request.cmd(Command.SET).arg(RedisKeys.adopter(clientId)).arg(config.clientId()).arg("NX").arg("EX")
                .arg(TAKEOVER_SECONDS)) != null;
    }

    /** What failed may be tried again at once, by any replica. */
    private void takeOver(String clientId) {
        LOG.infof("Taking over the sessions of %s", clientId);
        try {
            boolean ended = lanes.adopt(clientId);
            if (ended) {
                forget(clientId);
            }
            LOG.infof("The sessions of %s %s", clientId, ended ? "are empty and ended" : "stay: not all is done yet");
        } finally {
            send(Request.cmd(Command.DEL).arg(RedisKeys.adopter(clientId)));
        }
    }

    private void forget(String clientId) {
        send(Request.cmd(Command.HDEL).arg(RedisKeys.SESSIONS).arg(clientId));
    }

    private Response send(Request request) {
        return redis.send(request).await().atMost(LIMIT);
    }
}
