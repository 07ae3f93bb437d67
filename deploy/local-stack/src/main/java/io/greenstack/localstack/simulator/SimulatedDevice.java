package io.greenstack.localstack.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;

/**
 * A device with its own MQTT connection: registers, keeps its state as a retained message with a last will, and
 * publishes raw process data when told.
 */
public final class SimulatedDevice implements AutoCloseable {

    private static final long LIMIT_SECONDS = 10;
    private static final double NANOS_PER_SECOND = 1e9;

    private final DeviceProfile profile;
    private final String prefix;
    private final SignalModel signals;
    private final Mqtt3AsyncClient client;
    private final long startNanos = System.nanoTime();

    /**
     * @param prefix first levels of the device topics, for example "devices"
     */
    public SimulatedDevice(DeviceProfile profile, String host, int port, String prefix) {
        this.profile = profile;
        this.prefix = prefix;
        this.signals = new SignalModel(profile.layout(), profile.parameters());
        this.client = Mqtt3Client.builder().serverHost(host).serverPort(port).identifier("sim-" + profile.deviceId())
                .automaticReconnectWithDefaultConfig()
                .addConnectedListener(context -> announce())
                .willPublish().topic(topic("status")).payload(state("disconnected")).qos(MqttQos.AT_LEAST_ONCE)
                .retain(true).applyWillPublish()
                .buildAsync();
    }

    public DeviceProfile profile() {
        return profile;
    }

    /** Connects; registration and state follow by themselves, also after each reconnection. */
    public void connect() {
        await(client.connectWith().cleanSession(true).keepAlive(20).send());
    }

    private void announce() {
        publish("register", registration(profile).getBytes(StandardCharsets.UTF_8), false);
        publish("status", state("connected"), true);
    }

    /** Publishes the present process data; while the connection is down nothing is sent, as a device would do. */
    public void publishReading() {
        if (client.getState().isConnected()) {
            publish("telemetry", reading(octets(), Instant.now()).getBytes(StandardCharsets.UTF_8), false);
        }
    }

    /** The process data input of this moment. */
    public byte[] octets() {
        return signals.octets((System.nanoTime() - startNanos) / NANOS_PER_SECOND + profile.phase());
    }

    private CompletableFuture<?> publish(String kind, byte[] payload, boolean retain) {
        return client.publishWith().topic(topic(kind)).payload(payload).qos(MqttQos.AT_LEAST_ONCE).retain(retain)
                .send();
    }

    private String topic(String kind) {
        return prefix + "/" + profile.deviceId() + "/" + kind;
    }

    private static byte[] state(String state) {
        return ("{\"state\":\"" + state + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    /** Payload of the raw telemetry message: hex octets and the device's time in milliseconds. */
    static String reading(byte[] octets, Instant time) {
        return "{\"processDataIn\":\"" + HexFormat.of().withUpperCase().formatHex(octets)
                + "\",\"valid\":true,\"timestamp\":\"" + time.truncatedTo(ChronoUnit.MILLIS) + "\"}";
    }

    /** Payload of the registration message. */
    static String registration(DeviceProfile profile) {
        String parameters = profile.parameters().entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue()).sorted()
                .collect(Collectors.joining(","));
        return "{\"name\":\"" + profile.name() + "\",\"iolink\":{\"vendor_id\":" + profile.vendorId()
                + ",\"device_id\":" + profile.productId() + "},\"parameters\":{" + parameters + "}}";
    }

    /** Says goodbye as a device that is switched off properly. */
    @Override
    public void close() {
        if (client.getState().isConnected()) {
            await(publish("status", state("disconnected"), true));
            await(client.disconnect());
        }
    }

    private static void await(CompletableFuture<?> future) {
        try {
            future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The simulated device cannot reach the MQTT broker: " + e.getMessage(), e);
        }
    }
}
