package io.greenstack.loadtest.generator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What to publish.
 *
 * @param broker host:port
 * @param user null = anonymous
 * @param password of the user
 * @param prefix first topic level
 * @param devices how many; ids are {@code {name}-0001} and so on
 * @param name begin of the device ids
 * @param shapes telemetry forms, given to the devices in turn
 * @param rates messages per second over all devices, for each kind that is sent
 * @param settle pause after the first registrations, so that raw process data does not come from devices that nobody knows
 * @param duration how long; the messages due in it are sent
 * @param qos 0 or 1; registrations have always 1
 * @param connections MQTT connections that the devices share evenly; as many as devices = one each
 * @param maxUnacknowledged publishing waits when so many messages are unacknowledged
 * @param drain longest wait for acknowledgements at the end
 * @param ledger file that the ledger is written to
 */
public record LoadOptions(String broker, String user, String password, String prefix, int devices, String name,
        List<PayloadShape> shapes, Map<MessageKind, Double> rates, Duration settle, Duration duration, int qos,
        int connections,
        int maxUnacknowledged, Duration drain, Path ledger) {

    static final String USAGE = """
            Publishes numbered messages of many devices and writes a ledger of what the broker took.
              --broker=HOST:PORT         localhost:1883
              --user=NAME                anonymous; the password is read from LOADTEST_PASSWORD
              --prefix=TOPIC             devices
              --devices=N                200
              --name=TEXT                load (ids load-0001, load-0002, ...)
              --shapes=LIST              a,b,five,hex,array,base64,iolink in turn over the devices
              --telemetry=RATE           1000 messages a second over all devices
              --status=RATE              0
              --register=RATE            0; every device registers once at the start in any case
              --reported=RATE            0
              --event=RATE               0
              --settle=SECONDS           10, pause after the first registrations
              --duration=SECONDS         60
              --qos=0|1                  1
              --connections=N            8 shared by the devices; 0 = one for each device
              --max-unacknowledged=N     100000
              --drain=SECONDS            120, longest wait for acknowledgements at the end
              --ledger=FILE              ledger.json
            """;

    public LoadOptions {
        shapes = List.copyOf(shapes);
        rates = Map.copyOf(rates);
        if (rates.getOrDefault(MessageKind.EVENT, 0.0) * duration.toMillis() / 1000 / devices > NumberedEvent.NUMBERS) {
            throw new IllegalArgumentException(
                    "--event: a device has numbers for " + NumberedEvent.NUMBERS + " events");
        }
    }

    /** @throws IllegalArgumentException that says which option is wrong and how */
    public static LoadOptions parse(String... arguments) {
        Options options = new Options(arguments);
        int devices = options.whole("devices", 200, 1, 100_000);
        int connections = options.whole("connections", 8, 0, 10_000);
        Map<MessageKind, Double> rates = new EnumMap<>(MessageKind.class);
        for (MessageKind kind : MessageKind.values()) {
            double rate = options.rate(kind.label(), kind == MessageKind.TELEMETRY ? 1_000 : 0);
            if (rate > 0) {
                rates.put(kind, rate);
            }
        }
        LoadOptions parsed = new LoadOptions(options.text("broker", "localhost:1883"), options.text("user", null),
                System.getenv("LOADTEST_PASSWORD"), options.text("prefix", "devices"), devices,
                options.text("name", "load"), shapes(options.text("shapes", "a,b,five,hex,array,base64,iolink")), rates,
                Duration.ofMillis((long) (options.rate("settle", 10) * 1000)),
                Duration.ofMillis((long) (options.rate("duration", 60) * 1000)), options.whole("qos", 1, 0, 1),
                connections == 0 ? devices : Math.min(connections, devices),
                options.whole("max-unacknowledged", 100_000, 1, 10_000_000),
                Duration.ofSeconds(options.whole("drain", 120, 0, 86_400)),
                Path.of(options.text("ledger", "ledger.json")));
        options.end();
        return parsed;
    }

    /** Forms of telemetry from their names, separated by commas. */
    public static List<PayloadShape> shapes(String list) {
        List<PayloadShape> shapes = new ArrayList<>();
        for (String name : list.split(",")) {
            try {
                shapes.add(PayloadShape.valueOf(name.strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("--shapes: there is no form '" + name + "'", e);
            }
        }
        return shapes;
    }

    String host() {
        return broker.substring(0, broker.lastIndexOf(':'));
    }

    int port() {
        return Integer.parseInt(broker.substring(broker.lastIndexOf(':') + 1));
    }
}
