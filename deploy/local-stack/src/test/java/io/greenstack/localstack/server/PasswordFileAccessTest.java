package io.greenstack.localstack.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.greenstack.localstack.server.BrokerAccess.Use;
import io.greenstack.localstack.testing.MqttTestClient;

class PasswordFileAccessTest {

    /** Made by mosquitto_passwd 2.0.11 for the user press-7 with the password "open sesame". */
    private static final String MADE_BY_MOSQUITTO = "press-7:$7$101$ajY2j3nQtMIoFcGy$H7Gf5QPI3/PJQDJ/vYmV2WklpECdyhNFKLfRRroMd+1D3LF1SCcI/DmDx38c7qWlATuc952v/xgfg5mnEA8KUw==";

    @TempDir
    Path folder;

    @Test
    void whoNamesNoUserMayDoAnythingAndWhoDoesNeedsThePassword() throws IOException {
        Path file = folder.resolve("logins");
        PasswordFileAccess access = new PasswordFileAccess(file, "devices");
        assertThat(access.authenticate(null, null)).isTrue();
        assertThat(access.authenticate("press-7", "open sesame")).isFalse();

        Files.writeString(file, MADE_BY_MOSQUITTO + "\nother:$6$old$form\nnone\n");

        assertThat(access.authenticate("press-7", "open sesame")).isTrue();
        assertThat(access.authenticate("press-7", "open barley")).isFalse();
        assertThat(access.authenticate("press-7", null)).isFalse();
        assertThat(access.authenticate("other", "x")).isFalse();
        assertThat(access.permits("press-7", Use.PUBLISH, "devices/press-7/telemetry")).isTrue();
        assertThat(access.permits("press-7", Use.SUBSCRIBE, "devices/press-7/#")).isTrue();
        assertThat(access.permits("press-7", Use.SUBSCRIBE, "devices/+/telemetry")).isFalse();
        assertThat(access.permits("press-7", Use.PUBLISH, "devices/press-70/telemetry")).isFalse();
        assertThat(access.permits(null, Use.PUBLISH, "anything")).isTrue();
    }

    @Test
    void theBrokerTakesALoginThatIsWrittenWhileItRuns() throws IOException {
        Path file = folder.resolve("logins");
        try (EmbeddedBroker broker = new EmbeddedBroker(ServerSettings.forTests("login"),
                new PasswordFileAccess(file, "devices"))) {
            broker.start();
            assertThatThrownBy(() -> connect(broker, "open sesame")).isInstanceOf(RuntimeException.class);

            Files.writeString(file, MADE_BY_MOSQUITTO + "\n");

            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
                try (MqttTestClient client = connect(broker, "open sesame")) {
                    client.publish("devices/press-7/telemetry", "{\"a\":1}");
                }
            });
            assertThatThrownBy(() -> connect(broker, "wrong")).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void whoNamesNoUserIsLetInAtTheFirstTry() {
        try (EmbeddedBroker broker = new EmbeddedBroker(ServerSettings.forTests("anonymous"),
                new PasswordFileAccess(folder.resolve("none"), "devices"))) {
            broker.start();
            try (MqttTestClient client = MqttTestClient.connect(EmbeddedServer.HOST, broker.port(), "first")) {
                client.publish("devices/press-7/telemetry", "{\"a\":1}");
            }
        }
    }

    private static MqttTestClient connect(EmbeddedBroker broker, String password) {
        return MqttTestClient.connect(EmbeddedServer.HOST, broker.port(), "press-7", true, "press-7", password);
    }
}
