package io.greenstack.bridge.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.bridge.testing.ApiStub;
import io.greenstack.bridge.testing.Broker;
import io.greenstack.localstack.master.StubDevice;
import io.greenstack.localstack.master.StubIce2;
import io.greenstack.localstack.testing.MqttResource;
import io.greenstack.localstack.testing.RedisResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

/** A stub of an ICE2 or RSTi-OM, read and written by the bridge over the broker. */
@QuarkusTest
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(ApiStub.class)
class Ice2MasterTest extends MasterBench {

    private StubIce2 master;

    @BeforeEach
    void start() {
        master = new StubIce2(Broker.connect(), "hall1/" + id, 4);
        master.plug(1, thermometer);
        configure("ICE2", "hall1/" + id);
    }

    @AfterEach
    void stop() {
        master.close();
    }

    /** Registered and bound, and read once. */
    private void awaitDevice() {
        await().atMost(LIMIT).until(() -> !said(device, "register").isEmpty());
        bind(device);
        await().atMost(LIMIT).until(() -> {
            master.publishInput(1);
            return !said(device, "telemetry").isEmpty();
        });
    }

    @Test
    void whatHangsOnItRegistersAndWhatItPublishesIsRead() {
        awaitDevice();
        JsonObject registration = said(device, "register").get(0);
        assertThat(registration.getString("name")).isEqualTo("TV7105");
        assertThat(registration.getJsonObject("iolink")).isEqualTo(
                new JsonObject().put("vendor_id", 310).put("device_id", 1012).put("serial", "A1"));
        int before = said(device, "telemetry").size();
        master.publishInput(1);
        await().atMost(LIMIT).until(() -> said(device, "telemetry").size() > before);
        assertThat(said(device, "telemetry").get(before).getString("processDataIn")).matches("[0-9A-F]{6}");
        await().atMost(LIMIT).until(() -> redis.value(device, "temperature") != null);
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(report().getString("state")).isEqualTo("connected");
            assertThat(report().getJsonArray("ports")).hasSize(4);
            assertThat(report().getJsonArray("ports").getJsonObject(0).getString("device_id")).isEqualTo(device);
        });
        assertThat(redis.deadLetters(device)).isEmpty();
    }

    @Test
    void aMasterThatSaysWhatItIsIsKnownByIt() {
        await().atMost(LIMIT).until(() -> "connected".equals(report().getString("state")));
        master.silent(true);
        await().atMost(LIMIT).until(() -> "away".equals(report().getString("state")));
        assertThat(report().getString("error")).contains("does not answer");
        master.silent(false);
        master.introduce();
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(report().getString("state")).isEqualTo("connected");
            assertThat(report().getString("firmware")).isEqualTo("1.5.0");
            assertThat(report().getString("serial")).isEqualTo("9710-000064");
        });
    }

    @Test
    void parametersAreReadAndWrittenAndErrorsAreTold() {
        awaitDevice();
        assertThat(command("read_parameter", new JsonObject().put("index", 71)).getJsonObject("result")
                .getString("hex")).isEqualTo("01");
        JsonObject written = command("write_parameter",
                new JsonObject().put("index", 71).put("hex", "02").put("read_back", true));
        assertThat(written.getJsonObject("result").getString("hex")).isEqualTo("02");
        assertThat(thermometer.parameter(71, 0)).isEqualTo("02");
        command("write_parameter", new JsonObject().put("index", 73).put("subindex", 2).put("hex", "07"));
        assertThat(thermometer.parameter(73, 2)).isEqualTo("07");
        assertThat(command("read_parameter", new JsonObject().put("index", 99)).getJsonObject("error")
                .getString("code")).isEqualTo("0x8011");
        thermometer.refuse(71, "8030");
        assertThat(command("write_parameter", new JsonObject().put("index", 71).put("hex", "7F")).getJsonObject("error")
                .getString("code")).isEqualTo("0x8030");
    }

    @Test
    void outputsAreWrittenByNameAndConfirmed() {
        awaitDevice();
        JsonObject done = command("write_output", new JsonObject().put("values", new JsonObject().put("switch", 9)));
        assertThat(done.getString("status")).as("%s", done).isEqualTo("ok");
        assertThat(thermometer.output()).isEqualTo("09");
        master.held(true);
        assertThat(command("write_output", new JsonObject().put("values", new JsonObject().put("switch", 4)))
                .getJsonObject("error").getString("code")).isEqualTo("not-confirmed");
        assertThat(thermometer.output()).isEqualTo("09");
    }

    @Test
    void eventsOfTheDeviceAreTold() {
        awaitDevice();
        await().atMost(LIMIT).until(() -> {
            master.publishEvent(1, 0x8CA0, 3, 3);
            return !said(device, "events").isEmpty();
        });
        JsonObject event = said(device, "events").get(0);
        assertThat(event.getInteger("code")).isEqualTo(0x8CA0);
        assertThat(event.getString("mode")).isEqualTo("appears");
        assertThat(event.getString("type")).isEqualTo("error");
    }

    @Test
    void anotherDeviceOnThePortIsAnotherDevice() {
        awaitDevice();
        master.plug(1, null);
        await().atMost(LIMIT).until(() -> {
            List<JsonObject> states = said(device, "status");
            return "disconnected".equals(states.get(states.size() - 1).getString("state"));
        });
        master.plug(1, new StubDevice(310, 1012, "TV7105", "B2", reading -> "00C801", null));
        String other = id + ":1:310-1012-B2";
        await().atMost(LIMIT).until(() -> !said(other, "register").isEmpty());
        bind(other);
        await().atMost(LIMIT).until(() -> {
            master.publishInput(1);
            return !said(other, "telemetry").isEmpty();
        });
        assertThat(said(other, "telemetry").get(0).getString("processDataIn")).isEqualTo("00C801");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(said(device, "events"))
                .extracting(event -> event.getInteger("code")).containsExactly(0xFF22));
    }
}
