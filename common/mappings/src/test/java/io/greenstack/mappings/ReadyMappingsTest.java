package io.greenstack.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The rules that ship with the suite, on messages in the form that the makers document. */
class ReadyMappingsTest {

    @Test
    void thereAreADozenAndAllCompile() {
        assertThat(ReadyMappings.all()).hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy(mapping -> new CompiledMapping(mapping, MappingLimits.DEFAULT))
                .extracting(Mapping::name).doesNotHaveDuplicates();
    }

    @Test
    void shellyNotifiesWithComponentsAndItsOwnTime() {
        assertThat(MappedLines.by("shelly-gen2", "shellypro4pm-f008d1d8b8b8/events/rpc",
                """
                        {"src":"shellypro4pm-f008d1d8b8b8","dst":"shellypro4pm-f008d1d8b8b8/events","method":"NotifyStatus",
                         "params":{"ts":1772600000.5,"switch:0":{"id":0,"apower":12.3,"output":true,"temperature":{"tC":41.2,"tF":106.1}}}}"""))
                .containsExactly(
                        "shellypro4pm-f008d1d8b8b8 registration {name=shellypro4pm-f008d1d8b8b8, source=shelly}",
                        "shellypro4pm-f008d1d8b8b8 switch:0.id=0.0 @2026-03-04T04:53:20.500Z",
                        "shellypro4pm-f008d1d8b8b8 switch:0.apower=12.3 @2026-03-04T04:53:20.500Z",
                        "shellypro4pm-f008d1d8b8b8 switch:0.output=true @2026-03-04T04:53:20.500Z",
                        "shellypro4pm-f008d1d8b8b8 switch:0.temperature.tC=41.2 @2026-03-04T04:53:20.500Z",
                        "shellypro4pm-f008d1d8b8b8 switch:0.temperature.tF=106.1 @2026-03-04T04:53:20.500Z");
    }

    @Test
    void shellyAnswersToOthersAreNotTaken() {
        assertThat(MappedLines.by("shelly-gen2", "x/events/rpc", "{\"src\":\"x\",\"id\":1,\"result\":{}}")).isEmpty();
    }

    @Test
    void shellyTellsWhetherItIsThere() {
        assertThat(MappedLines.by("shelly-gen2-online", "shellyplus1-a8032ab12345/online", "true"))
                .containsExactly("shellyplus1-a8032ab12345 connected");
        assertThat(MappedLines.by("shelly-gen2-online", "shellyplus1-a8032ab12345/online", "false"))
                .containsExactly("shellyplus1-a8032ab12345 disconnected");
    }

    @Test
    void olderShellysSendBareValuesAndNamesInTheTopic() {
        assertThat(MappedLines.by("shelly-gen1", "shellies/shelly1pm-68C63AFB6D2D/relay/0/power", "31.44"))
                .contains("shelly1pm-68C63AFB6D2D relay.0.power=31.44");
        assertThat(MappedLines.by("shelly-gen1", "shellies/shellydw2-A4CF12/sensor/state", "open"))
                .contains("shellydw2-A4CF12 sensor.state=open");
    }

    @Test
    void tasmotaNestsBySensor() {
        assertThat(MappedLines.by("tasmota", "tele/kitchen/SENSOR",
                """
                        {"Time":"2026-03-04T05:06:00","AM2301":{"Temperature":21.5,"Humidity":40.1},"ENERGY":{"TotalStartTime":"2020-01-01T00:00:00",
                         "Total":3.185,"Power":[12,7]},"TempUnit":"C"}"""))
                .containsExactly("kitchen registration {name=kitchen, source=tasmota}",
                        "kitchen AM2301.Temperature=21.5", "kitchen AM2301.Humidity=40.1", "kitchen ENERGY.Total=3.185",
                        "kitchen ENERGY.Power.0=12.0", "kitchen ENERGY.Power.1=7.0");
        assertThat(MappedLines.by("tasmota-lwt", "tele/kitchen/LWT", "Online")).containsExactly("kitchen connected");
    }

    @Test
    void zigbee2MqttHasNamesWithBlanksAndUnits() {
        assertThat(MappedLines.by("zigbee2mqtt", "zigbee2mqtt/Living room",
                """
                        {"temperature":21.3,"humidity":51,"linkquality":105,"contact":false,"color":{"x":0.4},"last_seen":"2026-03-04T06:06:00+01:00"}"""))
                .hasSize(6)
                .allMatch(line -> line.matches("Living-room-[0-9a-f]{8} .*"))
                .anyMatch(line -> line.endsWith("temperature=21.3 °C @2026-03-04T05:06:00Z"))
                .anyMatch(line -> line.endsWith("contact=false @2026-03-04T05:06:00Z"))
                .anyMatch(line -> line.endsWith("color.x=0.4 @2026-03-04T05:06:00Z"));
        assertThat(
                MappedLines.by("zigbee2mqtt-availability", "zigbee2mqtt/lamp/availability", "{\"state\":\"offline\"}"))
                .containsExactly("lamp disconnected");
    }

    @Test
    void kepwareListsTagsOfSeveralDevicesEachWithItsTime() {
        assertThat(MappedLines.by("kepware", "iotgateway",
                """
                        {"timestamp":1772600767000,"values":[
                         {"id":"Line1.Press.Temperature","v":42.5,"q":true,"t":1772600760000},
                         {"id":"Line1.Press.Oil.Level","v":7,"q":true,"t":1772600761000},
                         {"id":"Line1.Press.Broken","v":0,"q":false,"t":1772600761000},
                         {"id":"Line2.Saw.Speed","v":1500,"q":true,"t":1772600762000}]}"""))
                .containsExactly("Line1:Press Temperature=42.5 @2026-03-04T05:06:00Z",
                        "Line1:Press Oil.Level=7.0 @2026-03-04T05:06:01Z",
                        "Line2:Saw Speed=1500.0 @2026-03-04T05:06:02Z");
    }

