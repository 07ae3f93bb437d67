package io.greenstack.bridge.dialect.iolink;

import static io.greenstack.bridge.dialect.Said.lines;
import static io.greenstack.bridge.dialect.Said.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.greenstack.bridge.dialect.Said;
import io.greenstack.bridge.dialect.Translation;
import io.greenstack.core.message.PayloadException;

class IoLinkDialectTest {

    private final IoLinkDialect dialect = new IoLinkDialect("gw1", false, Said.MESSAGES);

    @Test
    void identificationRegistersTheDevice() {
        assertThat(lines(dialect.translate(message("gw1/devices/temp1/identification", """
                {"vendorId":310,"deviceId":733,"ioLinkRevision":"1.1","productName":"TV7105","productId":"TV7105",
                 "serialNumber":"S-1","firmwareRevision":"1.2","locationTag":"hall 3","vendorText":"left out"}"""))))
                .containsExactly("devices/temp1/register {\"name\":\"TV7105\",\"iolink\":{\"vendor_id\":310,"
                        + "\"device_id\":733,\"revision\":\"1.1\",\"product_id\":\"TV7105\",\"serial\":\"S-1\"},"
                        + "\"firmware_revision\":\"1.2\",\"location_tag\":\"hall 3\"}");
    }

    @Test
    void eventsOfADeviceBecomeEvents() {
        assertThat(lines(dialect.translate(message("gw1/devices/temp1/events",
                """
                        [{"time":"2026-03-04T05:00:00.5Z","severity":"WARNING","origin":{"masterNumber":1,"portNumber":2,
                          "deviceAlias":"temp1"},"message":{"code":16912,"mode":"APPEARS","text":"hot"}},
                         {"time":"P0Y0M0DT1H0M0S","severity":"NOTICE","origin":{},"message":{"code":1,"mode":"SINGLESHOT"}}]"""))))
                .containsExactly("devices/temp1/events [{\"code\":16912,\"mode\":\"appears\",\"type\":\"warning\","
                        + "\"timestamp\":\"2026-03-04T05:00:00.500Z\"},{\"code\":1,\"mode\":\"singleshot\","
                        + "\"type\":\"notification\",\"timestamp\":\"2026-03-04T05:06:07.123456Z\"}]");
    }

    @Test
    void eventsOfTheGatewayGoToTheDevicesTheyName() {
        assertThat(lines(dialect.translate(message("gw1/gateway/events", """
                [{"severity":"ERROR","origin":{"master":1,"port":3,"deviceAlias":"b"},"message":{"code":2}},
                 {"severity":"INFO","origin":{"gateway":"gw1"},"message":{"text":"login"}}]"""))))
                .singleElement().asString()
                .startsWith("devices/b/events [{\"code\":2,\"mode\":\"singleshot\",\"type\":\"error\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'message':{'text':'no code'}}", "{'message':{'code':70000}}",
            "{'message':{'code':1,'mode':'X'}}", "5"})
    void aBadEventOfAListCostsOnlyItself(String bad) {
        Translation said = dialect.translate(message("gw1/devices/a/events",
                ("[{'message':{'code':1}}," + bad + ",{'message':{'code':3}}]").replace('\'', '"')));

        assertThat(lines(said)).singleElement().asString().contains("\"code\":1,", "\"code\":3,");
        assertThat(said.rejection()).hasMessageStartingWith("event 2: message.");
    }

    @Test
    void aMemberThatStandsTwiceCostsOnlyItself() {
        Translation said = dialect.translate(message("gw1/devices/a/identification",
                "{\"vendorId\":1,\"deviceId\":2,\"locationTag\":\"x\",\"locationTag\":\"y\",\"functionTag\":\"f\"}"));

        assertThat(lines(said)).containsExactly("devices/a/register {\"iolink\":{\"vendor_id\":1,\"device_id\":2},"
                + "\"function_tag\":\"f\"}");
        assertThat(said.rejection()).hasMessage("'locationTag' stands twice");
        assertThatExceptionOfType(PayloadException.class)
                .isThrownBy(() -> dialect.translate(message("gw1/devices/a/identification",
                        "{\"vendorId\":1,\"vendorId\":1,\"deviceId\":2}")))
                .satisfies(e -> assertThat(e.reason()).isEqualTo("duplicate-member"));
    }

