package io.greenstack.loadtest.generator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttDisconnectSource;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;

/**
 * The MQTT connections of the devices. A lost connection is made again for as long as it takes, and what was not
 * acknowledged is sent again in order, also when the broker forgot the session: at least once, like a good device.
 */
final class Connections implements AutoCloseable {

    private static final long RECONNECT_MILLIS = 250;
    private static final long CONNECT_SECONDS = 30;

    private final List<Mqtt3AsyncClient> clients = new ArrayList<>();

    Connections(LoadOptions options) {
        List<CompletableFuture<?>> connects = new ArrayList<>();
        for (int i = 0; i < options.connections(); i++) {
            Mqtt3AsyncClient client = client(options, i);
            clients.add(client);
            connects.add(client.connectWith().cleanSession(false).keepAlive(30).send());
        }
        try {
            CompletableFuture.allOf(connects.toArray(CompletableFuture[]::new)).orTimeout(CONNECT_SECONDS,
                    TimeUnit.SECONDS).join();
        } catch (RuntimeException e) {
            close();
            throw new IllegalStateException("No connection to " + options.broker() + " in " + CONNECT_SECONDS + " s: "
                    + e.getMessage(), e);
        }
    }

    private static Mqtt3AsyncClient client(LoadOptions options, int index) {
        Mqtt3ClientBuilder builder = Mqtt3Client.builder().serverHost(options.host()).serverPort(options.port())
                .identifier("loadtest-" + options.name() + '-' + index).addDisconnectedListener(lost -> {
                    if (lost.getSource() != MqttDisconnectSource.USER) {
                        lost.getReconnector().reconnect(true).delay(RECONNECT_MILLIS, TimeUnit.MILLISECONDS)
                                .republishIfSessionExpired(true);
                    }
                });
        if (options.user() != null) {
            String password = options.password() == null ? "" : options.password();
            builder = builder.simpleAuth().username(options.user())
                    .password(password.getBytes(StandardCharsets.UTF_8)).applySimpleAuth();
        }
        return builder.buildAsync();
    }

    /** Publishes on the connection of a device; completes with the acknowledgement. */
    CompletableFuture<?> publish(int device, String topic, byte[] payload, int qos, boolean retain) {
        return clients.get(device % clients.size()).publishWith().topic(topic).payload(payload)
                .qos(MqttQos.fromCode(qos)).retain(retain).send();
    }

    @Override
    public void close() {
        List<CompletableFuture<?>> ends = new ArrayList<>();
        for (Mqtt3AsyncClient client : clients) {
            if (client.getState().isConnectedOrReconnect()) {
                ends.add(client.disconnect().exceptionally(error -> null));
            }
        }
        CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).completeOnTimeout(null, 10, TimeUnit.SECONDS)
                .join();
    }
}
