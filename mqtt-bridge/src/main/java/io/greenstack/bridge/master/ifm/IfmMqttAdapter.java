package io.greenstack.bridge.master.ifm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.greenstack.bridge.master.AdapterException;
import io.greenstack.bridge.master.AdapterException.Kind;
import io.greenstack.bridge.master.MasterAdapter;
import io.greenstack.bridge.master.MasterFeed;
import io.greenstack.bridge.master.MasterHttp;
import io.greenstack.bridge.master.MasterIdentity;
import io.greenstack.bridge.master.PortReading;
import io.greenstack.platform.master.MasterConfig;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Has a master of ifm publish its process data over MQTT. The subscription is set up over HTTP, and anew when nothing came for a while,
 * because a master that restarts may forget it. What hangs on the ports, parameters and output data go over HTTP.
 */
public final class IfmMqttAdapter implements MasterAdapter {

    private static final int LEAST_MILLIS = 500;
    private static final int PATIENCE = 3;

    private final IotCore core;
    private final IfmHttpAdapter http;
    private final MasterFeed feed;
    private final Vertx vertx;
    private final String callback;
    private final int interval;
    private final MasterFeed.Listener listener = (topic, payload) -> came(payload);
    private boolean subscribed;
    private JsonObject last;
    private Promise<JsonObject> waiting;

    /**
     * @param broker host and port of the broker as the master reaches it
     * @param password null for none
     */
    public IfmMqttAdapter(Vertx vertx, MasterHttp http, MasterFeed feed, MasterConfig master, String broker,
            String password) {
        if (broker == null) {
            throw new AdapterException(Kind.REFUSED, "no-broker",
                    "It is not set which broker masters publish to (GREENSTACK_MASTERS_BROKER)");
        }
        this.vertx = vertx;
        this.core = new IotCore(http, master.username(), password);
        this.http = new IfmHttpAdapter(core);
        this.feed = feed;
        this.interval = Math.max(LEAST_MILLIS, master.intervalMillis());
        this.callback = "mqtt://" + broker + "/" + MasterFeed.topic(master.id());
        feed.listen(Set.of(MasterFeed.topic(master.id())), listener);
    }

    @Override
    public boolean publishes() {
        return true;
    }

    @Override
    public Future<MasterIdentity> identify() {
        forget();
        return http.identify();
    }

    @Override
    public Future<List<PortReading>> read(List<Integer> ports, boolean withIdentity) {
        return withIdentity
                ? http.read(ports, true)
                : subscription(ports).compose(done -> next())
                        .map(values -> ports.stream().map(port -> IfmHttpAdapter.reading(port, values, false))
                                .toList());
    }

    private synchronized Future<Void> subscription(List<Integer> ports) {
        if (subscribed) {
            return Future.succeededFuture();
        }
        List<String> points = new ArrayList<>();
        for (int port : ports) {
            points.add("iolinkmaster/port[" + port + "]/iolinkdevice/pdin");
            points.add("iolinkmaster/port[" + port + "]/iolinkdevice/pdout");
        }
        return core.call("/timer[1]/interval/setdata", new JsonObject().put("newvalue", interval))
                .compose(done -> core.call("/timer[1]/counter/datachanged/subscribe", new JsonObject()
                        .put("callback", callback).put("datatosend", new JsonArray(points))
                        .put("duration", "lifetime")))
                .onSuccess(done -> set()).mapEmpty();
    }

    private synchronized void set() {
        subscribed = true;
    }

    private synchronized void forget() {
        subscribed = false;
    }

    /** What came since the last call, or what comes next. */
    private synchronized Future<JsonObject> next() {
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

    /** A notification; what is none is left alone. */
    private synchronized void came(byte[] payload) {
        JsonObject values;
        try {
            JsonObject data = new JsonObject(Buffer.buffer(payload)).getJsonObject("data", new JsonObject());
            values = IotCore.plain(data.getValue("payload") instanceof JsonObject points ? points : data);
        } catch (RuntimeException e) {
            return;
        }
        if (waiting == null || !waiting.tryComplete(values)) {
            last = values;
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

    /** The master publishes on: another bridge may listen by now. */
    @Override
    public void close() {
        feed.forget(listener);
        http.close();
    }
}
