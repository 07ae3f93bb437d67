package io.greenstack.bridge.traffic;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonGenerator;

import io.greenstack.bridge.outbound.BrokerSender;
import io.greenstack.bridge.outbound.OutboundPump;
import io.greenstack.core.message.JsonObjects;
import io.greenstack.edge.lane.Lanes;
import io.greenstack.edge.mqtt.IngressStatus;
import io.greenstack.platform.background.BackgroundTask;
import io.greenstack.platform.config.MqttConfig;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/** Tells every few seconds over Redis how this bridge is connected, for {@code GET /api/mqtt/status}. */
@Singleton
class BridgeStatus {

    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int LIFETIME_SECONDS = 15;

    private final RedisPipeline redis;
    private final MqttConfig config;
    private final Lanes lanes;
    private final BrokerSender sender;
    private final OutboundPump pump;
    private final TrafficWatch traffic;
    private final Clock clock;
    private final BackgroundTask task = new BackgroundTask("bridge-status", this::tell, EVERY);

    BridgeStatus(RedisPipeline redis, MqttConfig config, Lanes lanes, BrokerSender sender, OutboundPump pump,
            TrafficWatch traffic, Clock clock) {
        this.redis = redis;
        this.config = config;
        this.lanes = lanes;
        this.sender = sender;
        this.pump = pump;
        this.traffic = traffic;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        task.start(EVERY);
    }

    void stop(@Observes @Priority(90) ShutdownEvent event) {
        task.stop();
    }

    private void tell() {
        redis.batch(List.of(
                Request.cmd(Command.SET).arg(RedisKeys.bridgeStatus(config.clientId())).arg(Buffer.buffer(json()))
                        .arg("EX")
                        .arg(LIFETIME_SECONDS),
                Request.cmd(Command.SADD).arg(RedisKeys.BRIDGES).arg(config.clientId()))).await().atMost(LIMIT);
    }

    private byte[] json() {
        return JsonObjects.object(json -> {
            json.writeStringField("instance", config.clientId());
            json.writeStringField("broker", config.broker());
            json.writeBooleanField("tls", config.tls());
            json.writeStringField("reported_at", clock.instant().toString());
            json.writeBooleanField("publishes", pump.leading());
            json.writeBooleanField("publisher_connected", sender.connected());
            json.writeArrayFieldStart("refused_topics");
            for (String filter : traffic.refused()) {
                json.writeString(filter);
            }
            json.writeEndArray();
            writeLanes(json);
            json.writeFieldName("statistics");
            traffic.statistics().write(json);
        });
    }

    private void writeLanes(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("lanes");
        for (Map.Entry<String, IngressStatus> lane : lanes.status().entrySet()) {
            IngressStatus status = lane.getValue();
            json.writeObjectFieldStart(lane.getKey());
            json.writeBooleanField("connected", status.connected());
            json.writeBooleanField("paused", status.paused());
            json.writeNumberField("in_flight", status.inFlight());
            if (!status.connected() && status.lastError() != null) {
                json.writeStringField("last_error", status.lastError());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
