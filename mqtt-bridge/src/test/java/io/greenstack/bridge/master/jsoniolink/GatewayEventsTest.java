package io.greenstack.bridge.master.jsoniolink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.greenstack.bridge.master.PortEvent;
import io.vertx.core.json.JsonArray;

class GatewayEventsTest {

    private static final String OLD = "{'time':'2026-11-30T12:00:00Z','severity':'WARNING','origin':{'portNumber':1},"
            + "'message':{'code':16912,'mode':'APPEARS'}}";
    private static final String NEW = "{'time':'2026-11-30T12:00:05Z','severity':'NOTICE','origin':{'portNumber':2},"
            + "'message':{'code':6144,'mode':'SINGLESHOT'}}";

    private final GatewayEvents log = new GatewayEvents();

    private List<PortEvent> take(String... entries) {
        return log.take(new JsonArray("[" + String.join(",", entries).replace('\'', '"') + "]"),
                origin -> origin.getInteger("portNumber"));
    }

    @Test
    void whatIsNewIsToldOnceAndHistoryIsNot() {
        assertThat(take(OLD)).isEmpty();
        assertThat(take(OLD, NEW)).containsExactly(
                new PortEvent(2, 6144, "singleshot", "notification", Instant.parse("2026-11-30T12:00:05Z")));
        assertThat(take(OLD, NEW)).isEmpty();
        assertThat(take(NEW, NEW)).hasSize(1);
    }

    @Test
    void whatIsOfNoDeviceOrOfAnotherShapeIsLeftAlone() {
        assertThat(take()).isEmpty();
        assertThat(take("1", "{}", "{'origin':{},'message':{'code':1,'mode':'APPEARS'}}",
                "{'origin':{'portNumber':1},'message':{'text':'restarted'}}",
                "{'origin':{'portNumber':1},'message':{'code':70000,'mode':'APPEARS'}}",
                "{'origin':{'portNumber':1},'message':{'code':1,'mode':'SOMETIMES'}}")).isEmpty();
        assertThat(take("{'origin':{'portNumber':1},'message':{'code':1,'mode':'APPEARS'}}"))
                .containsExactly(new PortEvent(1, 1, "appears", null, null));
    }
}
