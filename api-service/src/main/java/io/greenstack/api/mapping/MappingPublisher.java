package io.greenstack.api.mapping;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.greenstack.api.platform.OutsideTransaction;
import io.greenstack.platform.background.BackgroundTask;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * Brings the mappings that hold to Redis: at start, when one changed, and when Redis lost them. The version is written last, so a bridge
 * that reads in between reads once more. Of several replicas one does so at a time, so that the newest state is written last.
 */
@ApplicationScoped
class MappingPublisher {

    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final MappingRepository mappings;
    private final RedisPipeline redis;
    private final MappingPublishSettings settings;
    private final Clock clock;
    private final OutsideTransaction outside = new OutsideTransaction("mapping-outbox", LIMIT);
    private final BackgroundTask task = new BackgroundTask("mapping-publisher", this::run, RETRY);

    MappingPublisher(MappingRepository mappings, RedisPipeline redis, MappingPublishSettings settings, Clock clock) {
        this.mappings = mappings;
        this.redis = redis;
        this.settings = settings;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        task.start(settings.recheck());
    }

    void stop(@Observes ShutdownEvent event) {
        task.stop();
        outside.close();
    }

    void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) MappingService.MappingsChanged event) {
        task.wake();
    }

    private void run() {
        QuarkusTransaction.requiringNew().timeout(60).run(() -> {
            mappings.lockPublishing();
            publish(mappings.documents());
        });
    }

    private void publish(Map<String, String> wanted) {
        List<Response> found = send(List.of(Request.cmd(Command.GET).arg(RedisKeys.MAPPINGS_VERSION),
                Request.cmd(Command.HGETALL).arg(RedisKeys.MAPPINGS)));
        Map<String, String> present = new HashMap<>();
        for (String id : found.get(1).getKeys()) {
            present.put(id, found.get(1).get(id).toString());
        }
        if (found.get(0) != null && present.equals(wanted)) {
            return;
        }
        List<Request> requests = new ArrayList<>();
        present.keySet().stream().filter(id -> !wanted.containsKey(id))
                .forEach(id -> requests.add(Request.cmd(Command.HDEL).arg(RedisKeys.MAPPINGS).arg(id)));
        wanted.forEach((id, document) -> requests
                .add(Request.cmd(Command.HSET).arg(RedisKeys.MAPPINGS).arg(id).arg(document)));
        long before = found.get(0) == null ? 0 : found.get(0).toLong();
        requests.add(Request.cmd(Command.SET).arg(RedisKeys.MAPPINGS_VERSION)
                .arg(Math.max(before + 1, clock.millis())));
        requests.add(Request.cmd(Command.PUBLISH).arg(RedisKeys.MAPPINGS).arg("changed"));
        send(requests);
    }

    private List<Response> send(List<Request> requests) {
        AtomicReference<List<Response>> answers = new AtomicReference<>(List.of());
        outside.call(() -> redis.batch(requests).invoke(answers::set));
        return answers.get();
    }
}
