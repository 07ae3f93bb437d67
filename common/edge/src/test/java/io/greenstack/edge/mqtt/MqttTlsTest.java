package io.greenstack.edge.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.greenstack.edge.intake.Outcome;
import io.greenstack.edge.ledger.MessageLedger;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.net.PfxOptions;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;

/** TLS with a certificate for the name localhost, and for no address. */
class MqttTlsTest {

    private static final String STORE_PASSWORD = "changeit";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Vertx vertx;
    private MqttIngress ingress;
    private String trusted;
    private int port;

    @BeforeEach
    void serve() throws Exception {
        Path store = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
                "san=dns:localhost",
                "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", STORE_PASSWORD)
                .redirectErrorStream(
                        true)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        trusted = certificate(store).toString();
        vertx = Vertx.vertx();
        MqttServerOptions options = new MqttServerOptions();
        options.setSsl(true);
        options.setKeyCertOptions(new PfxOptions().setPath(store.toString()).setPassword(STORE_PASSWORD));
        MqttServer server = MqttServer.create(vertx, options).endpointHandler(endpoint -> {
            endpoint.subscribeHandler(message -> endpoint.subscribeAcknowledge(message.messageId(),
                    Collections.nCopies(message.topicSubscriptions().size(), MqttQoS.AT_LEAST_ONCE)));
            endpoint.accept(false);
        });
        port = server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS)
                .actualPort();
    }

    @AfterEach
    void stop() throws Exception {
        ingress.stop(Duration.ofMillis(100));
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void connectsToAServerItTrusts() {
        connect("localhost", Optional.of(trusted));

        await().atMost(PATIENCE).until(() -> ingress.status().connected());
    }

    @Test
    void refusesACertificateForAnotherName() {
        connect("127.0.0.1", Optional.of(trusted));

        await().atMost(PATIENCE).until(() -> ingress.status().lastError() != null);
        assertThat(ingress.status().lastError()).contains("SSL");
        assertThat(ingress.status().connected()).isFalse();
    }

    @Test
    void refusesAServerItDoesNotTrust() {
        connect("localhost", Optional.empty());

        await().atMost(PATIENCE).until(() -> ingress.status().lastError() != null);
        assertThat(ingress.status().connected()).isFalse();
    }

    private void connect(String host, Optional<String> trust) {
        MqttConnectionSettings settings = new MqttConnectionSettings(host, port, "tls-test", Optional.empty(),
                Optional.empty(), true, trust, Duration.ofSeconds(30), Duration.ofSeconds(5), 1 << 20,
                Duration.ofMillis(50), Duration.ofMillis(200));
        ingress = new MqttIngress(vertx, settings, TestSettings.serial(100, 10, Duration.ZERO), List.of("a/+"),
                batch -> Collections.nCopies(batch.size(), Outcome.WRITTEN), new MessageLedger());
        ingress.start();
    }

    private Path certificate(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, STORE_PASSWORD.toCharArray());
        }
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getCertificate("server")
                        .getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        return Files.writeString(folder.resolve("server.pem"), pem);
    }
}
