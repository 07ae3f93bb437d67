package io.greenstack.core.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Status, registration, and what we publish. */
class OtherPayloadsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");

    private final StatusReader statuses = new StatusReader(Clock.fixed(NOW, ZoneOffset.UTC));
    private final RegistrationReader registrations = new RegistrationReader();

    private StatusMessage status(String payload) {
        return statuses.read(payload.replace('\'', '"').getBytes(UTF_8));
    }

    private RegistrationMessage registration(String payload) {
        return registrations.read(payload.replace('\'', '"').getBytes(UTF_8));
    }

    @Test
    void statuses() {
        assertThat(status("{'state':'connected'}"))
                .isEqualTo(new StatusMessage(ConnectionState.CONNECTED, new Timestamp(NOW, false), null));
        assertThat(status("{'since':{'x':[1]},'state':'Disconnected','timestamp':1795428000}"))
                .isEqualTo(new StatusMessage(ConnectionState.DISCONNECTED,
                        new Timestamp(Instant.ofEpochSecond(1795428000), true), null));
        assertThat(status("{'state':'connected','session':7}").session()).isEqualTo("7");
        assertThat(status("{'state':'connected','session':null}").session()).isNull();
        assertThat(ConnectionState.DISCONNECTED.token()).isEqualTo("disconnected");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'' | empty-payload", "connected | not-json", "\"connected\" | unknown-shape",
            "{} | unknown-shape", "{'state':'asleep'} | unknown-state", "{'state':1} | bad-member",
            "{'state':null} | bad-member", "{'state':'connected','state':'connected'} | duplicate-member",
            "{'state':'connected','timestamp':5} | bad-timestamp"})
    void refusedStatuses(String payload, String reason) {
        assertThat(catchThrowableOfType(PayloadException.class, () -> status(payload)).reason()).isEqualTo(reason);
    }

    @Test
    void registrations() {
        RegistrationMessage message = registration(
                "{'name':' Press 7 ','iolink':{'vendor_id':310,'device_id':'0x0002DD',"
                        + "'revision':'1.1','product_id':'PN7094','serial':12345,'more':{}},'eds':{'vendor_code':'00042',"
                        + "'product_code':7,'revision':2.10},'firmware':'1.0','port':3,'spare':true,'nested':{'a':[1]},'n':null}");
        assertThat(message.name()).isEqualTo("Press 7");
        assertThat(message.ioLink()).isEqualTo(new IoLinkIdentity(310, 0x2DD, "1.1", "PN7094", "12345"));
        assertThat(message.eds()).isEqualTo(new EdsIdentity(42, 7, "2.10"));
        assertThat(message.attributes()).containsExactly(Map.entry("firmware", "1.0"), Map.entry("port", 3.0),
                Map.entry("spare", true));
    }

    @Test
    void registrationsWithLittle() {
        assertThat(registration("{}")).isEqualTo(new RegistrationMessage(null, null, null, Map.of()));
        assertThat(registration("{'name':null,'iolink':{},'eds':{'revision':null}}"))
                .isEqualTo(new RegistrationMessage(null, new IoLinkIdentity(null, null, null, null, null),
                        new EdsIdentity(null, null, null), Map.of()));
        assertThat(registration("{'ioLink':{'vendorId':1,'deviceId':2,'productId':'p','serialNumber':'s',"
                + "'ioLinkRevision':'1.1'}}").ioLink()).isEqualTo(new IoLinkIdentity(1, 2, "1.1", "p", "s"));
        StringBuilder many = new StringBuilder("{'a':0");
        for (int i = 0; i < 200; i++) {
            many.append(",'a").append(i).append("':").append(i);
        }
        assertThat(registration(many + "}").attributes()).hasSize(RegistrationReader.MAX_ATTRIBUTES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'' | empty-payload", "[] | unknown-shape", "x | not-json",
            "{'name':5,'name':6} | duplicate-member", "{'name':{}} | bad-member", "{'a':1,'a':2} | duplicate-member",
            "{'iolink':{},'iolink':{}} | duplicate-member", "{'iolink':{'vendor_id':65536}} | bad-registration",
            "{'iolink':{'vendor_id':-1}} | bad-registration", "{'iolink':{'vendor_id':1.5}} | bad-registration",
            "{'iolink':{'vendor_id':'acme'}} | bad-registration",
            "{'iolink':{'device_id':16777216}} | bad-registration",
            "{'iolink':{'vendor_id':true}} | bad-member", "{'iolink':{'vendor_id':99999999999999}} | bad-registration",
            "{'eds':{'product_code':'0x10000'}} | bad-registration", "{'a':NaN} | non-finite-value",
            "{'name':'a\\u0000'} | bad-registration"})
    void refusedRegistrations(String payload, String reason) {
        assertThat(catchThrowableOfType(PayloadException.class, () -> registration(payload)).reason())
                .isEqualTo(reason);
    }

    @Test
    void readings() {
        Map<String, Reading.Value> values = new LinkedHashMap<>();
        values.put("temperature", new Reading.Value("Temperature", 67.3, "°C", null, null));
        values.put("count", new Reading.Value("Count", 12.0, null, null, null));
        values.put("on", new Reading.Value("On", true, null, "Open \"wide\"", null));
        values.put("distance", new Reading.Value("Distance", null, "mm", "No data", "no_data"));
        values.put("tag", new Reading.Value("Tag", new byte[]{(byte) 0xDE, 1}, null, null, null));
        values.put("span", new Reading.Value("Span", Duration.ofMillis(-1500), "s", null, null));
        Reading reading = new Reading(new DeviceId("d1"), NOW, NOW.plusMillis(5), "00-ab-cd-01",
                new Reading.Raw("in", "02A1"), values);
        String time = "\"timestamp\":\"2026-11-23T10:15:30Z\"";
        assertThat(ReadingWriter.write(reading)).isEqualTo("{\"device_id\":\"d1\"," + time
                + ",\"received_at\":\"2026-11-23T10:15:30.005Z\",\"traceparent\":\"00-ab-cd-01\","
                + "\"raw\":{\"direction\":\"in\",\"hex\":\"02A1\"},\"values\":{"
                + "\"temperature\":{\"name\":\"Temperature\",\"value\":67.3,\"unit\":\"°C\"," + time + "},"
                + "\"count\":{\"name\":\"Count\",\"value\":12," + time + "},"
                + "\"on\":{\"name\":\"On\",\"value\":true,\"label\":\"Open \\\"wide\\\"\"," + time + "},"
                + "\"distance\":{\"name\":\"Distance\",\"unit\":\"mm\",\"label\":\"No data\",\"status\":\"no_data\","
                + time + "},\"tag\":{\"name\":\"Tag\",\"value\":\"DE01\"," + time + "},"
                + "\"span\":{\"name\":\"Span\",\"value\":-1.5,\"unit\":\"s\"," + time + "}}}");
        assertThat(ReadingWriter.write(new Reading(new DeviceId("d1"), NOW, NOW, null, null, Map.of())))
                .doesNotContain("raw", "traceparent").endsWith("\"values\":{}}");
    }
}
