package io.greenstack.edge.mqtt;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;

/** Publishes numbered messages and waits until the broker has taken them. */
final class TestPublisher {

    private TestPublisher() {}

    /** Numbers {@code from} to {@code to} (exclusive) as payloads, spread over ten devices. */
    static void publish(Vertx vertx, int port, int from, int to, MqttQoS qos) throws Exception {
        publish(vertx, port, from, to, qos, "");
    }

    static void publish(Vertx vertx, int port, int from, int to, MqttQoS qos, String padding) throws Exception {
        MqttClient client = MqttClient.create(vertx,
                new MqttClientOptions().setMaxInflightQueue(60_000).setAutoKeepAlive(true));
        client.connect(port, "127.0.0.1").toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        CountDownLatch taken = new CountDownLatch(qos == MqttQoS.AT_MOST_ONCE ? 0 : to - from);
        client.publishCompletionHandler(id -> taken.countDown());
        io.vertx.core.Future<Integer> last = io.vertx.core.Future.succeededFuture();
        for (int i = from; i < to; i++) {
            last = client.publish("devices/d" + i % 10 + "/telemetry", Buffer.buffer(i + padding), qos, false, false);
        }
        last.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        if (!taken.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException(taken.getCount() + " messages were not taken by the broker");
        }
        client.disconnect().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
