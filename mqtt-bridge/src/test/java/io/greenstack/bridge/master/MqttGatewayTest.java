package io.greenstack.bridge.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.bridge.testing.ApiStub;
import io.greenstack.bridge.testing.Broker;
import io.greenstack.localstack.master.StubDevice;
import io.greenstack.localstack.master.StubMqttGateway;
import io.greenstack.localstack.testing.MqttResource;
import io.greenstack.localstack.testing.RedisResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

/** A stub of a gateway that speaks JSON for IO-Link over MQTT, read and written by the bridge. */
@QuarkusTest
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(ApiStub.class)
class MqttGatewayTest extends MasterBench {

    private StubMqttGateway gateway;

    @BeforeEach
    void start() {
        gateway = new StubMqttGateway(Broker.connect(), "gw-" + id);
        gateway.plug(1, thermometer);
        configure("JSON_IO_LINK_MQTT", "gw-" + id);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private void awaitDevice(String awaited) {
        await().atMost(LIMIT).until(() -> !said(awaited, "register").isEmpty());
        bind(awaited);
        await().atMost(LIMIT).until(() -> {
            gateway.publishInput(1);
            return !said(awaited, "telemetry").isEmpty();
        });
    }

    @Test
    void devicesAreReadByWhatTheGatewayPublishes() {
        awaitDevice(device);
        assertThat(said(device, "register").get(0).getJsonObject("iolink")).isEqualTo(
                new JsonObject().put("vendor_id", 310).put("device_id", 1012).put("serial", "A1"));
        assertThat(said(device, "telemetry").get(0).getString("processDataIn")).matches("[0-9A-F]{6}");
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(report().getString("state")).isEqualTo("connected");
            assertThat(report().getString("firmware")).isEqualTo("V1.31");
        });
        gateway.silent(true);
        await().atMost(LIMIT).until(() -> "away".equals(report().getString("state")));
        gateway.silent(false);
        await().atMost(LIMIT).until(() -> "connected".equals(report().getString("state")));
    }

    @Test
    void parametersGoByRequestAndResponse() {
        awaitDevice(device);
        assertThat(command("read_parameter", new JsonObject().put("index", 71)).getJsonObject("result")
                .getString("hex")).isEqualTo("01");
        command("write_parameter", new JsonObject().put("index", 73).put("subindex", 2).put("hex", "07"));
        assertThat(thermometer.parameter(73, 2)).isEqualTo("07");
        assertThat(command("read_parameter", new JsonObject().put("index", 99)).getJsonObject("error")
                .getString("code")).isEqualTo("0x8011");
        thermometer.refuse(71, "8030");
        assertThat(command("write_parameter", new JsonObject().put("index", 71).put("hex", "7F")).getJsonObject("error")
                .getString("code")).isEqualTo("0x8030");
        assertThat(command("write_output", new JsonObject().put("values", new JsonObject().put("switch", 9)))
                .getString("status")).isEqualTo("error");
    }

    @Test
    void eventsOfTheDeviceAreTold() {
        awaitDevice(device);
        await().atMost(LIMIT).until(() -> {
            gateway.publishEvent(1, 0x8CA0, "APPEARS", "WARNING");
            return !said(device, "events").isEmpty();
        });
        assertThat(said(device, "events").get(0).getString("mode")).isEqualTo("appears");
        assertThat(said(device, "events").get(0).getString("type")).isEqualTo("warning");
    }

    @Test
    void anIdentificationThatIsRetainedOfAnotherDeviceDoesNotCount() {
        awaitDevice(device);
        gateway.plug(1, null);
        await().atMost(LIMIT).until(
                () -> "disconnected"
                        .equals(said(device, "status").get(said(device, "status").size() - 1).getString("state")));
        gateway.plug(1, new StubDevice(310, 1012, "TV7105", "B2", reading -> "00C801", null));
        String other = id + ":1:310-1012-B2";
        awaitDevice(other);
        assertThat(said(other, "telemetry")).allMatch(one -> "00C801".equals(one.getString("processDataIn")));
        assertThat(said(device, "telemetry")).noneMatch(one -> "00C801".equals(one.getString("processDataIn")));
    }
}
