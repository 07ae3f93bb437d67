package io.greenstack.bridge.master;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import io.greenstack.bridge.testing.ApiStub;
import io.greenstack.bridge.testing.Broker;
import io.greenstack.bridge.testing.Layouts;
import io.greenstack.bridge.testing.RedisView;
import io.greenstack.core.layout.DeviceLayoutJson;
import io.greenstack.localstack.master.StubDevice;
import io.greenstack.localstack.testing.MqttTestClient;
import io.greenstack.platform.master.MasterConfig;
import io.greenstack.platform.redis.RedisKeys;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;

/** A bridge that runs one master, with a thermometer to hang on its first port. */
abstract class MasterBench {

    static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    RedisView redis;

    final String id = "m" + UUID.randomUUID().toString().substring(0, 8);
    final StubDevice thermometer = new StubDevice(310, 1012, "TV7105", "A1",
            reading -> String.format("%04X01", 200 + reading % 50), "05").with(71, "01");
    final String device = id + ":1:310-1012-A1";
    MqttTestClient client;

    @BeforeEach
    void connect() {
        client = Broker.connect();
        client.subscribe("devices/#");
        redis.command(Command.SET, RedisKeys.LAYOUTS_READY, "1");
    }

    @AfterEach
    void forget() {
        write("[]");
        client.close();
    }

    void configure(String kind, String address) {
        write(MasterConfig.document(List.of(new MasterConfig(id, kind, address, 100, null, null, true))));
    }

    void write(String document) {
        redis.command(Command.HSET, RedisKeys.MASTER_CONFIGS, "version", UUID.randomUUID(), "document", document);
        redis.command(Command.PUBLISH, RedisKeys.MASTER_CONFIGS, "");
    }

    void bind(String deviceId) {
        redis.command(Command.SET, RedisKeys.layout(deviceId),
                new String(DeviceLayoutJson.write(Layouts.thermometer(deviceId)), StandardCharsets.UTF_8));
        redis.command(Command.PUBLISH, RedisKeys.LAYOUT_CHANNEL, deviceId);
    }

    List<JsonObject> said(String deviceId, String topic) {
        return client.received().stream().filter(message -> message.topic().equals("devices/" + deviceId + "/" + topic))
                .map(message -> new JsonArray("[" + message.payload() + "]").getValue(0))
                .map(value -> value instanceof JsonObject object ? object : ((JsonArray) value).getJsonObject(0))
                .toList();
    }

    List<JsonObject> reports() {
        return ApiStub.requests().stream().filter(request -> "reports".equals(request.get("path")))
                .map(request -> new JsonObject(request.get("body")))
                .filter(body -> body.containsKey("epoch"))
                .flatMap(body -> body.getJsonArray("masters").stream().map(JsonObject.class::cast))
                .filter(report -> report.getString("id").equals(id)).toList();
    }

    JsonObject report() {
        List<JsonObject> reports = reports();
        return reports.isEmpty() ? new JsonObject() : reports.get(reports.size() - 1);
    }

    JsonObject command(String name, JsonObject parameters) {
        String command = UUID.randomUUID().toString();
        client.publish("devices/" + device + "/commands",
                new JsonObject().put("command_id", command).put("command", name)
                        .put("parameters", parameters).encode());
        await().atMost(LIMIT).until(() -> answer(command) != null);
        return answer(command);
    }

    JsonObject answer(String command) {
        return said(device, "commands/response").stream()
                .filter(answer -> command.equals(answer.getString("command_id"))).findFirst().orElse(null);
    }

    void awaitReadings() {
        await().atMost(LIMIT).until(() -> !said(device, "register").isEmpty());
        bind(device);
        await().atMost(LIMIT).until(() -> said(device, "telemetry").size() > 2);
    }
}
