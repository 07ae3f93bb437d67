package io.greenstack.bridge.master.jsoniolink;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.greenstack.bridge.master.AdapterException;
import io.greenstack.bridge.master.AdapterException.Kind;
import io.greenstack.bridge.master.IoLinkErrors;
import io.greenstack.bridge.master.MasterRequests;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Parameters by {@code {originator}/devices/{alias}/parameter/request/{transaction}}, answered on {@code response}. */
final class GatewayParameters {

    private static final int SERIAL_NUMBER = 21;
    private static final String DONE = "_SUCCESS";

    private final String begin;
    private final MasterRequests requests;

    /** @param begin originator id and a slash */
    GatewayParameters(String begin, MasterRequests requests) {
        this.begin = begin;
        this.requests = requests;
    }

    /** A list of octets, or a value by the description where the gateway answers so; null for none. */
    Future<Object> read(String alias, int index, int subindex) {
        return exchange(alias, "READ", parameter(index, subindex)).map(content -> content.getValue("value"));
    }

    Future<Void> write(String alias, int index, int subindex, byte[] octets) {
        return exchange(alias, "WRITE", parameter(index, subindex).put("content",
                new JsonObject().put("value", IoLinkValues.list(octets)))).mapEmpty();
    }

    /** Whether a device has a serial number; one that does not tell its own is believed. */
    Future<Boolean> hasSerial(String alias, String serial) {
        return read(alias, SERIAL_NUMBER, 0).map(value -> serial.strip().equals(text(value)))
                .recover(failure -> refused(failure) ? Future.succeededFuture(true) : Future.failedFuture(failure));
    }

    /** Fails when the gateway does not answer; it may answer with an error. */
    Future<Void> answers(String alias) {
        return read(alias, SERIAL_NUMBER, 0).<Void>mapEmpty()
                .recover(failure -> refused(failure) ? Future.succeededFuture() : Future.failedFuture(failure));
    }

    private static boolean refused(Throwable failure) {
        return failure instanceof AdapterException refusal && refusal.kind() == Kind.DEVICE;
    }

    private static JsonObject parameter(int index, int subindex) {
        JsonObject identifier = new JsonObject().put("index", index);
        return new JsonObject().put("identifier", subindex == 0 ? identifier : identifier.put("subIndex", subindex));
    }

    private Future<JsonObject> exchange(String alias, String direction, JsonObject parameter) {
        String topics = begin + "devices/" + alias + "/parameter/";
        String transaction = UUID.randomUUID().toString();
        JsonObject request = new JsonObject().put("direction", direction).put("parameters",
                new JsonArray().add(parameter));
        return requests.send(topics + "request/" + transaction, request, topics + "response/" + transaction)
                .map(GatewayParameters::content);
    }

    private static JsonObject content(byte[] payload) {
        if (!(json(payload) instanceof JsonArray list) || list.isEmpty()
                || !(list.getValue(0) instanceof JsonObject first)
                || !(first.getValue("result") instanceof JsonObject result)) {
            throw new AdapterException(Kind.DEVICE, "no-result", "The gateway answers, and not as the contract says");
        }
        if (String.valueOf(result.getValue("parameterExchangeResult")).endsWith(DONE)) {
            return result.getValue("content") instanceof JsonObject content ? content : new JsonObject();
        }
        if (result.getValue("iolinkError") instanceof JsonObject error
                && error.getValue("code") instanceof Number code) {
            throw IoLinkErrors.failure(code.intValue());
        }
        throw new AdapterException(Kind.DEVICE, "io-link-error", "The gateway refused it and does not say why");
    }

    private static String text(Object value) {
        return (value instanceof JsonArray list
                ? new String(IoLinkValues.octets(list), StandardCharsets.UTF_8).replace("\0", "")
                : String.valueOf(value)).strip();
    }

    /** A document, null for what is none. */
    static Object json(byte[] payload) {
        try {
            return Json.decodeValue(Buffer.buffer(payload));
        } catch (DecodeException e) {
            return null;
        }
    }
}
