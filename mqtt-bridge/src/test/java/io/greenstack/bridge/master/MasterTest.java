package io.greenstack.bridge.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.bridge.testing.ApiStub;
import io.greenstack.localstack.master.StubDevice;
import io.greenstack.localstack.master.StubGateway;
import io.greenstack.localstack.master.StubMaster;
import io.greenstack.localstack.testing.MqttResource;
import io.greenstack.localstack.testing.RedisResource;
import io.greenstack.platform.master.MasterConfig;
import io.greenstack.platform.master.MasterSecrets;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A stub of a master, read and written by the bridge. */
@QuarkusTest
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(ApiStub.class)
class MasterTest extends MasterBench {

    @Inject
    MasterSecrets secrets;

    private final StubMaster master = new StubMaster("4711", 4);

    @BeforeEach
    void start() {
        master.plug(1, thermometer);
        configure("IFM_HTTP", master.address());
    }

    @AfterEach
    void stop() {
        master.close();
    }

    @Test
    void whatHangsOnAMasterRegistersAndIsRead() {
        awaitReadings();
        JsonObject registration = said(device, "register").get(0);
        assertThat(registration.getString("name")).isEqualTo("TV7105");
        assertThat(registration.getJsonObject("iolink")).isEqualTo(
                new JsonObject().put("vendor_id", 310).put("device_id", 1012).put("serial", "A1"));
        assertThat(said(device, "status").get(0).getString("state")).isEqualTo("connected");
        List<JsonObject> readings = said(device, "telemetry");
        assertThat(readings.get(0).getString("processDataIn")).matches("[0-9A-F]{6}");
        assertThat(readings.get(0).getString("processDataOut")).isEqualTo("05");
        assertThat(readings.stream().map(reading -> reading.getString("timestamp")).distinct()).hasSameSizeAs(readings);
        await().atMost(LIMIT).until(() -> redis.value(device, "temperature") != null);
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(report().getString("state")).isEqualTo("connected");
            assertThat(report().getString("firmware")).isEqualTo("3.1.93");
            assertThat(report().getJsonArray("ports")).hasSize(4);
            assertThat(report().getJsonArray("ports").getJsonObject(0).getString("device_id")).isEqualTo(device);
            assertThat(report().getJsonArray("ports").getJsonObject(1).containsKey("device_id")).isFalse();
        });
        assertThat(redis.deadLetters(device)).isEmpty();
    }

    @Test
    void parametersAreReadAndWrittenAndErrorsAreTold() {
        awaitReadings();
        JsonObject read = command("read_parameter", new JsonObject().put("index", 71).put("subindex", 0));
        assertThat(read.getString("status")).isEqualTo("ok");
        assertThat(read.getJsonObject("result").getString("hex")).isEqualTo("01");

        JsonObject written = command("write_parameter",
                new JsonObject().put("index", 71).put("subindex", 0).put("hex", "02").put("read_back", true));
        assertThat(written.getJsonObject("result").getString("hex")).isEqualTo("02");
        assertThat(thermometer.parameter(71, 0)).isEqualTo("02");

        assertThat(command("read_parameter", new JsonObject().put("index", 99)).getJsonObject("error"))
                .isEqualTo(new JsonObject().put("code", "0x8011").put("reason",
                        "The device has no such parameter (index)"));
        thermometer.refuse(71, "8030");
        assertThat(command("write_parameter", new JsonObject().put("index", 71).put("hex", "7F")).getJsonObject("error")
                .getString("code")).isEqualTo("0x8030");
        master.trouble(StubMaster.Trouble.LOCKED);
        assertThat(command("write_parameter", new JsonObject().put("index", 72).put("hex", "7F")).getJsonObject("error")
                .getString("code")).isEqualTo("write-locked");
        master.trouble(StubMaster.Trouble.PULLED_DURING_WRITE);
        assertThat(command("write_parameter", new JsonObject().put("index", 72).put("hex", "7F")).getJsonObject("error")
                .getString("code")).isEqualTo("no-device");
        assertThat(thermometer.parameter(72, 0)).isNull();
    }

    @Test
    void aCommandThatComesTwiceIsDoneOnce() {
        awaitReadings();
        String message = new JsonObject().put("command_id", UUID.randomUUID().toString())
                .put("command", "write_parameter")
                .put("parameters", new JsonObject().put("index", 71).put("hex", "02")).encode();
        client.publish("devices/" + device + "/commands", message);
        await().atMost(LIMIT).until(() -> said(device, "commands/response").size() == 1);
        thermometer.refuse(71, "8030");
        client.publish("devices/" + device + "/commands", message);
        await().atMost(LIMIT).until(() -> said(device, "commands/response").size() == 2);
        assertThat(said(device, "commands/response")).allMatch(answer -> "ok".equals(answer.getString("status")));
    }

    @Test
    void commandsOfADeviceAreCarriedOutInOrder() {
        awaitReadings();
        List<String> expected = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String octets = String.format("%04X", i);
            expected.add("71:" + octets);
            commands.add(UUID.randomUUID().toString());
            client.send("devices/" + device + "/commands", new JsonObject().put("command_id", commands.get(i))
                    .put("command", "write_parameter")
                    .put("parameters", new JsonObject().put("index", 71).put("hex", octets)).encode()
                    .getBytes(StandardCharsets.UTF_8), 1, false);
        }
        await().atMost(LIMIT).until(() -> answer(commands.get(59)) != null);
        assertThat(thermometer.writes()).isEqualTo(expected);
        assertThat(said(device, "commands/response")).extracting(answer -> answer.getString("command_id"))
                .isEqualTo(commands);
    }

    @Test
    void aCommandWaitsUntilItIsKnownWhatHangsOnTheMaster() {
        awaitReadings();
        master.slow(300);
        for (int i = 0; i < 3; i++) {
            int before = reports().size();
            write(MasterConfig.document(
                    List.of(new MasterConfig(id, "IFM_HTTP", master.address(), 200 + i, null, null, true))));
            await().atMost(LIMIT).until(() -> reports().stream().skip(before)
                    .anyMatch(report -> "waiting".equals(report.getString("state"))));
            assertThat(command("read_parameter", new JsonObject().put("index", 71)).getString("status"))
                    .isEqualTo("ok");
        }
    }

    private boolean hangsThere() {
        return report().getJsonArray("ports", new JsonArray()).stream()
                .anyMatch(port -> device.equals(((JsonObject) port).getString("device_id")));
    }

    @Test
    void aCommandForADeviceThatIsNotThereIsAnswered() {
        awaitReadings();
        master.plug(1, null);
        await().atMost(LIMIT).until(() -> !hangsThere());
        JsonObject gone = command("read_parameter", new JsonObject().put("index", 71));
        assertThat(gone.getJsonObject("error").getString("code")).isEqualTo("no-device");
        assertThat(gone.getJsonObject("error").getString("reason")).contains("port 1 of master " + id);
        master.plug(1, thermometer);
        await().atMost(LIMIT).until(this::hangsThere);
        master.stop();
        await().atMost(LIMIT).until(() -> "away".equals(report().getString("state")) && !hangsThere());
        assertThat(command("read_parameter", new JsonObject().put("index", 71)).getJsonObject("error")
                .getString("code")).isEqualTo("master-away");
    }

    @Test
    void outputsAreWrittenByName() {
        awaitReadings();
        JsonObject done = command("write_output",
                new JsonObject().put("values", new JsonObject().put("out_switch", 9)));
        assertThat(done.getString("status")).as("%s", done).isEqualTo("ok");
        assertThat(thermometer.output()).isEqualTo("09");
        assertThat(command("write_output", new JsonObject().put("values", new JsonObject().put("nothing", 9)))
                .getJsonObject("error").getString("code")).isEqualTo("value-not-valid");
    }

    @Test
    void wantedValuesAreWrittenAndReported() {
        awaitReadings();
        thermometer.refuse(72, "8031");
        client.publish("devices/" + device + "/config/delta", """
                {"version":7,"delta":{"V_Unit":3,"V_Limit":900,"V_Pair":{"2":5}},"writes":[
                {"variable_id":"V_Unit","index":71,"subindex":0,"hex":"03","value":3},
                {"variable_id":"V_Limit","index":72,"subindex":0,"hex":"0384","value":900},
                {"variable_id":"V_Pair","index":73,"subindex":2,"hex":"05","value":5}]}""");
        await().atMost(LIMIT).until(() -> !said(device, "config/reported").isEmpty());
        JsonObject report = said(device, "config/reported").get(0);
        assertThat(report.getInteger("version")).isEqualTo(7);
        assertThat(report.getJsonObject("reported"))
                .isEqualTo(new JsonObject("{\"V_Unit\":3,\"V_Pair\":{\"2\":5}}"));
        assertThat(report.getJsonObject("rejected").getJsonObject("V_Limit").getString("code")).isEqualTo("0x8031");
        assertThat(thermometer.parameter(73, 2)).isEqualTo("05");
    }

    private static JsonObject write(int index, String hex) {
        return new JsonObject().put("variable_id", "V_" + index).put("index", index).put("subindex", 0).put("hex", hex);
    }

    private JsonObject writes(boolean block, JsonObject... writes) {
        return command("write_parameters", new JsonObject().put("block", block).put("parameters", new JsonArray(
                List.of(writes))));
    }

    @Test
    void severalParametersAreWrittenAsOneBlockThatIsTakenAsAWhole() {
        awaitReadings();
        JsonObject done = writes(true, write(71, "02"), write(72, "0384"));
        assertThat(done.getJsonObject("result").getBoolean("block")).as("%s", done).isTrue();
        assertThat(thermometer.parameter(71, 0)).isEqualTo("02");
        assertThat(thermometer.writes()).containsExactly("2:03", "71:02", "72:0384", "2:05");

        thermometer.refuse(72, "8031");
        JsonObject refused = writes(true, write(71, "03"), write(72, "FFFF"), write(73, "01"));
        assertThat(refused.getJsonObject("error").getString("code")).isEqualTo("0x8031");
        assertThat(thermometer.writes()).endsWith("2:03", "71:03", "72:FFFF", "2:06");

        JsonObject single = writes(false, write(71, "04"), write(72, "FFFF"), write(73, "01"));
        assertThat(single.getString("status")).isEqualTo("ok");
        assertThat(single.getJsonObject("result").getBoolean("block")).isFalse();
        assertThat(single.getJsonObject("result").getJsonArray("values").getJsonObject(1).getJsonObject("error")
                .getString("code")).isEqualTo("0x8031");
        assertThat(thermometer.writes()).endsWith("71:04", "72:FFFF", "73:01");

        thermometer.refuse(2, "8035");
        assertThat(writes(true, write(71, "05"), write(73, "02")).getJsonObject("result").getBoolean("block"))
                .isFalse();
        assertThat(thermometer.parameter(73, 0)).isEqualTo("02");
    }

    @Test
    void wantedValuesOfADeviceThatTakesBlocksAreOneBlock() {
        awaitReadings();
        client.publish("devices/" + device + "/config/delta", """
                {"version":7,"block":true,"delta":{"V_Unit":3,"V_Limit":900},"writes":[
                {"variable_id":"V_Unit","index":71,"subindex":0,"hex":"03","value":3},
                {"variable_id":"V_Limit","index":72,"subindex":0,"hex":"0384","value":900}]}""");
        await().atMost(LIMIT).until(() -> !said(device, "config/reported").isEmpty());
        assertThat(said(device, "config/reported").get(0).getJsonObject("reported"))
                .isEqualTo(new JsonObject("{\"V_Unit\":3,\"V_Limit\":900}"));
        assertThat(thermometer.writes()).containsExactly("2:03", "71:03", "72:0384", "2:05");

        thermometer.refuse(72, "8031");
        client.publish("devices/" + device + "/config/delta", """
                {"version":8,"block":true,"delta":{"V_Unit":4,"V_Limit":901},"writes":[
                {"variable_id":"V_Unit","index":71,"subindex":0,"hex":"04","value":4},
                {"variable_id":"V_Limit","index":72,"subindex":0,"hex":"0385","value":901}]}""");
        await().atMost(LIMIT).until(() -> said(device, "config/reported").size() > 1);
        JsonObject report = said(device, "config/reported").get(1);
        assertThat(report.getJsonObject("rejected").getJsonObject("V_Limit").getString("code")).isEqualTo("0x8031");
        assertThat(report.getJsonObject("reported")).isEqualTo(new JsonObject("{\"V_Unit\":4}"));
        assertThat(thermometer.writes()).endsWith("2:03", "71:04", "72:0385", "2:06", "71:04");
    }

    @Test
    void anotherDeviceOnThePortIsAnotherDevice() {
        awaitReadings();
        master.plug(1, new StubDevice(310, 1012, "TV7105", "B2", reading -> "00C801", null));
        String other = id + ":1:310-1012-B2";
        await().atMost(LIMIT).until(() -> !said(other, "register").isEmpty());
        bind(other);
        await().atMost(LIMIT).until(() -> !said(other, "telemetry").isEmpty());
        List<JsonObject> states = said(device, "status");
        assertThat(states.get(states.size() - 1).getString("state")).isEqualTo("disconnected");
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(said(device, "events")).extracting(event -> event.getInteger("code")).containsExactly(0xFF22);
            assertThat(said(other, "events")).extracting(event -> event.getInteger("code")).containsExactly(0xFF21);
        });
    }

    @Test
    void aMasterThatMisbehavesIsToldAndComesBack() {
        awaitReadings();
        for (StubMaster.Trouble trouble : List.of(StubMaster.Trouble.HALF_AN_ANSWER, StubMaster.Trouble.NO_JSON,
                StubMaster.Trouble.REDIRECT, StubMaster.Trouble.ENDLESS)) {
            master.trouble(trouble);
            String state = trouble == StubMaster.Trouble.HALF_AN_ANSWER ? "away" : "refused";
            await(trouble.name()).atMost(LIMIT).until(() -> state.equals(report().getString("state")));
            assertThat(report().getString("error")).isNotEmpty();
            master.trouble(StubMaster.Trouble.NONE);
            await(trouble.name()).atMost(LIMIT).until(() -> "connected".equals(report().getString("state")));
        }
        master.slow(300);
        await().atMost(LIMIT).until(() -> "slow".equals(report().getString("state")));
        master.trouble(StubMaster.Trouble.NONE);
        master.stop();
        await().atMost(LIMIT).until(() -> "away".equals(report().getString("state")));
        master.restart();
        await().atMost(LIMIT).until(() -> "connected".equals(report().getString("state")));
    }

    @Test
    void anotherKindAndAnotherNetworkAreRefused() {
        configure("NO_SUCH_KIND", master.address());
        await().atMost(LIMIT).until(() -> "refused".equals(report().getString("state")));
        assertThat(report().getString("error")).contains("NO_SUCH_KIND");
        write(MasterConfig.document(
                List.of(new MasterConfig(id, "IFM_HTTP", "http://169.254.169.254", 100, null, null, true))));
        await().atMost(LIMIT).until(() -> String.valueOf(report().getString("error")).contains("never allowed"));
        assertThat(report().getString("state")).isEqualTo("refused");
    }

    private void configure(StubMaster secured, String password, boolean verify) {
        write(MasterConfig.document(List.of(new MasterConfig(id, "IFM_HTTP", secured.address(), 100, "administrator",
                secrets.seal(id, password), verify))));
    }

    @Test
    void aMasterInSecurityModeIsReadWithItsLoginOverAnEncryptedConnection() {
        try (StubMaster secured = StubMaster.secured("4712", 4, "administrator", "geheim")) {
            secured.plug(1, thermometer);
            configure(secured, "geheim", false);
            awaitReadings();
            assertThat(command("read_parameter", new JsonObject().put("index", 71)).getString("status"))
                    .isEqualTo("ok");
            configure(secured, "falsch", false);
            await().atMost(LIMIT).until(() -> "refused".equals(report().getString("state")));
            assertThat(report().getString("error")).contains("login");
            configure(secured, "geheim", true);
            await().atMost(LIMIT).until(() -> "away".equals(report().getString("state")));
        }
        write(MasterConfig.document(List.of(new MasterConfig(id, "IFM_HTTP", master.address(), 100, "administrator",
                secrets.seal(id, "geheim"), true))));
        await().atMost(LIMIT).until(() -> String.valueOf(report().getString("error")).contains("https"));
    }

    @Test
    void aGatewayOfJsonForIoLinkIsReadAndWritten() {
        try (StubGateway gateway = new StubGateway(4)) {
            gateway.plug(1, thermometer);
            write(MasterConfig.document(
                    List.of(new MasterConfig(id, "JSON_IO_LINK", gateway.address(), 100, null, null, true))));
            await().atMost(LIMIT).until(() -> "V1.30".equals(report().getString("firmware")));
            awaitReadings();
            assertThat(said(device, "telemetry").get(0).getString("processDataIn")).matches("[0-9A-F]{6}");
            assertThat(command("read_parameter", new JsonObject().put("index", 71)).getJsonObject("result")
                    .getString("hex")).isEqualTo("01");
            assertThat(
                    command("write_parameter", new JsonObject().put("index", 71).put("hex", "02")).getString("status"))
                    .isEqualTo("ok");
            assertThat(thermometer.parameter(71, 0)).isEqualTo("02");
            assertThat(command("read_parameter", new JsonObject().put("index", 99)).getJsonObject("error")
                    .getString("code")).isEqualTo("0x8011");
            assertThat(command("write_output", new JsonObject().put("values", new JsonObject().put("switch", 7)))
                    .getString("status")).isEqualTo("ok");
            assertThat(thermometer.output()).isEqualTo("07");
            gateway.plug(1, null);
            await().atMost(LIMIT).until(() -> {
                List<JsonObject> states = said(device, "status");
                return "disconnected".equals(states.get(states.size() - 1).getString("state"));
            });
        }
    }

    @Test
    void theEventLogOfAGatewayIsToldFromNowOn() {
        try (StubGateway gateway = new StubGateway(4)) {
            gateway.plug(1, thermometer);
            gateway.event(1, 0x1800, "SINGLESHOT", "NOTICE");
            configure("JSON_IO_LINK", gateway.address());
            awaitReadings();
            await().atMost(LIMIT).pollInterval(Duration.ofSeconds(1)).until(() -> {
                gateway.event(1, 0x8CA0, "APPEARS", "ERROR");
                return !said(device, "events").isEmpty();
            });
            assertThat(said(device, "events")).allSatisfy(event -> {
                assertThat(event.getInteger("code")).isEqualTo(0x8CA0);
                assertThat(event.getString("mode")).isEqualTo("appears");
                assertThat(event.getString("type")).isEqualTo("error");
            });
        }
    }

    @Test
    void processDataThatIsNotValidIsCountedAndNotTold() {
        awaitReadings();
        master.invalid(1, true);
        await().atMost(LIMIT).until(() -> report().getJsonArray("ports", new JsonArray()).stream()
                .anyMatch(port -> ((JsonObject) port).getInteger("invalid", 0) > 1));
        assertThat(report().getString("state")).isEqualTo("connected");
        assertThat(report().getJsonArray("ports").getJsonObject(0).getString("device_id")).isEqualTo(device);
        int before = said(device, "telemetry").size();
        master.invalid(1, false);
        await().atMost(LIMIT).until(() -> said(device, "telemetry").size() > before);
        assertThat(redis.deadLetters(device)).isEmpty();
    }

    @Test
    void aPortThatDoesNotAnswerAndKeepsItsDeviceGoesOnAsThatDevice() {
        awaitReadings();
        master.mute(1, true);
        await().atMost(LIMIT).until(() -> {
            List<JsonObject> states = said(device, "status");
            return "disconnected".equals(states.get(states.size() - 1).getString("state"));
        });
        int before = said(device, "telemetry").size();
        master.mute(1, false);
        await().atMost(LIMIT).until(() -> said(device, "telemetry").size() > before);
        assertThat(said(device, "events")).extracting(event -> event.getInteger("code")).containsExactly(0xFF22,
                0xFF21);
        assertThat(said(device, "register")).extracting(one -> one.getJsonObject("iolink").getString("serial"))
                .containsOnly("A1");
    }

    @Test
    void twoMastersWithOneSerialNumberAreTwo() {
        try (StubMaster twin = new StubMaster("4711", 4)) {
            StubDevice same = new StubDevice(310, 1012, "TV7105", "A1", reading -> "012C01", null);
            twin.plug(1, same);
            String other = "t" + id.substring(1);
            write(MasterConfig.document(List.of(
                    new MasterConfig(id, "IFM_HTTP", master.address(), 100, null, null, true),
                    new MasterConfig(other, "IFM_HTTP", twin.address(), 100, null, null, true))));
            awaitReadings();
            String device2 = other + ":1:310-1012-A1";
            await().atMost(LIMIT).until(() -> !said(device2, "register").isEmpty());
            bind(device2);
            await().atMost(LIMIT).until(() -> !said(device2, "telemetry").isEmpty());
            assertThat(said(device2, "telemetry").get(0).getString("processDataIn")).isEqualTo("012C01");
            assertThat(said(device, "telemetry")).noneMatch(
                    reading -> "012C01".equals(reading.getString("processDataIn")));
        }
    }

    @Test
    void aMasterThatPublishesIsSubscribedToAndAgainAfterItsRestart() {
        configure("IFM_MQTT", master.address());
        await().atMost(LIMIT).until(() -> master.callback() != null);
        assertThat(master.callback()).isEqualTo("mqtt://broker.example:1883/masters/" + id);
        await().atMost(LIMIT).until(() -> !said(device, "register").isEmpty());
        bind(device);
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(200)).until(() -> {
            client.publish("masters/" + id, String.valueOf(master.notification()));
            return said(device, "telemetry").size() > 8;
        });
        assertThat(said(device, "telemetry").get(5).getString("processDataIn")).matches("[0-9A-F]{6}");
        assertThat(command("read_parameter", new JsonObject().put("index", 71)).getString("status")).isEqualTo("ok");
        master.forget();
        await().atMost(LIMIT).until(() -> master.callback() != null);
        write("[]");
        await().atMost(LIMIT).until(() -> master.subscriptions() == 0);
    }

    @Test
    void activeEventsAppearAndDisappear() {
        thermometer.with(37, "F48CA0000000");
        awaitReadings();
        await().atMost(LIMIT).until(() -> said(device, "events").size() == 1);
        JsonObject event = said(device, "events").get(0);
        assertThat(event.getInteger("code")).isEqualTo(0x8CA0);
        assertThat(event.getString("mode")).isEqualTo("appears");
        assertThat(event.getString("type")).isEqualTo("error");
        thermometer.with(37, "000000000000");
        await().atMost(LIMIT).until(() -> said(device, "events").size() == 2);
        assertThat(said(device, "events").get(1).getString("mode")).isEqualTo("disappears");
    }
}
