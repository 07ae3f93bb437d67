package io.greenstack.bridge.master.ifm;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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

/** Requests to an IoT core over HTTP, and what its codes mean. The login goes over an encrypted connection only. */
final class IotCore {

    private static final Pattern IN_FRONT = Pattern.compile("^.*?/?(?=iolinkmaster/|deviceinfo/)");
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final MasterHttp http;
    private final JsonObject login;
    private int lastCid;

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
        int cid = nextCid();
        JsonObject request = new JsonObject().put("code", "request").put("cid", cid).put("adr", adr);
        if (data != null) {
            request.put("data", data);
        }
        if (login != null) {
            request.put("auth", login);
        }
        return http.send(HttpMethod.POST, "/", JSON, request.toBuffer())
                .map(answer -> data(adr, cid, answer.status(), answer.body()));
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
        lastCid = lastCid % 1_000_000 + 1;
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
        if (code.intValue() != 200 && (code.intValue() < 230 || code.intValue() > 239)) {
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
