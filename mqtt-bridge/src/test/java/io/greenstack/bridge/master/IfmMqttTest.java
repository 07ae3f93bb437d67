package io.greenstack.bridge.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.bridge.testing.ApiStub;
import io.greenstack.bridge.testing.Broker;
import io.greenstack.localstack.master.StubDevice;
import io.greenstack.localstack.master.StubMaster;
import io.greenstack.localstack.testing.MqttResource;
import io.greenstack.localstack.testing.MqttTestClient;
import io.greenstack.localstack.testing.RedisResource;
import io.greenstack.platform.master.MasterConfig;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** A stub of a master of ifm that publishes, tells events of its ports and has a command channel. */
@QuarkusTest
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(ApiStub.class)
class IfmMqttTest extends MasterBench {

    private static final int EVENTS_AND_TIMER = 2 * 4 + 1;

    @Inject
    AdapterFactory adapters;

    private final StubMaster master = new StubMaster("4711", 4);
    private MqttTestClient own;

    @BeforeEach
    void start() {
        own = Broker.connect();
        master.connect(own);
        master.plug(1, thermometer);
    }

    @AfterEach
    void stop() {
        master.close();
        own.close();
    }

    private JsonObject read() {
        return command("read_parameter", new JsonObject().put("index", 71));
    }

    private JsonObject set(String hex) {
        return command("write_parameter", new JsonObject().put("index", 71).put("hex", hex));
    }

    @Test
    void commandsGoByTheCommandChannelAndOverHttpWhenItIsSilent() {
        configure("IFM_MQTT", master.address());
        awaitReadings();
        await().atMost(LIMIT).until(() -> master.channelRequests() > 0);
        long before = master.channelRequests();
        assertThat(read().getJsonObject("result").getString("hex")).isEqualTo("01");
        assertThat(set("02").getString("status")).isEqualTo("ok");
        assertThat(thermometer.parameter(71, 0)).isEqualTo("02");
        assertThat(command("read_parameter", new JsonObject().put("index", 99)).getJsonObject("error")
                .getString("code")).isEqualTo("0x8011");
        assertThat(master.channelRequests()).isGreaterThanOrEqualTo(before + 3);

        master.channelSilent(true);
        assertThat(set("03").getJsonObject("error").getString("code")).isEqualTo("no-answer");
        assertThat(thermometer.parameter(71, 0)).isEqualTo("02");
        assertThat(read().getString("status")).isEqualTo("ok");
        assertThat(set("04").getString("status")).isEqualTo("ok");
    }

    @Test
    void whatIsSetUpIsNotWrittenAgainAndTakenBackAtTheEnd() {
        configure("IFM_MQTT", master.address());
        await().atMost(LIMIT).until(() -> master.channelRequests() > 0);
        assertThat(master.channelWrites()).isEqualTo(4);
        long before = master.channelRequests();
        write(MasterConfig.document(
                List.of(new MasterConfig(id, "IFM_MQTT", master.address(), 600, null, null, true))));
        await().atMost(LIMIT).until(() -> master.channelRequests() > before);
        assertThat(master.channelWrites()).isEqualTo(4);
        assertThat(master.subscriptions()).isEqualTo(EVENTS_AND_TIMER);
        write("[]");
        await().atMost(LIMIT).until(() -> master.subscriptions() == 0);
    }

    @Test
    void aChannelThatSomebodyElseUsesIsLeftAlone() {
        master.occupyChannel("plc/commands");
        configure("IFM_MQTT", master.address());
        awaitReadings();
        assertThat(set("02").getString("status")).isEqualTo("ok");
        assertThat(master.channelWrites()).isZero();
        assertThat(master.channelRequests()).isZero();
    }

    @Test
    void eventsOfPortsAreHeard() {
        MasterAdapter adapter = adapters.adapter(
                new MasterConfig(id, "IFM_MQTT", master.address(), 100, null, null, true));
        try {
            Queue<Integer> stirred = new ConcurrentLinkedQueue<>();
            adapter.tellStirs(stirred::add);
            Future<List<PortReading>> first = adapter.identify()
                    .compose(identity -> adapter.read(identity.ports(), false));
            await().atMost(LIMIT).until(first::isComplete);
            assertThat(first.result().get(0).identity()).isNull();
            await().atMost(LIMIT).until(() -> master.subscriptions() == EVENTS_AND_TIMER);

            master.stir(2);
            await().atMost(LIMIT).until(() -> stirred.contains(2));

            master.plug(1, new StubDevice(310, 1012, "TV7105", "B2", reading -> "00C801", null));
            await().atMost(LIMIT).untilAsserted(() -> {
                Future<List<PortReading>> next = adapter.read(List.of(1, 2, 3, 4), false);
                await().atMost(LIMIT).until(next::isComplete);
                assertThat(next.result().get(0).identity()).isNotNull();
                assertThat(next.result().get(0).identity().serial()).isEqualTo("B2");
            });
        } finally {
            adapter.close();
        }
    }
}
