package io.greenstack.core.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.greenstack.core.message.RegistrationReader.RegistrationMessage;
import io.greenstack.core.message.StatusMessage.ConnectionState;

/** Status, registration, and what we publish. */
class OtherPayloadsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");

    private final StatusReader statuses = new StatusReader(ClockRule.DEFAULT);
    private final RegistrationReader registrations = new RegistrationReader();

    private StatusMessage status(String payload) {
        return statuses.read(payload.replace('\'', '"').getBytes(UTF_8), NOW);
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
                        new Timestamp(Instant.ofEpochSecond(1795428000), true), null,
                        new LeftOut(List.of(), List.of(new Unused("member of a status", "since")))));
        assertThat(status("{'state':'connected','ts':1795428000}").timestamp())
                .isEqualTo(new Timestamp(Instant.ofEpochSecond(1795428000), true));
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
        String payload = "{'name':' Press 7 ','iolink':{'vendor_id':310,'device_id':'0x0002DD','revision':'1.1',"
                + "'product_id':'PN7094','serial':12345,'more':{}},'eds':{'vendor_code':'00042','product_code':7,"
                + "'revision':2.10},'firmware':'1.0','port':3,'n':null,'nested':{'a':[1.50,{'b':true}]},'device_id':'x'}";
        assertThat(registration(payload)).isEqualTo(new RegistrationMessage("Press 7",
                Map.of("iolink", Map.of("vendor_id", 310L, "device_id", 0x2DDL, "revision", "1.1", "product_id",
                        "PN7094", "serial", "12345"),
                        "eds", Map.of("vendor_code", 42L, "product_code", 7L, "revision", "2.10"))));
        assertThat(canonical(payload)).isEqualTo("{'device_id':'d1','name':'Press 7','iolink':{'vendor_id':310,"
                + "'device_id':733,'revision':'1.1','product_id':'PN7094','serial':'12345','more':{}},"
                + "'eds':{'vendor_code':42,'product_code':7,'revision':'2.10'},'firmware':'1.0','port':3,'n':null,"
                + "'nested':{'a':[1.50,{'b':true}]}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ioLink", "iolink", "io_link", "IOLink"})
    void registrationsInTheSpellingOfTheCommunity(String member) {
        assertThat(canonical("{'" + member + "':{'vendorId':26,'deviceId':8389226,'iolinkRevision':'1.1',"
                + "'productId':'SLG-2','serialNumber':'S1','hardwareRevision':'3'}}"))
                .isEqualTo("{'device_id':'d1','iolink':{'vendor_id':26,'device_id':8389226,'revision':'1.1',"
                        + "'product_id':'SLG-2','serial':'S1','hardwareRevision':'3'}}");
        assertThat(canonical("{'eds':{'vendorCode':1,'productCode':'0x2','serialNumber':7}}"))
                .isEqualTo("{'device_id':'d1','eds':{'vendor_code':1,'product_code':2,'serial':'7'}}");
    }

    private String canonical(String payload) {
        return new String(registrations.canonical(new DeviceId("d1"), payload.replace('\'', '"').getBytes(UTF_8)),
                UTF_8)
                .replace('"', '\'');
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'iolink':{'vendor_id':0,'device_id':0,'serial':'x'}}",
            "{'ioLink':{'deviceId':'0x000000','vendorId':'0'}}", "{'eds':{'vendor_code':0,'product_code':0}}"})
    void idsThatAreAllZeroAreNoIdentity(String payload) {
        assertThat(registration(payload)).isEqualTo(new RegistrationMessage(null, Map.of()));
    }

    @Test
    void oneIdMayBeZero() {
        assertThat(registration("{'iolink':{'vendor_id':310,'device_id':0}}").identities()).containsKey("iolink");
        assertThat(registration("{'iolink':{'vendor_id':0}}").identities()).containsKey("iolink");
    }

    @Test
    void registrationsWithLittle() {
        assertThat(registration("{}")).isEqualTo(new RegistrationMessage(null, Map.of()));
        assertThat(registration("{'name':null,'iolink':{},'eds':{'revision':null}}"))
                .isEqualTo(new RegistrationMessage(null, Map.of("iolink", Map.of(), "eds", Map.of())));
        StringBuilder many = new StringBuilder("{'device_id':'d1','a':0");
        for (int i = 0; i < 200; i++) {
            many.append(",'a").append(i).append("':").append(i);
        }
        assertThat(canonical(many + "}")).isEqualTo(many + "}");
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
            "{'name':'a\\u0000'} | bad-registration", "{'x':'\\u0000'} | bad-registration",
            "{'x':[{'y\\u0000':1}]} | bad-registration", "{'x':{'y':'\\ud800'}} | bad-registration",
            "{'iolink':{'vendorId':1,'vendor_id':1}} | duplicate-member",
            "{'iolink':{},'ioLink':{}} | duplicate-member",
            "{'iolink':5} | bad-member"})
    void refusedRegistrations(String payload, String reason) {
        assertThat(catchThrowableOfType(PayloadException.class, () -> registration(payload)).reason())
                .isEqualTo(reason);
    }
}
