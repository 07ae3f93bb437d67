package io.greenstack.bridge.dialect.ifm;

import static io.greenstack.bridge.dialect.Said.lines;
import static io.greenstack.bridge.dialect.Said.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.greenstack.bridge.dialect.Said;
import io.greenstack.bridge.dialect.Translation;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.Unused;

class IfmDialectTest {

    private static final String AT = "\"timestamp\":\"2026-03-04T05:06:07.123456Z\"}";

    private final IfmDialect dialect = new IfmDialect(List.of("ifm/#"), Said.MESSAGES);

    @Test
    void aRecordedNotificationBecomesProcessDataOfEachPort() throws IOException {
        byte[] recorded = Files.readAllBytes(Said.recorded("ifm-AL1350-comms-guide-line298.json"));

        List<String> lines = lines(dialect.translate(message("ifm/line1", recorded)));

        assertThat(lines).contains("devices/00-02-01-AA-26-64:1/telemetry {\"processDataIn\":\"00EB\"," + AT,
                "devices/00-02-01-AA-26-64:2/telemetry {\"processDataIn\":\"0A8C0001\"," + AT,
                "devices/00-02-01-AA-26-64:3/telemetry {\"processDataIn\":\"0164\"," + AT,
                "(retained) devices/00-02-01-AA-26-64:4/status {\"state\":\"disconnected\"," + AT,
                "devices/00-02-01-AA-26-64/telemetry {\"parameter\":\"voltage\",\"value\":24.1,\"unit\":\"V\"," + AT);
        assertThat(lines).noneMatch(line -> line.startsWith("devices/00-02-01-AA-26-64:4/telemetry"));
    }

    @Test
    void aRecordedAnswerWithoutASourceBelongsToItsTopic() throws IOException {
        byte[] recorded = Files.readAllBytes(Said.recorded("ifm-AL1350-http-line245.json"));

        assertThat(lines(dialect.translate(message("ifm/press", recorded)))).containsExactly(
                "(retained) devices/press:1/status {\"state\":\"connected\"," + AT,
                "devices/press:1/telemetry {\"processDataIn\":\"01A4\"," + AT,
                "(retained) devices/press:2/status {\"state\":\"disconnected\"," + AT);
    }