    @Test
    void manyEventsTravelInSeveralMessages() {
        String list = "[" + "{\"message\":{\"code\":1}},".repeat(450) + "{\"message\":{\"code\":2}}]";

        assertThat(lines(dialect.translate(message("gw1/devices/a/events", list)))).hasSize(3);
    }

    @Test
    void eventsOfAPortGoToItsDevice() {
        dialect.translate(message("gw1/devices/temp1/events",
                "{\"origin\":{\"masterNumber\":1,\"portNumber\":2,\"deviceAlias\":\"temp1\"},\"message\":{\"code\":1}}"));

        assertThat(lines(dialect.translate(message("gw1/gateway/events",
                "[{\"origin\":{\"masterNumber\":1,\"portNumber\":2},\"message\":{\"code\":5}},"
                        + "{\"origin\":{\"masterNumber\":1,\"portNumber\":3},\"message\":{\"code\":6}}]"))))
                .anyMatch(line -> line.startsWith("devices/temp1/events [{\"code\":5"))
                .anyMatch(line -> line.startsWith("devices/master1port3/events [{\"code\":6"));
    }

    @ParameterizedTest
    @CsvSource({"DEVICE_ONLINE,connected", "COMMUNICATION_LOST,disconnected", "DEACTIVATED,disconnected"})
    void portStatusTellsWhetherTheDeviceIsThere(String info, String state) {
        assertThat(
                lines(dialect.translate(message("gw1/masters/1/ports/2/status", "{\"statusInfo\":\"" + info + "\"}"))))
                .containsExactly("(retained) devices/master1port2/status {\"state\":\"" + state
                        + "\",\"timestamp\":\"2026-03-04T05:06:07.123456Z\"}");
    }

    @Test
    void aPortGetsTheAliasThatAnEventHasTold() {
        dialect.translate(message("gw1/devices/temp1/events",
                "{\"origin\":{\"masterNumber\":1,\"portNumber\":2,\"deviceAlias\":\"temp1\"},\"message\":{\"code\":1}}"));

        assertThat(
                lines(dialect.translate(message("gw1/masters/1/ports/2/status", "{\"statusInfo\":\"DEVICE_ONLINE\"}"))))
                .singleElement().asString().startsWith("(retained) devices/temp1/status");
    }

    @Test
    void statesInBetweenAndClearedTopicsSayNothing() {
        assertThat(lines(
                dialect.translate(message("gw1/masters/1/ports/2/status", "{\"statusInfo\":\"DEVICE_STARTING\"}"))))
                .isEmpty();
        assertThat(lines(dialect.translate(message("gw1/devices/temp1/identification", "")))).isEmpty();
    }

    @Test
    void theOriginatorCanBePartOfTheId() {
        IoLinkDialect all = new IoLinkDialect("+", true, Said.MESSAGES);

        assertThat(lines(all.translate(message("gw2/devices/t/identification", "{\"vendorId\":1,\"deviceId\":2}"))))
                .singleElement().asString().startsWith("devices/gw2:t/register");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gw1/devices/a/events", "gw1/devices/a/identification", "gw1/gateway/events",
            "gw1/masters/1/ports/2/status"})
    void knowsItsTopics(String topic) {
        assertThat(dialect.matches(topic)).isTrue();
        assertThat(dialect.matches("x" + topic)).isFalse();
        assertThat(dialect.matches(topic + "/more")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"gw1/devices/a/identification|{\"vendorId\":1}|bad-registration",
            "gw1/devices/a/identification|[1|not-json", "gw1/devices/a/events|{\"message\":{}}|bad-member",
            "gw1/devices/a/events|{\"message\":{\"code\":70000}}|bad-member",
            "gw1/devices/a/events|{\"message\":{\"code\":1,\"mode\":\"X\"}}|bad-member",
            "gw1/devices/a%20b/identification|{\"vendorId\":1,\"deviceId\":1}|bad-device-id",
            "gw1/masters/1/ports/1/status|{}|unknown-shape"})
    void saysWhyItCannotUnderstand(String topic, String payload, String reason) {
        assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> dialect.translate(message(topic, payload)))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
