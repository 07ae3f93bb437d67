package io.greenstack.bridge.master.ice2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.greenstack.bridge.master.PortEvent;
import io.greenstack.bridge.master.PortIdentity;
import io.greenstack.bridge.master.PortIdentity.Mode;
import io.greenstack.bridge.master.PortReading;
import io.greenstack.bridge.master.PortReading.State;

class Ice2MessagesTest {

    private static final PortIdentity DEVICE = new PortIdentity(Mode.IO_LINK, 310, 1012, "TV7105", "A1", 2_300L);

    private final Ice2Messages messages = new Ice2Messages("hall1/17");
    private final Map<Integer, Ice2Port> ports = new TreeMap<>();

    private boolean take(String below, String payload) {
        return messages.take("hall1/17/" + below, payload.replace('\'', '"').getBytes(StandardCharsets.UTF_8), ports);
    }

    private Ice2Port identified() {
        Ice2Port port = ports.computeIfAbsent(2, Ice2Port::new);
        port.identified(DEVICE, port.doubts(), 0);
        return port;
    }

    @Test
    void processDataIsTakenByItsOctets() {
        Ice2Port port = identified();
        assertThat(take("port/2/pdi", "{'port':2,'valid':1,'uint':393,'raw':[1,137]}")).isTrue();
        assertThat(port.news()).isEqualTo(new PortReading(2, State.VALID, "0189", null, null));
        take("port/2/pdo", "{'port':2,'valid':1,'raw':[252]}");
        assertThat(messages.confirms("2 FC")).isTrue();
        assertThat(port.news()).isEqualTo(new PortReading(2, State.VALID, "0189", "FC", null));
        take("port/2/pdi", "{'valid':false,'raw':[0,0]}");
        assertThat(messages.confirms("2 FC")).isFalse();
        assertThat(port.news().state()).isEqualTo(State.INVALID);
        assertThat(port.news()).isNull();
    }

    @Test
    void whatIsNoneOfItIsLeftAlone() {
        identified();
        for (String payload : List.of("", "no json", "[1]", "{}", "{'raw':'01'}", "{'raw':[256]}", "{'raw':[]}")) {
            assertThat(take("port/2/pdi", payload)).as(payload).isFalse();
        }
        assertThat(take("port/x/pdi", "{'raw':[1]}")).isFalse();
        assertThat(take("port/0/pdi", "{'raw':[1]}")).isFalse();
        assertThat(take("port/999/pdi", "{'raw':[1]}")).isFalse();
        assertThat(ports).containsOnlyKeys(2);
    }

    @Test
    void aDeviceThatMayBeAnotherIsAskedForBeforeItsOctetsAreTold() {
        Ice2Port port = identified();
        take("port/2/status", "{'status':'Operational','state':'Operate'}");
        assertThat(port.news()).isNull();
        take("port/2/deviceinfo", "{'serial':'B2'}");
        assertThat(port.news().state()).isEqualTo(State.ABSENT);
        assertThat(port.identity(0)).isNull();
        int asOf = port.doubts();
        take("port/2/pdi", "{'raw':[7]}");
        assertThat(port.news()).isNull();
        take("port/2/status", "{'state':'CommLost'}");
        port.identified(DEVICE, asOf, 0);
        assertThat(port.identity(0)).as("nothing was known that could be doubted").isEqualTo(DEVICE);
        assertThat(port.news()).isEqualTo(new PortReading(2, State.VALID, "07", null, null));
        take("port/2/status", "{'state':'CommLost'}");
        port.identified(DEVICE, asOf, 0);
        assertThat(port.identity(0)).isNull();
    }

    @Test
    void aDeviceThatComesIsNoticed() {
        Ice2Port port = ports.computeIfAbsent(2, Ice2Port::new);
        port.identified(Ice2Identities.NOTHING, port.doubts(), 0);
        take("port/2/pdi", "{'raw':[7]}");
        assertThat(port.news().state()).isEqualTo(State.VALID);
        assertThat(port.identity(0)).isNull();
        port.identified(DEVICE, port.doubts(), 0);
        assertThat(port.with(DEVICE, port.doubts()).in()).isEqualTo("07");
    }

    @Test
    void eventsOfTheDeviceAreToldAndThoseOfTheMasterNot() {
        List<PortEvent> events = new ArrayList<>();
        messages.events(events::add);
        take("port/2/event", "{'port':2,'instance':3,'mode':3,'type':2,'local':0,'code':36000}");
        take("port/2/event", "{'port':2,'instance':3,'mode':1,'type':1,'local':1,'code':36}");
        take("port/2/event", "{'mode':7,'type':1,'code':36}");
        assertThat(events).containsExactly(new PortEvent(2, 36000, "appears", "warning", null));
    }

    @Test
    void theMasterSaysWhatItIs() {
        assertThat(messages.portCount()).isZero();
        take("clientinfo", "{'manufacturer':'M','model':'ICE2','serial':'S','version':'1.5','numiolinkports':8}");
        assertThat(messages.portCount()).isEqualTo(8);
        assertThat(messages.identity(List.of(1)).product()).isEqualTo("ICE2");
    }
}
