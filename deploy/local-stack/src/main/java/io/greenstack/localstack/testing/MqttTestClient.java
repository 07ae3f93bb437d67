package io.greenstack.localstack.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;

/** MQTT 3.1.1 client of the tests: publishes with any QoS and keeps what it receives. */
public final class MqttTestClient implements AutoCloseable {

    private static final long LIMIT_SECONDS = 30;

    private final Mqtt3AsyncClient client;
    private final List<Message> received = new CopyOnWriteArrayList<>();

    /** A received message; the payload as text in UTF-8. */
    public record Message(String topic, String payload, boolean retained) {}

    private MqttTestClient(Mqtt3AsyncClient client) {
        this.client = client;
    }

    /** Connects anonymously with a clean session. */
    public static MqttTestClient connect(String host, int port, String clientId) {
        return connect(host, port, clientId, true, null, null);
    }

    /**
     * @param cleanSession false = the broker keeps subscriptions and unacknowledged messages for the next connection
     * @param user null = anonymous
     * @throws IllegalStateException when the broker cannot be reached or refuses the client
     */
    public static MqttTestClient connect(String host, int port, String clientId, boolean cleanSession, String user,
            String password) {
        Mqtt3AsyncClient client = Mqtt3Client.builder().serverHost(host).serverPort(port).identifier(clientId)
                .buildAsync();
        MqttTestClient wrapped = new MqttTestClient(client);
        client.publishes(MqttGlobalPublishFilter.ALL, wrapped::keep);
        var connect = client.connectWith().cleanSession(cleanSession);
        if (user != null) {
            connect.simpleAuth().username(user).password(password.getBytes(StandardCharsets.UTF_8)).applySimpleAuth();
        }
        await(connect.send());
        return wrapped;
    }

    private void keep(Mqtt3Publish publish) {
        received.add(message(publish));
    }

    private static Message message(Mqtt3Publish publish) {
        return new Message(publish.getTopic().toString(),
                new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8), publish.isRetain());
    }

    /** Publishes with QoS 1 and waits for the acknowledgement. */
    public void publish(String topic, String payload) {
        await(send(topic, payload.getBytes(StandardCharsets.UTF_8), 1, false));
    }

    /** Publishes a retained message with QoS 1 and waits for the acknowledgement. */
    public void publishRetained(String topic, String payload) {
        await(send(topic, payload.getBytes(StandardCharsets.UTF_8), 1, true));
    }

    /**
     * Publishes without waiting.
     *
     * @param qos 0, 1 or 2
     * @return completes when the broker has taken the message over
     */
    public CompletableFuture<?> send(String topic, byte[] payload, int qos, boolean retain) {
        return client.publishWith().topic(topic).payload(payload).qos(MqttQos.fromCode(qos)).retain(retain).send();
    }

    /** Subscribes with QoS 1; the messages are in {@link #received()}. */
    public void subscribe(String filter) {
        await(client.subscribeWith().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE).send());
    }

    /** Subscribes with QoS 1 and is called for each message; that must not wait for the broker. */
    public void subscribe(String filter, Consumer<Message> each) {
        await(client.subscribeWith().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE)
                .callback(publish -> each.accept(message(publish))).send());
    }

    /** Subscribes with QoS 1; each message goes to the listener as octets, too. */
    public void subscribe(String filter, BiConsumer<String, byte[]> listener) {
        await(client.subscribeWith().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE)
                .callback(publish -> listener.accept(publish.getTopic().toString(), publish.getPayloadAsBytes()))
                .send());
    }

    /** What came so far, in order of arrival. */
    public List<Message> received() {
        return List.copyOf(received);
    }

    /** Ends the connection; a session that is not clean stays at the broker. */
    @Override
    public void close() {
        if (client.getState().isConnected()) {
            await(client.disconnect());
        }
    }

    private static void await(CompletableFuture<?> future) {
        try {
            future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("no answer of the MQTT broker in " + LIMIT_SECONDS + " s", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
    }
}
