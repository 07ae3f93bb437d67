package io.greenstack.bridge.master;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.platform.master.MasterConfig;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.greenstack.platform.redis.RedisSubscription;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;

/** Tries to reach a master when the API asks for it, and says what came of it; the bridge that runs the masters does. */
@Singleton
class MasterTester {

    private static final Logger LOG = Logger.getLogger(MasterTester.class);
    private static final Duration KEPT = Duration.ofSeconds(60);

    private final MasterFleet fleet;
    private final AdapterFactory adapters;
    private final RedisPipeline redis;
    private final RedisSubscription requests;

    MasterTester(MasterFleet fleet, AdapterFactory adapters, RedisPipeline redis, Redis client, Vertx vertx) {
        this.fleet = fleet;
        this.adapters = adapters;
        this.redis = redis;
        this.requests = new RedisSubscription(client, vertx, RedisKeys.MASTER_TESTS);
    }

    void start(@Observes StartupEvent event) {
        requests.start(this::asked, () -> {});
    }

    void stop(@Observes ShutdownEvent event) {
        requests.stop();
    }

    private void asked(String text) {
        if (fleet.running()) {
            JsonObject request = new JsonObject(text);
            test(MasterConfig.of(request.getJsonObject("master"))).onComplete(
                    tried -> answer(request.getString("test"), tried.result()));
        }
    }

    private void answer(String test, JsonObject result) {
        redis.send(Request.cmd(Command.SET).arg(RedisKeys.masterTest(test)).arg(result.encode()).arg("EX")
                .arg(KEPT.toSeconds())).subscribe().with(done -> {},
                        failure -> LOG.warnf("What came of trying a master cannot be told: %s", failure.getMessage()));
    }

    private Future<JsonObject> test(MasterConfig master) {
        long began = System.nanoTime();
        MasterAdapter adapter;
        try {
            adapter = adapters.adapter(master);
        } catch (RuntimeException e) {
            return Future.succeededFuture(failed(e));
        }
        return adapter.identify().compose(identity -> adapter.read(identity.ports(), true).map(ports -> {
            JsonObject found = found(identity, ports);
            return found.put("took_ms", (System.nanoTime() - began) / 1_000_000);
        })).otherwise(MasterTester::failed).onComplete(end -> adapter.close());
    }

    private static JsonObject failed(Throwable failure) {
        return new JsonObject().put("reachable", false).put("error", AdapterException.of(failure).getMessage());
    }

    private static JsonObject found(MasterIdentity identity, List<PortReading> readings) {
        JsonArray ports = new JsonArray();
        for (PortReading reading : readings) {
            PortIdentity port = reading.identity();
            JsonObject told = new JsonObject().put("port", reading.port()).put("mode", port.mode().token());
            if (port.hasDevice()) {
                told.put("vendor_id", port.vendorId()).put("iolink_device_id", port.deviceId())
                        .put("product", port.product()).put("serial", port.serial());
            }
            ports.add(told);
        }
        return new JsonObject().put("reachable", true).put("vendor", identity.vendor())
                .put("product", identity.product())
                .put("serial", identity.serial()).put("firmware", identity.firmware())
                .put("hardware", identity.hardware()).put("ports", ports);
    }
}
