package io.greenstack.bridge.master.ice2;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.greenstack.bridge.dialect.Publisher;
import io.greenstack.bridge.master.AdapterException;
import io.greenstack.bridge.master.AdapterException.Kind;
import io.greenstack.bridge.master.MasterAdapter;
import io.greenstack.bridge.master.MasterFeed;
import io.greenstack.bridge.master.MasterIdentity;
import io.greenstack.bridge.master.MasterRequests;
import io.greenstack.bridge.master.PortEvent;
import io.greenstack.bridge.master.PortIdentity;
import io.greenstack.bridge.master.PortReading;
import io.greenstack.bridge.master.PublishedReadings;
import io.greenstack.platform.master.MasterConfig;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

/**
 * Reads and writes a master ICE2, ICE3 or RSTi-OM over the broker to which it publishes; its address is the topic below which it does.
 * It publishes process data when that changes, so silence is no absence: after a while of it a parameter is asked for. Which ports there
 * are it says once, when it connects; where that was missed, those that answer are taken.
 */
public final class Ice2Adapter implements MasterAdapter {

    private static final int USUAL_PORTS = 8;
    private static final int MOST_PORTS = 64;
    private static final int PATIENCE = 3;
    private static final long QUIET_MILLIS = 2_000;
    private static final int PROCESS_DATA_IN = 40;
    private static final int PROCESS_DATA_OUT = 41;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Vertx vertx;
    private final MasterFeed feed;
    private final MasterRequests requests;
    private final Ice2Isdu isdu;
    private final Ice2Identities identities;
    private final Ice2Messages messages;
    private final String base;
    private final Set<String> filters;
    private final PublishedReadings readings;
    private final MasterFeed.Listener listener = this::came;
    private final Map<Integer, Ice2Port> ports = new TreeMap<>();
    private Promise<Void> confirmation;
    private String confirmed;

    /**
     * @param publisher way to the broker
     * @param master its address is the base of its topics
     * @param limit longest time for an answer
     */
    public Ice2Adapter(Vertx vertx, MasterFeed feed, Publisher publisher, MasterConfig master, Duration limit) {
        this.vertx = vertx;
        this.feed = feed;
        this.base = master.address();
        this.requests = new MasterRequests(vertx, publisher, limit);
        this.isdu = new Ice2Isdu(base, requests);
        this.identities = new Ice2Identities(isdu);
        this.messages = new Ice2Messages(base);
        this.readings = new PublishedReadings(vertx,
                Math.max(QUIET_MILLIS, (long) PATIENCE * master.intervalMillis()), this::news, this::alive);
        this.filters = Set.of(base + "/clientinfo", base + "/port/+/+", base + "/port/+/isdu/response/+");
        feed.listen(filters, listener);
    }

    @Override
    public boolean publishes() {
        return true;
    }

    @Override
    public void tellEvents(Consumer<PortEvent> consumer) {
        messages.events(consumer);
    }

    @Override
    public boolean tellsEvents() {
        return true;
    }

    @Override
    public Future<MasterIdentity> identify() {
        return feed.ready(filters).compose(ready -> {
            int count = messages.portCount() > 0 ? Math.min(messages.portCount(), MOST_PORTS) : USUAL_PORTS;
            List<Ice2Port> asked = IntStream.rangeClosed(1, count).mapToObj(this::fresh).toList();
            return ask(asked).map(answered -> said(List.copyOf(answered.keySet())));
        });
    }

    private synchronized MasterIdentity said(List<Integer> numbers) {
        return messages.identity(numbers);
    }

    @Override
    public MasterIdentity latest(MasterIdentity known) {
        return said(known.ports());
    }

    private synchronized Ice2Port fresh(int number) {
        Ice2Port port = ports.computeIfAbsent(number, Ice2Port::new);
        port.doubt();
        port.news();
        return port;
    }

    private synchronized Ice2Port port(int number) {
        return ports.computeIfAbsent(number, Ice2Port::new);
    }

    /** What hangs on ports, by their numbers; those that do not answer are missing, unless none does: then it fails. */
    private Future<Map<Integer, PortReading>> ask(List<Ice2Port> asked) {
        List<Future<PortReading>> answers = asked.stream().map(this::ask).toList();
        return Future.join(answers).otherwiseEmpty().map(done -> {
            Map<Integer, PortReading> found = new TreeMap<>();
            answers.stream().filter(Future::succeeded).map(Future::result)
                    .forEach(reading -> found.put(reading.port(), reading));
            if (found.isEmpty()) {
                throw (RuntimeException) answers.get(0).cause();
            }
            return found;
        });
    }

