package io.greenstack.api.master;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.api.platform.ApiException;
import io.greenstack.platform.master.MasterConfig;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** Has the bridge that runs the masters try one, and waits for what comes of it. */
@ApplicationScoped
class MasterTrial {

    private static final Duration LIMIT = Duration.ofSeconds(12);
    private static final Duration REDIS_LIMIT = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final RedisPipeline redis;
    private final ObjectMapper json;

    MasterTrial(RedisPipeline redis, ObjectMapper json) {
        this.redis = redis;
        this.json = json;
    }

    /** @throws ApiException 503 when no bridge answers */
    MasterTrialView run(MasterConfig master) {
        String id = UUID.randomUUID().toString();
        Response heard = redis.send(Request.cmd(Command.PUBLISH).arg(RedisKeys.MASTER_TESTS)
                .arg(new JsonObject().put("test", id).put("master", master.toJson()).encode())).await()
                .atMost(REDIS_LIMIT);
        if (heard.toLong() == 0) {
            throw noBridge();
        }
        Response answer = answer(id);
        try {
            return json.readValue(answer.toString(), MasterTrialView.class);
        } catch (IOException e) {
            throw new IllegalStateException("The bridge answered something else than a trial", e);
        }
    }

    private Response answer(String id) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() - end < 0) {
            Response found = redis.send(Request.cmd(Command.GET).arg(RedisKeys.masterTest(id))).await()
                    .atMost(REDIS_LIMIT);
            if (found != null) {
                return found;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        throw noBridge();
    }

    private static ApiException noBridge() {
        return ApiException.unavailable("no-bridge", "No mqtt-bridge that runs masters has answered; is one running?");
    }
}
