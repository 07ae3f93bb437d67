package io.greenstack.api.master;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.greenstack.api.master.MasterService.MastersChanged;
import io.greenstack.platform.background.BackgroundTask;
import io.greenstack.platform.master.MasterConfig;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * Brings to Redis which masters the bridges are to run: when one was changed, and now and then, because Redis may lose its data and
 * two replicas may write in the wrong order. The version is a digest of the document, so equal ones are written once.
 */
@ApplicationScoped
class MasterPublisher {

    private static final Duration EVERY = Duration.ofSeconds(2);
    /** While there is none. */
    private static final Duration REST = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final MasterRepository masters;
    private final RedisPipeline redis;
    private final BackgroundTask task = new BackgroundTask("master-publisher", this::run, EVERY);
    private boolean some;

    MasterPublisher(MasterRepository masters, RedisPipeline redis) {
        this.masters = masters;
        this.redis = redis;
    }

    void start(@Observes StartupEvent event) {
        task.start(EVERY, REST, () -> some);
    }

    void stop(@Observes ShutdownEvent event) {
        task.stop();
    }

    void onChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) MastersChanged event) {
        task.wake();
    }

    private void run() {
        List<MasterConfig> enabled = masters.enabled();
        some = !enabled.isEmpty();
        String document = MasterConfig.document(enabled);
        String version = digest(document);
        Response known = redis.send(Request.cmd(Command.HGET).arg(RedisKeys.MASTER_CONFIGS).arg("version")).await()
                .atMost(LIMIT);
        if (known == null || !version.equals(known.toString())) {
            redis.batch(List.of(
                    Request.cmd(Command.HSET).arg(RedisKeys.MASTER_CONFIGS).arg("version").arg(version)
                            .arg("document").arg(document),
                    Request.cmd(Command.PUBLISH).arg(RedisKeys.MASTER_CONFIGS).arg(""))).await().atMost(LIMIT);
        }
    }

    private static String digest(String document) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
