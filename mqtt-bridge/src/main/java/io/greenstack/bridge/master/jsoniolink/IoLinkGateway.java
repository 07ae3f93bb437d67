package io.greenstack.bridge.master.jsoniolink;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import io.greenstack.bridge.master.AdapterException;
import io.greenstack.bridge.master.AdapterException.Kind;
import io.greenstack.bridge.master.IoLinkErrors;
import io.greenstack.bridge.master.MasterHttp;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;

/** Requests to a gateway, and what its numbered errors mean. */
final class IoLinkGateway {

    private static final int PERMISSION_DENIED = 150;
    private static final int LOCKED = 104;
    private static final int ISDU_ERROR = 311;

    private final MasterHttp http;
    private final Map<String, String> headers = new HashMap<>();

    /**
     * @param username null for none
     * @param password null for none
     */
    IoLinkGateway(MasterHttp http, String username, String password) {
        this.http = http;
        headers.put("Accept", "application/json");
        if (username != null && !http.secure()) {
            throw new AdapterException(Kind.REFUSED, "not-encrypted",
                    "The login of a gateway goes over https only; give an address that begins with https://");
        }
        if (username != null) {
            headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(
                    (username + ":" + (password == null ? "" : password)).getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** What the gateway has at a path: an object or an array. */
    <T> Future<T> get(String path, Class<T> type) {
        return http.send(HttpMethod.GET, path, headers, null).map(answer -> {
            Object body = body(answer);
            if (!type.isInstance(body)) {
                throw noGateway(answer.status());
            }
            return type.cast(body);
        });
    }

    Future<Void> post(String path, JsonObject body) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        return http.send(HttpMethod.POST, path, all, body.toBuffer()).map(answer -> {
            body(answer);
            return null;
        });
    }

    private static Object body(MasterHttp.Answer answer) {
        Object body = json(answer.body());
        if (answer.status() >= 200 && answer.status() < 300) {
            return body;
        }
        if (answer.status() == 401) {
            throw new AdapterException(Kind.REFUSED, "login-refused", "The gateway does not take the login");
        }
        if (!(body instanceof JsonObject error) || !(error.getValue("code") instanceof Number code)) {
            throw noGateway(answer.status());
        }
        throw failure(code.intValue(), error);
    }

    private static Object json(Buffer body) {
        try {
            return body.length() == 0 ? null : Json.decodeValue(body);
        } catch (DecodeException e) {
            return null;
        }
    }

    private static AdapterException noGateway(int status) {
        return new AdapterException(Kind.REFUSED, "no-gateway",
                "The address answers, and not as a gateway of JSON for IO-Link "
                        + "does (HTTP " + status + ")");
    }

    private static AdapterException failure(int code, JsonObject error) {
        if (code == ISDU_ERROR && error.getValue("iolinkError") instanceof JsonObject detail
                && detail.getValue("code") instanceof Number type) {
            return IoLinkErrors.failure(type.intValue());
        }
        String message = String.valueOf(error.getValue("message"));
        return switch (code) {
            case PERMISSION_DENIED -> new AdapterException(Kind.REFUSED, "login-refused",
                    "The gateway does not allow it: " + message);
            case LOCKED ->
                new AdapterException(Kind.DEVICE, "write-locked", "Somebody else holds the right to write: " + message);
            case 304, 307, 308 -> new AdapterException(Kind.DEVICE, "no-device",
                    "No IO-Link device answers on the port, or the port has another mode: " + message);
            default -> new AdapterException(Kind.DEVICE, "code-" + code, "The gateway says: " + message);
        };
    }

    void close() {
        http.close();
    }
}
