package io.greenstack.bridge.dialect.sparkplug;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

import io.greenstack.bridge.testing.Broker;
import io.greenstack.localstack.testing.MqttTestClient;

/** An edge node at the test broker with one device, whose metrics take what is written to them unless it is told not to. */
public final class EdgeNodeStub implements AutoCloseable {

    /** Metrics of the device, with their aliases. */
    private static final List<SparkplugWriter.Metric> METRICS = List.of(
            metric("setpoint", 5L, SparkplugWriter.INT16, 20), metric("mode", null, SparkplugWriter.STRING, "auto"),
            metric("limits/high", 7L, SparkplugWriter.FLOAT, 80.5), metric("deaf", 8L, SparkplugWriter.DOUBLE, 1.0));

    private final MqttTestClient client = Broker.connect();
    private final String group;
    private final String node;
    private final AtomicLong seq = new AtomicLong();
    private final List<String> commands = new CopyOnWriteArrayList<>();

    public EdgeNodeStub(String group, String node) {
        this.group = group;
        this.node = node;
        client.subscribe(topic("NCMD", null), (topic, octets) -> ordered(octets));
        client.subscribe(topic("DCMD", "d1"), (topic, octets) -> written(octets));
    }

    private static SparkplugWriter.Metric metric(String name, Long alias, int datatype, Object value) {
        return new SparkplugWriter.Metric(name, alias, Instant.now(), datatype, value, Map.of());
    }

    private String topic(String type, String device) {
        return "spBv1.0/" + group + "/" + type + "/" + node + (device == null ? "" : "/" + device);
    }

    /** Publishes both births. */
    public void birth() {
        seq.set(0);
        Instant now = Instant.now();
        send("NBIRTH", null, List.of(SparkplugWriter.session(1, now), SparkplugWriter.rebirth(now)));
        send("DBIRTH", "d1", METRICS);
    }

    private void send(String type, String device, List<SparkplugWriter.Metric> metrics) {
        client.send(topic(type, device),
                SparkplugWriter.payload(Instant.now(), seq.getAndIncrement() % 256, metrics), 0, false);
    }

    private void ordered(byte[] command) {
        if (SparkplugWriter.asksForRebirth(command)) {
            commands.add("rebirth");
            birth();
        }
    }

    private void written(byte[] command) {
        for (SparkplugMetric metric : SparkplugCodec.read(command).metrics()) {
            commands.add(metric.name() + " " + metric.alias() + " " + metric.datatype() + " " + metric.value());
            METRICS.stream().filter(known -> known.alias() == null
                    ? known.name().equals(metric.name())
                    : known.alias().equals(metric.alias())).filter(known -> !known.name().equals("deaf"))
                    .forEach(known -> send("DDATA", "d1",
                            List.of(new SparkplugWriter.Metric(known.alias() == null ? known.name() : null,
                                    known.alias(), Instant.now(), known.datatype(), metric.value(), Map.of()))));
        }
    }

    /** What it was told, as {@code name alias datatype value}, or {@code rebirth}. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    @Override
    public void close() {
        client.close();
    }
}
