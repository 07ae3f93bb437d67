package io.greenstack.bridge.master.ifm;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import io.greenstack.bridge.master.AdapterException;
import io.greenstack.bridge.master.AdapterException.Kind;
import io.greenstack.bridge.master.IoLinkErrors;
import io.greenstack.bridge.master.MasterHttp;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Requests to an IoT core over HTTP, or by its command channel where it has one, and what its codes mean. The login goes over an
 * encrypted connection only.
 */
final class IotCore {

    /** Requests that this class numbers by itself have smaller numbers. */
    private static final int SUBSCRIPTION = 1_000_001;
    private static final int OK = 200;

    private static final Pattern IN_FRONT = Pattern.compile("^.*?/?(?=iolinkmaster/|deviceinfo/|connections/)");
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final MasterHttp http;
    private final JsonObject login;
    /** Another bridge may wait for answers, too. */
    private int lastCid = ThreadLocalRandom.current().nextInt(SUBSCRIPTION - 1);
    private volatile IotChannel channel;

    /**
     * @param username null for none
     * @param password null for none
     */
    IotCore(MasterHttp http, String username, String password) {
        this.http = http;
        this.login = username == null
                ? null
                : new JsonObject().put("user", base64(username)).put("passwd",
                        base64(password == null ? "" : password));
        if (login != null && !http.secure()) {
            throw new AdapterException(Kind.REFUSED, "not-encrypted",
                    "The login of a master goes over https only; give an address that begins with https://");
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Calls a service.
     *
     * @param adr data point and service
     * @param data null for none
     * @return its {@code data}, empty where it has none
     */
    Future<JsonObject> call(String adr, JsonObject data) {
        return call(nextCid(), adr, data);
    }

    /** Calls a service of a subscription, which has a number of its own: the same one again is no second subscription. */
    Future<JsonObject> subscription(String adr, JsonObject data) {
        return call(SUBSCRIPTION, adr, data);
    }

    private Future<JsonObject> call(int cid, String adr, JsonObject data) {
        JsonObject request = request(cid, adr, data);
        if (login != null) {
            request.put("auth", login);
        }
        return http.send(HttpMethod.POST, "/", JSON, request.toBuffer())
                .map(answer -> data(adr, cid, answer.status(), answer.body()));
    }

    /**
     * Calls a service by the command channel, where there is one. A channel that does not answer any more is given up.
     *
     * @param repeatable whether it does no harm to be done twice: then it goes over HTTP when the channel does not answer
     */
    Future<JsonObject> command(String adr, JsonObject data, boolean repeatable) {
        IotChannel now = channel;
        if (now == null) {
            return call(adr, data);
        }
        return by(now, adr, data).recover(failure -> {
            if (!(failure instanceof AdapterException e) || e.kind() != Kind.AWAY) {
                return Future.failedFuture(failure);
            }
            channel = null;
            return repeatable ? call(adr, data) : Future.failedFuture(failure);
        });
    }

    /** Calls a service by a command channel, whether it is in use or not. */
    Future<JsonObject> by(IotChannel line, String adr, JsonObject data) {
        int cid = nextCid();
        return line.send(request(cid, adr, data), cid).map(answer -> data(adr, cid, OK, answer));
    }

    /** Commands go by this channel from now on. */
    void use(IotChannel line) {
        channel = line;
    }

    /** Whether commands go by a channel. */
    boolean hasChannel() {
        return channel != null;
    }

    /** Whether it has a login, which is not sent over a channel without encryption. */
    boolean hasLogin() {
        return login != null;
    }

    private static JsonObject request(int cid, String adr, JsonObject data) {
        JsonObject request = new JsonObject().put("code", "request").put("cid", cid).put("adr", adr);
        return data == null ? request : request.put("data", data);
    }

    /** The values of several data points; those that have none are there with their code. */
    Future<JsonObject> values(List<String> points) {
        return call("/getdatamulti", new JsonObject().put("datatosend", new JsonArray(points))).map(IotCore::plain);
    }

    /** Data points by their names in the tree, without what may stand in front. */
    static JsonObject plain(JsonObject points) {
        JsonObject plain = new JsonObject();
        points.forEach(point -> plain.put(IN_FRONT.matcher(point.getKey()).replaceFirst(""), point.getValue()));
        return plain;
    }

    private synchronized int nextCid() {
        lastCid = lastCid % (SUBSCRIPTION - 1) + 1;
        return lastCid;
    }

    private JsonObject data(String adr, int cid, int status, Buffer body) {
        if (status == 401 || status == 403) {
            throw new AdapterException(Kind.REFUSED, "login-refused",
                    "The master does not take the login (HTTP " + status + ")");
        }
        JsonObject answer;
        try {
            answer = body.toJsonObject();
        } catch (DecodeException | ClassCastException e) {
            throw noCore(status);
        }
        if (!(answer.getValue("code") instanceof Number code)) {
            throw noCore(status);
        }
        if (answer.getValue("cid") instanceof Number other && other.intValue() != cid) {
            throw new AdapterException(Kind.AWAY, "wrong-answer", "The master answered another request");
        }
        if (code.intValue() != OK && (code.intValue() < 230 || code.intValue() > 239)) {
            throw failure(adr, code.intValue(), answer);
        }
        return answer.getValue("data") instanceof JsonObject data ? data : new JsonObject();
    }

    private static AdapterException noCore(int status) {
        return new AdapterException(Kind.REFUSED, "no-iot-core",
                "The address answers, and not as an IoT core does (HTTP "
                        + status + ")");
    }

    private static AdapterException failure(String adr, int code, JsonObject answer) {
        return switch (code) {
            case 401, 403 -> new AdapterException(Kind.REFUSED, "login-refused", "The master does not take the login");
            case 503 -> new AdapterException(Kind.DEVICE, "no-device",
                    "No IO-Link device answers on the port, or the port has another mode");
            case 530 -> new AdapterException(Kind.DEVICE, "invalid-process-data", "The process data is not valid now");
            case 531 -> ioLink(answer);
            case 532 -> new AdapterException(Kind.DEVICE, "write-locked",
                    "A fieldbus controller holds the right to write; the port cannot be written from here");
            default -> new AdapterException(Kind.DEVICE, "code-" + code,
                    "The master answers code " + code + " to " + adr);
        };
    }

    /** Where the master says which error it was; the form of that is not documented. */
    private static AdapterException ioLink(JsonObject answer) {
        Object error = answer.getValue("error");
        Object detail = answer.getValue("data") instanceof JsonObject data
                ? data.getValue("errorcode", data.getValue("code"))
                : answer.getValue("errorcode");
        Object found = detail == null ? error : detail;
        if (found instanceof Number number && number.intValue() > 0 && number.intValue() <= 0xFFFF) {
            return IoLinkErrors.failure(number.intValue());
        }
        if (found instanceof String text && text.matches("(0[xX])?[0-9A-Fa-f]{4}")) {
            return IoLinkErrors.failure(Integer.parseInt(text.replaceFirst("^0[xX]", ""), 16));
        }
        return new AdapterException(Kind.DEVICE, "io-link-error", "The device refused it; the master does not say why");
    }

    void close() {
        http.close();
    }
}