    @Test
    void ice2PublishesOctetsOfAPort() {
        assertThat(MappedLines.by("ice2", "ice2-17/port/3/pdi", "[2,161,255,0]"))
                .containsExactly("ice2-17:3 in 02A1FF00");
        assertThat(MappedLines.by("ice2", "hall1/ice2-17/port/3/pdi", "{\"raw\":[2,161]}"))
                .containsExactly("hall1.ice2-17:3 in 02A1");
    }

    @Test
    void umhHasTheLocationInTheTopic() {
        assertThat(MappedLines.by("umh", "umh/v1/acme/cologne/packaging/line3/_historian/temperatures",
                "{\"timestamp_ms\":1772600760000,\"head\":23.4}"))
                .containsExactly("acme.cologne.packaging.line3 head=23.4 @2026-03-04T05:06:00Z");
        assertThat(MappedLines.by("umh", "umh/v1/acme/cologne/_historian/axis/x/position",
                "{\"timestamp_ms\":1772600760000,\"position\":{\"actual\":1,\"target\":2}}"))
                .containsExactly("acme.cologne axis.x.position.actual=1.0 @2026-03-04T05:06:00Z",
                        "acme.cologne axis.x.position.target=2.0 @2026-03-04T05:06:00Z");
    }

    @Test
    void thingsBoardGatewaysSendBatchesWithTimes() {
        assertThat(MappedLines.by("thingsboard-gateway", "v1/gateway/telemetry",
                """
                        {"Device A":[{"ts":1772600760000,"values":{"temperature":42,"humidity":80}},
                                     {"ts":1772600761000,"values":{"temperature":43}}],
                         "Device-B":[{"temperature":44}]}"""))
                .filteredOn(line -> !line.contains("registration"))
                .hasSize(4)
                .anyMatch(line -> line.matches("Device-A-[0-9a-f]{8} temperature=42.0 @2026-03-04T05:06:00Z"))
                .anyMatch(line -> line.matches("Device-A-[0-9a-f]{8} temperature=43.0 @2026-03-04T05:06:01Z"))
                .contains("Device-B temperature=44.0");
        assertThat(MappedLines.by("thingsboard-gateway-connect", "v1/gateway/connect",
                "{\"device\":\"B\",\"type\":\"press\"}"))
                .containsExactly("B registration {name=B, type=press}", "B connected");
        assertThat(MappedLines.by("thingsboard-gateway-connect", "v1/gateway/disconnect", "{\"device\":\"B\"}"))
                .containsExactly("B disconnected");
    }

    @Test
    void ruuviSendsAnAdvertisementThatIsDecoded() {
        assertThat(MappedLines.by("ruuvi", "ruuvi/C8:25:2D:8E:9C:2C/CB:B8:33:4C:88:4F",
                """
                        {"gw_mac":"C8:25:2D:8E:9C:2C","rssi":-79,"aoa":[],"gwts":"1772600761","ts":"1772600760",
                         "data":"0201061BFF99040512FC5394C37C0004FFFC040CAC364200CDCBB8334C884F","coords":""}"""))
                .contains("CB:B8:33:4C:88:4F temperature=24.3 °C @2026-03-04T05:06:00Z",
                        "CB:B8:33:4C:88:4F humidity=53.49 % @2026-03-04T05:06:00Z",
                        "CB:B8:33:4C:88:4F pressure=1000.44 hPa @2026-03-04T05:06:00Z",
                        "CB:B8:33:4C:88:4F acceleration_y=-0.004 g @2026-03-04T05:06:00Z",
                        "CB:B8:33:4C:88:4F battery=2.977 V @2026-03-04T05:06:00Z",
                        "CB:B8:33:4C:88:4F tx_power=4.0 dBm @2026-03-04T05:06:00Z",
                        "CB:B8:33:4C:88:4F movements=66.0 @2026-03-04T05:06:00Z",
                        "CB:B8:33:4C:88:4F sequence=205.0 @2026-03-04T05:06:00Z");
    }

    @Test
    void networksForLoRaWanSendWhatTheirCodecsMade() {
        assertThat(MappedLines.by("chirpstack", "application/17/device/0102030405060708/event/up",
                """
                        {"time":"2026-03-04T05:06:00.123+00:00","deviceInfo":{"deviceName":"well 3","devEui":"0102030405060708"},
                         "object":{"level":{"cm":132}}}"""))
                .containsExactly("0102030405060708 registration {name=well 3, source=chirpstack}",
                        "0102030405060708 level.cm=132.0 @2026-03-04T05:06:00.123Z");
        assertThat(MappedLines.by("the-things-stack", "v3/wells@ttn/devices/well-3/up",
                """
                        {"end_device_ids":{"device_id":"well-3"},"received_at":"2026-03-04T05:06:00.123456789Z",
                         "uplink_message":{"decoded_payload":{"level":1.32}}}"""))
                .contains("well-3 level=1.32 @2026-03-04T05:06:00.123456789Z");
    }

    @Test
    void telegrafSendsMetricsAndBatchesOfThem() {
        String metric = "{\"name\":\"cpu\",\"tags\":{\"host\":\"edge-1\"},\"fields\":{\"usage_user\":3.5},\"timestamp\":1772600760}";
        assertThat(MappedLines.by("telegraf", "telegraf/edge-1/cpu", metric))
                .containsExactly("edge-1 cpu.usage_user=3.5 @2026-03-04T05:06:00Z");
        assertThat(MappedLines.by("telegraf", "telegraf/batch", "{\"metrics\":[" + metric + "," + metric + "]}"))
                .hasSize(2);
    }
}
