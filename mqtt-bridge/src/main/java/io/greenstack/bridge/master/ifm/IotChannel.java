package io.greenstack.bridge.master.ifm;

import java.util.List;

import io.greenstack.bridge.master.AdapterException;
import io.greenstack.bridge.master.MasterFeed;
import io.greenstack.bridge.master.MasterRequests;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/**
 * The command channel of an IoT core: requests on one topic of the broker, answers on another one, told apart by their {@code cid}. What
 * is set already is not written, since the master keeps it in a memory that wears; a channel that somebody else uses is left alone.
 */
final class IotChannel {

    private static final String CHANNEL = "/connections/mqttConnection/mqttCmdChannel/";
    private static final String STATUS = CHANNEL + "status";
    private static final String SETUP = CHANNEL + "mqttCmdChannelSetup/";
    private static final String REQUESTS = SETUP + "cmdTopic";
    private static final int OK = 200;

    private final MasterRequests requests;
    private final String topic;
    private final String answers;
    private final String host;
    private final int port;

    /**
     * @param broker host and port of the broker as the master reaches it
     * @throws AdapterException when it is not that
     */
    IotChannel(MasterRequests requests, String masterId, String broker) {
        this.requests = requests;
        this.topic = MasterFeed.topic(masterId) + "/request";
        this.answers = MasterFeed.topic(masterId) + "/answer";
        int colon = broker.lastIndexOf(':');
        if (colon < 1 || !broker.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new AdapterException(AdapterException.Kind.REFUSED, "no-broker",
                    "The broker that masters publish to has to be given as host:port (GREENSTACK_MASTERS_BROKER)");
        }
        this.host = broker.substring(0, colon);
        this.port = Integer.parseInt(broker.substring(colon + 1));
    }

    /** The topic on which the master answers. */
    String answers() {
        return answers;
    }

    /** A message; what is no answer that somebody waits for is left alone. */
    void came(byte[] payload) {
        try {
            Object cid = Buffer.buffer(payload).toJsonObject().getValue("cid");
            requests.answered(answers + "/" + cid, payload);
        } catch (DecodeException | ClassCastException e) {
            return;
        }
    }

    /** Sends a request; fails with an {@link AdapterException} when there is no answer in time. */
    Future<Buffer> send(JsonObject request, int cid) {
        return requests.send(topic, request, answers + "/" + cid).map(Buffer::buffer);
    }

    /**
     * Sets it up at the master.
     *
     * @return whether it is, false where the master has none or somebody else uses it
     */
    Future<Boolean> setUp(IotCore core) {
        return core.values(List.of(STATUS, SETUP + "brokerIP", SETUP + "brokerPort", REQUESTS,
                SETUP + "defaultReplyTopic")).compose(points -> {
                    String used = value(points, REQUESTS);
                    if (used == null || value(points, STATUS) == null) {
                        return Future.succeededFuture(false);
                    }
                    boolean runs = "running".equals(value(points, STATUS));
                    if (runs && !topic.equals(used)) {
                        return Future.succeededFuture(false);
                    }
                    boolean right = topic.equals(used) && host.equals(value(points, SETUP + "brokerIP"))
                            && Integer.toString(port).equals(value(points, SETUP + "brokerPort"))
                            && answers.equals(value(points, SETUP + "defaultReplyTopic"));
                    if (right) {
                        return runs ? Future.succeededFuture(true) : start(core);
                    }
                    return (runs ? stop(core) : Future.succeededFuture()).compose(stopped -> write(core))
                            .compose(written -> start(core));
                });
    }

    private static String value(JsonObject points, String name) {
        return points.getValue(name.substring(1)) instanceof JsonObject point
                && point.getValue("code") instanceof Number code && code.intValue() == OK
                        ? String.valueOf(point.getValue("data"))
                        : null;
    }

    private Future<?> write(IotCore core) {
        return set(core, "brokerIP", host)
                .compose(done -> set(core, "brokerPort", port).recover(failure -> set(core, "brokerPort",
                        Integer.toString(port))))
                .compose(done -> set(core, "cmdTopic", topic))
                .compose(done -> set(core, "defaultReplyTopic", answers));
    }

    private static Future<JsonObject> set(IotCore core, String name, Object value) {
        return core.call(SETUP + name + "/setdata", new JsonObject().put("newvalue", value));
    }

    private static Future<Boolean> start(IotCore core) {
        return core.call(STATUS + "/start", null).map(true);
    }

    private static Future<JsonObject> stop(IotCore core) {
        return core.call(STATUS + "/stop", null);
    }

    /** Ends it at the master, if it is this one. */
    Future<Void> takeDown(IotCore core) {
        return core.values(List.of(REQUESTS)).compose(points -> topic.equals(value(points, REQUESTS))
                ? stop(core)
                : Future.succeededFuture()).mapEmpty();
    }

    void close() {
        requests.close();
    }
}
