package io.greenstack.bridge.master.ifm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.greenstack.bridge.master.AdapterException;
import io.greenstack.bridge.master.AdapterException.Kind;
import io.greenstack.bridge.master.MasterAdapter;
import io.greenstack.bridge.master.MasterFeed;
import io.greenstack.bridge.master.MasterHttp;
import io.greenstack.bridge.master.MasterIdentity;
import io.greenstack.bridge.master.MasterRequests;
import io.greenstack.bridge.master.PortReading;
import io.greenstack.platform.master.MasterConfig;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Has a master of ifm publish its process data and say when something happens at a port, over MQTT. Subscriptions are set up over HTTP,
 * and anew when nothing came for a while, because a master that restarts may forget them. What hangs on the ports is asked over HTTP;
 * parameters and output data go by the command channel where the master has one that answers, else over HTTP.
 */
public final class IfmMqttAdapter implements MasterAdapter {

    private static final int LEAST_MILLIS = 500;
    private static final int PATIENCE = 3;
    private static final long CHANNEL_NANOS = 30_000_000_000L;
    private static final String TIMER = "/timer[1]/counter/datachanged/";
    private static final Pattern SOURCE = Pattern
            .compile("iolinkmaster/port\\[(\\d{1,3})]/(portevent|iolinkdevice/iolinkevent)(?:/|$)");
    /** Something happened at a port: it has to be asked what hangs there. */
    private static final JsonObject ASK = new JsonObject();

    private final IotCore core;
    private final IfmHttpAdapter http;
    private final IotChannel channel;
    private final MasterFeed feed;
    private final Vertx vertx;
    private final String callback;
    private final int interval;
    private final Set<String> filters;
    private final String events;
    private final MasterFeed.Listener listener = this::came;
    private IntConsumer stirs = port -> {};
    private boolean subscribed;
    /** The ports of the last subscriptions, and the setting up of these. */
    private List<Integer> ofPorts = List.of();
    private Future<Void> settingUp = Future.succeededFuture();
    private boolean channelMissing;
    private boolean channelTried;
    private long channelAt;
    private JsonObject last;
    private boolean doubt;
    private Promise<JsonObject> waiting;

    /**
     * @param requests to this master over the broker
     * @param broker host and port of the broker as the master reaches it
     * @param password null for none
     */
    public IfmMqttAdapter(Vertx vertx, MasterHttp http, MasterFeed feed, MasterRequests requests, MasterConfig master,
            String broker, String password) {
        if (broker == null) {
            throw new AdapterException(Kind.REFUSED, "no-broker",
                    "It is not set which broker masters publish to (GREENSTACK_MASTERS_BROKER)");
        }
        String topic = MasterFeed.topic(master.id());
        this.vertx = vertx;
        this.core = new IotCore(http, master.username(), password);
        this.http = new IfmHttpAdapter(core);
        this.channel = new IotChannel(requests, master.id(), broker);
        this.feed = feed;
        this.interval = Math.max(LEAST_MILLIS, master.intervalMillis());
        this.callback = "mqtt://" + broker + "/" + topic;
        this.events = topic + "/events";
        this.filters = Set.of(topic, events, channel.answers());
        feed.listen(filters, listener);
    }

    @Override
    public boolean publishes() {
        return true;
    }

    @Override
    public synchronized void tellStirs(IntConsumer consumer) {
        stirs = consumer;
    }

    @Override
    public Future<MasterIdentity> identify() {
        forget();
        return http.identify();
    }

    @Override
    public Future<List<PortReading>> read(List<Integer> ports, boolean withIdentity) {
        if (withIdentity) {
            return asked(ports);
        }
        return subscription(ports).compose(done -> next())
                .compose(values -> values == ASK
                        ? asked(ports)
                        : Future.succeededFuture(
                                ports.stream().map(port -> IfmHttpAdapter.reading(port, values, false)).toList()));
    }

    private Future<List<PortReading>> asked(List<Integer> ports) {
        synchronized (this) {
            doubt = false;
        }
        return http.read(ports, true);
    }

    private synchronized Future<Void> subscription(List<Integer> ports) {
        if (subscribed) {
            lookForChannel();
            return Future.succeededFuture();
        }
        ofPorts = List.copyOf(ports);
        settingUp = setUp(ports);
        return settingUp;
    }

    private Future<Void> setUp(List<Integer> ports) {
        List<String> points = new ArrayList<>();
        for (int port : ports) {
            points.add("iolinkmaster/port[" + port + "]/iolinkdevice/pdin");
            points.add("iolinkmaster/port[" + port + "]/iolinkdevice/pdout");
        }
        return core.call("/timer[1]/interval/setdata", new JsonObject().put("newvalue", interval))
                .compose(done -> core.subscription(TIMER + "subscribe", new JsonObject()
                        .put("callback", callback).put("datatosend", new JsonArray(points))
                        .put("duration", "lifetime")))
                .compose(done -> events(ports)).onSuccess(done -> set()).mapEmpty();
    }