    @ParameterizedTest
    @CsvSource({
            "00-02-01-AA-26-64/iolinkmaster/port[2]/iolinkdevice/pdin,00-02-01-AA-26-64/timer[1]/counter/datachanged",
            "00-02-01-AA-26-64/iolinkmaster/port[2]/iolinkdevice/pdin,timer[1]/counter/datachanged",
            "00-02-01-AA-26-64/iolinkmaster/port[2]/iolinkdevice/pdin,",
            "/iolinkmaster/port[2]/iolinkdevice/pdin,00-02-01-AA-26-64/timer[1]/counter/datachanged"})
    void theNameOfTheMasterMayStandInFrontOfKeys(String key, String source) {
        String payload = "{\"data\":{\"srcurl\":\"" + (source == null ? "" : source) + "\",\"payload\":{\"" + key
                + "\":{\"code\":200,\"data\":\"0102\"}}}}";

        assertThat(lines(dialect.translate(message("ifm/m", payload)))).contains(
                "devices/00-02-01-AA-26-64:2/telemetry {\"processDataIn\":\"0102\"," + AT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0G", "012"})
    void octetsOfOnePortCostNoOther(String bad) {
        Translation said = dialect.translate(message("ifm/m", """
                {"data":{"payload":{"iolinkmaster/port[1]/iolinkdevice/pdin":{"code":200,"data":"%s"},
                 "iolinkmaster/port[2]/iolinkdevice/pdin":{"code":200,"data":"01"}}}}""".formatted(bad)));

        assertThat(lines(said)).contains("devices/m:2/telemetry {\"processDataIn\":\"01\"," + AT)
                .anyMatch(line -> line.contains("m:1/status"))
                .noneMatch(line -> line.contains("m:1/telemetry"));
        assertThat(said.rejection().reason()).isEqualTo("bad-octets");
        assertThat(said.rejection()).hasMessageContaining("pdin of port 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "0G | 03 | {'processDataOut':'03', | pdin of port 2",
            "0102 | 3 | {'processDataIn':'0102', | pdout of port 2"})
    void aBadDirectionCostsNotTheOther(String in, String out, String kept, String fault) {
        Translation said = dialect.translate(message("ifm/m", """
                {"data":{"iolinkmaster/port[2]/iolinkdevice/pdin":{"code":200,"data":"%s"},
                 "iolinkmaster/port[2]/iolinkdevice/pdout":{"code":200,"data":"%s"}}}""".formatted(in, out)));

        assertThat(lines(said)).contains("devices/m:2/telemetry " + kept.replace('\'', '"') + AT);
        assertThat(said.rejection()).hasMessage(fault + " is no hexadecimal text of whole octets");
    }

    @Test
    void aPointThatStandsTwiceCostsOnlyItself() {
        Translation said = dialect.translate(message("ifm/m", """
                {"cid":1,"cid":2,"data":{"iolinkmaster/port[1]/iolinkdevice/pdin":{"code":200,"data":"01"},
                 "iolinkmaster/port[2]/iolinkdevice/pdin":{"code":200,"data":"02"},
                 "iolinkmaster/port[1]/iolinkdevice/pdin":{"code":200,"data":"03"}}}"""));

        assertThat(lines(said)).contains("devices/m:2/telemetry {\"processDataIn\":\"02\"," + AT)
                .noneMatch(line -> line.contains("m:1/"));
        assertThat(said.rejection().reason()).isEqualTo("duplicate-member");
        assertThat(said.rejection())
                .hasMessage("'data.iolinkmaster/port[1]/iolinkdevice/pdin' stands twice; 'cid' stands twice");
    }

    @Test
    void pointsThatTheMasterCouldNotReadLeaveATrace() {
        Translation said = dialect.translate(message("ifm/m", """
                {"data":{"payload":{"iolinkmaster/port[1]/iolinkdevice/pdin":{"code":200,"data":"01"},
                 "iolinkmaster/port[1]/iolinkdevice/pdout":{"code":503},
                 "iolinkmaster/port[1]/iolinkdevice/vendorid":{"code":530},
                 "processdatamaster/temperature":{"code":500},
                 "processdatamaster/supervisionstatus":{"code":200,"data":"ok"}}}}"""));

        assertThat(lines(said)).contains("devices/m:1/telemetry {\"processDataIn\":\"01\"," + AT);
        assertThat(said.unused()).extracting(Unused::kind).containsExactly("data point with a code other than 200",
                "data point with a code other than 200", "data point with a code other than 200",
                "value of the master that is no number");
        assertThat(said.rejection()).isNull();
    }

    @Test
    void aPortWithoutIdsNeedsNoDescription() {
        assertThat(lines(dialect.translate(message("ifm/m", """
                {"data":{"iolinkmaster/port[1]/iolinkdevice/vendorid":{"code":200,"data":0},
                         "iolinkmaster/port[1]/iolinkdevice/deviceid":{"code":200,"data":0}}}"""))))
                .containsExactly("devices/m:1/register {\"port_mode\":\"digital\"}");
    }

    @Test
    void theLevelOfADigitalOutputIsTaken() {
        Translation said = dialect.translate(message("ifm/m", """
                {"data":{"iolinkmaster/port[1]/mode":{"code":200,"data":2},
                         "iolinkmaster/port[1]/iolinkdevice/pdin":{"code":200,"data":"00"},
                         "iolinkmaster/port[1]/iolinkdevice/pdout":{"code":200,"data":"01"}}}"""));

        assertThat(lines(said)).contains("devices/m:1/telemetry {\"output\":true," + AT);
        assertThat(said.unused()).extracting(Unused::example).containsExactly("input of port 1");
    }

    @Test
    void whatHasNoPlaceLeavesATrace() {
        Translation said = dialect.translate(message("ifm/m", """
                {"data":{"payload":{"iolinkmaster/port[1]/iolinkdevice/pdin":{"code":200,"data":"01"},
                 "iolinkmaster/port[1]/comspeed":{"code":200,"data":2},
                 "iolinkmaster/port[1]/portevent":{"code":200,"data":"1"},
                 "M/iolinkmaster/port[2]/iolinkdevice/iolinkevent":{"code":200,"data":"2"},
                 "deviceinfo/vendor":{"code":200,"data":"ifm"}}}}"""));

        assertThat(lines(said)).anyMatch(line -> line.contains(":1/telemetry"));
        assertThat(said.unused()).extracting(Unused::example).containsExactly("iolinkmaster/port[1]/comspeed",
                "deviceinfo/vendor");
        assertThat(said.rejection()).hasMessageContaining("2 event(s)").hasMessageContaining("port[1]/portevent");
    }

    @Test
    void theStateIsToldWhenItChanges() {
        String there = "{\"data\":{\"iolinkmaster/port[1]/iolinkdevice/pdin\":{\"code\":200,\"data\":\"01\"}}}";
        String gone = "{\"data\":{\"iolinkmaster/port[1]/iolinkdevice/pdin\":{\"code\":503}}}";

        assertThat(lines(dialect.translate(message("ifm/m", there)))).hasSize(2);
        assertThat(lines(dialect.translate(message("ifm/m", there)))).hasSize(1);
        assertThat(lines(dialect.translate(message("ifm/m", gone)))).singleElement().asString()
                .contains("disconnected");
        assertThat(lines(dialect.translate(message("ifm/m", gone)))).isEmpty();
    }

    @Test
    void outputsTravelWithInputsAndIdentityRegisters() {
        assertThat(lines(dialect.translate(message("ifm/m", """
                {"code":"event","data":{"srcurl":"M1/timer[1]/counter/datachanged","payload":{
                 "/iolinkmaster/port[2]/iolinkdevice/pdin":{"code":200,"data":"0102"},
                 "/iolinkmaster/port[2]/iolinkdevice/pdout":{"code":200,"data":"03"},
                 "/iolinkmaster/port[2]/iolinkdevice/vendorid":{"code":200,"data":310},
                 "/iolinkmaster/port[2]/iolinkdevice/deviceid":{"code":200,"data":733},
                 "/iolinkmaster/port[2]/iolinkdevice/productname":{"code":200,"data":"TV7105"},
                 "/iolinkmaster/port[2]/iolinkdevice/serial":{"code":200,"data":"S1"}}}}""")))).containsExactly(
                "(retained) devices/M1:2/status {\"state\":\"connected\"," + AT,
                "devices/M1:2/register {\"name\":\"TV7105\",\"iolink\":{\"vendor_id\":310,\"device_id\":733,\"serial\":\"S1\"}}",
                "devices/M1:2/telemetry {\"processDataIn\":\"0102\",\"processDataOut\":\"03\"," + AT);
    }

    @Test
    void aPortInDigitalModeHasALevel() {
        assertThat(lines(dialect.translate(message("ifm/m", """
                {"data":{"iolinkmaster/port[1]/mode":{"code":200,"data":1},
                         "iolinkmaster/port[1]/iolinkdevice/pdin":{"code":200,"data":"01"}}}"""))))
                .contains("devices/m:1/telemetry {\"input\":true," + AT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"x|not-json", "{\"data\":3}|unknown-shape"})
    void saysWhyItCannotUnderstand(String payload, String reason) {
        assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> dialect.translate(message("ifm/m", payload)))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