    private Future<PortReading> ask(Ice2Port port) {
        int asOf;
        PortIdentity known;
        synchronized (this) {
            asOf = port.doubts();
            known = port.identity(System.nanoTime());
        }
        return (known == null
                ? identities.ask(port.number()).onSuccess(found -> identified(port, found, asOf))
                        .compose(found -> begin(port, found))
                : Future.succeededFuture(known))
                .map(found -> {
                    synchronized (this) {
                        return port.with(found, asOf);
                    }
                });
    }

    private synchronized void identified(Ice2Port port, PortIdentity found, int asOf) {
        port.identified(found, asOf, System.nanoTime());
    }

    /** What does not change is not published: of a device that was just found its process data is asked for. */
    private Future<PortIdentity> begin(Ice2Port port, PortIdentity found) {
        synchronized (this) {
            if (!found.hasDevice() || port.hasInput()) {
                return Future.succeededFuture(found);
            }
        }
        return isdu.read(port.number(), PROCESS_DATA_IN, 0).map(octets -> {
            synchronized (this) {
                if (octets.length > 0 && !port.hasInput()) {
                    port.input(HEX.formatHex(octets), true);
                }
            }
            return found;
        }).otherwise(found);
    }

    @Override
    public Future<List<PortReading>> read(List<Integer> numbers, boolean withIdentity) {
        if (!withIdentity) {
            return readings.next();
        }
        List<Ice2Port> asked = numbers.stream().map(this::port).toList();
        return ask(asked).map(found -> asked.stream().map(port -> found.getOrDefault(port.number(), silent(port)))
                .toList());
    }

    /** A port that did not answer while others did: an answer may get lost, so it has what it had. */
    private synchronized PortReading silent(Ice2Port port) {
        PortIdentity last = port.lastIdentity();
        return port.with(last == null ? Ice2Identities.NOTHING : last, port.doubts());
    }

    private synchronized List<PortReading> news() {
        List<PortReading> news = new ArrayList<>();
        for (Ice2Port port : ports.values()) {
            PortReading reading = port.news();
            if (reading != null) {
                news.add(reading);
            }
        }
        return news;
    }

    private Future<Void> alive() {
        int number;
        synchronized (this) {
            number = ports.values().stream()
                    .filter(port -> port.lastIdentity() != null && port.lastIdentity().hasDevice())
                    .map(Ice2Port::number).findFirst().orElse(1);
        }
        return isdu.read(number, 0, 0).<Void>mapEmpty().recover(failure -> Ice2Identities.refused(failure)
                ? Future.succeededFuture()
                : Future.failedFuture(failure));
    }

    private void came(String topic, byte[] payload) {
        if (requests.answered(topic, payload)) {
            return;
        }
        Promise<Void> written = null;
        synchronized (this) {
            if (!messages.take(topic, payload, ports)) {
                return;
            }
            if (confirmation != null && messages.confirms(confirmed)) {
                written = confirmation;
                confirmation = null;
            }
        }
        if (written != null) {
            written.tryComplete();
        }
        readings.wake();
    }

    @Override
    public Future<byte[]> readParameter(int port, int index, int subindex) {
        return isdu.read(port, index, subindex);
    }

    @Override
    public Future<Void> writeParameter(int port, int index, int subindex, byte[] octets) {
        return isdu.write(port, index, subindex, octets);
    }

    @Override
    public synchronized Future<byte[]> readOutput(int port) {
        String told = port(port).output();
        return told != null ? Future.succeededFuture(HEX.parseHex(told)) : isdu.read(port, PROCESS_DATA_OUT, 0);
    }

    /** The master answers nothing to it, and publishes the output when it has changed; that is waited for. */
    @Override
    public Future<Void> writeOutput(int port, byte[] octets) {
        String hex = HEX.formatHex(octets);
        Promise<Void> promise = Promise.promise();
        synchronized (this) {
            if (hex.equals(port(port).output())) {
                promise.complete();
            } else {
                confirmation = promise;
                confirmed = port + " " + hex;
            }
        }
        long timer = vertx.setTimer(requests.limitMillis(), late -> promise.tryFail(new AdapterException(Kind.DEVICE,
                "not-confirmed", "The master does not say within " + requests.limitMillis()
                        + " ms that the output changed; a fieldbus controller may hold it, or writing is switched off")));
        JsonObject output = new JsonObject().put("raw", Ice2Isdu.list(octets)).put("valid", true);
        return requests.publish(base + "/port/" + port + "/pdo/wr", output).compose(done -> promise.future())
                .onComplete(end -> vertx.cancelTimer(timer));
    }

    @Override
    public void close() {
        feed.forget(listener);
        requests.close();
        readings.close();
    }
}