    /** One port after the other. A master that does not take it has its devices asked now and then, as over HTTP. */
    private Future<Void> events(List<Integer> ports) {
        Future<Void> done = Future.succeededFuture();
        for (int port : ports) {
            for (String event : eventsOf(port)) {
                JsonObject data = new JsonObject().put("callback", callback + "/events")
                        .put("datatosend", new JsonArray().add("/iolinkmaster/port[" + port + "]/mode"))
                        .put("duration", "lifetime");
                done = done.compose(before -> core.subscription(event + "subscribe", data).<Void>mapEmpty()
                        .recover(failure -> failure instanceof AdapterException e && e.kind() == Kind.DEVICE
                                ? Future.succeededFuture()
                                : Future.failedFuture(failure)));
            }
        }
        return done;
    }

    private static List<String> eventsOf(int port) {
        String begin = "/iolinkmaster/port[" + port + "]/";
        return List.of(begin + "portevent/datachanged/", begin + "iolinkdevice/iolinkevent/datachanged/");
    }

    private synchronized void set() {
        subscribed = true;
        channelMissing = false;
        channelTried = false;
        lookForChannel();
    }

    private synchronized void forget() {
        subscribed = false;
    }

    /** Beside the reading. One that does not answer, as while the master connects to the broker, is tried again later. */
    private void lookForChannel() {
        long now = System.nanoTime();
        if (channelMissing || core.hasChannel() || core.hasLogin()
                || channelTried && now - channelAt < CHANNEL_NANOS) {
            return;
        }
        channelTried = true;
        channelAt = now;
        feed.ready(filters).compose(ready -> channel.setUp(core)).compose(there -> {
            if (!there) {
                noChannel();
                return Future.succeededFuture();
            }
            return core.by(channel, "/deviceinfo/serialnumber/getdata", null).onSuccess(answer -> core.use(channel));
        });
    }

    private synchronized void noChannel() {
        channelMissing = true;
    }

    /** What came since the last call, or what comes next; {@link #ASK} when something happened at a port. */
    private synchronized Future<JsonObject> next() {
        if (doubt) {
            return Future.succeededFuture(ASK);
        }
        if (last != null) {
            JsonObject now = last;
            last = null;
            return Future.succeededFuture(now);
        }
        Promise<JsonObject> promise = Promise.promise();
        waiting = promise;
        long limit = (long) PATIENCE * interval;
        long timer = vertx.setTimer(limit, late -> {
            if (promise.tryFail(new AdapterException(Kind.AWAY, "no-notification",
                    "The master has published nothing to " + callback + " for " + limit
                            + " ms; can it reach the broker?"))) {
                forget();
            }
        });
        return promise.future().onComplete(end -> vertx.cancelTimer(timer));
    }

    private void came(String topic, byte[] payload) {
        if (topic.equals(channel.answers())) {
            channel.came(payload);
            return;
        }
        JsonObject data;
        try {
            data = new JsonObject(Buffer.buffer(payload)).getJsonObject("data", new JsonObject());
        } catch (RuntimeException e) {
            return;
        }
        if (topic.equals(events)) {
            happened(String.valueOf(data.getValue("srcurl")));
        } else {
            values(data);
        }
    }

    /** A notification of the timer; what is none is left alone. */
    private synchronized void values(JsonObject data) {
        JsonObject values = IotCore.plain(data.getValue("payload") instanceof JsonObject points ? points : data);
        if (waiting == null || !waiting.tryComplete(values)) {
            last = values;
        }
    }

    /** The form of what a master says of an event is not documented, so it is only taken from it that there is one. */
    private void happened(String source) {
        Matcher found = SOURCE.matcher(source);
        if (!found.find()) {
            return;
        }
        if (found.group(2).startsWith("iolinkdevice")) {
            IntConsumer now;
            synchronized (this) {
                now = stirs;
            }
            now.accept(Integer.parseInt(found.group(1)));
            return;
        }
        synchronized (this) {
            doubt = true;
            last = null;
            if (waiting != null) {
                waiting.tryComplete(ASK);
            }
        }
    }

    @Override
    public Future<byte[]> readParameter(int port, int index, int subindex) {
        return http.readParameter(port, index, subindex);
    }

    @Override
    public Future<Void> writeParameter(int port, int index, int subindex, byte[] octets) {
        return http.writeParameter(port, index, subindex, octets);
    }

    @Override
    public Future<byte[]> readOutput(int port) {
        return http.readOutput(port);
    }

    @Override
    public Future<Void> writeOutput(int port, byte[] octets) {
        return http.writeOutput(port, octets);
    }

    /** Takes back the subscriptions, of which a master has few, and ends the command channel. */
    @Override
    public Future<Void> leave() {
        List<String> services = new ArrayList<>(List.of(TIMER));
        boolean ends;
        Future<?> done;
        synchronized (this) {
            ofPorts.forEach(port -> services.addAll(eventsOf(port)));
            ends = channelTried && !channelMissing;
            done = settingUp.otherwiseEmpty();
        }
        if (ends) {
            done = done.compose(before -> channel.takeDown(core)).otherwiseEmpty();
        }
        for (String service : services) {
            JsonObject data = new JsonObject().put("callback",
                    service.equals(TIMER) ? callback : callback + "/events");
            done = done.compose(before -> core.subscription(service + "unsubscribe", data)).otherwiseEmpty();
        }
        return done.mapEmpty();
    }

    /** The master publishes on: another bridge may listen by now. */
    @Override
    public void close() {
        feed.forget(listener);
        channel.close();
        http.close();
    }
}
