package io.greenstack.bridge.master.ice2;

import java.util.UUID;
import java.util.stream.IntStream;

import io.greenstack.bridge.master.AdapterException;
import io.greenstack.bridge.master.AdapterException.Kind;
import io.greenstack.bridge.master.IoLinkErrors;
import io.greenstack.bridge.master.MasterRequests;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Reads and writes parameters by {@code {base}/port/{n}/isdu/request/{transaction}}, answered on {@code isdu/response} (user manual of
 * the RSTi-OM, GFK-3212A, 12.3.9 to 12.5). Values are lists of octets.
 */
final class Ice2Isdu {

    private static final int LONGEST_TEXT = 200;
    private static final int OCTET = 0xFF;

    private final String base;
    private final MasterRequests requests;

    Ice2Isdu(String base, MasterRequests requests) {
        this.base = base;
        this.requests = requests;
    }

    Future<byte[]> read(int port, int index, int subindex) {
        return call(port, body("read", index, subindex).put("format", "raw")).map(answer -> octets(answer, "raw"));
    }

    Future<Void> write(int port, int index, int subindex, byte[] octets) {
        return call(port, body("write", index, subindex).put("raw", list(octets))).mapEmpty();
    }

    private static JsonObject body(String op, int index, int subindex) {
        JsonObject body = new JsonObject().put("op", op).put("index", index);
        return subindex == 0 ? body : body.put("subindex", subindex);
    }

    private Future<JsonObject> call(int port, JsonObject body) {
        String isdu = base + "/port/" + port + "/isdu/";
        String transaction = UUID.randomUUID().toString();
        return requests.send(isdu + "request/" + transaction, body, isdu + "response/" + transaction)
                .map(Ice2Isdu::checked);
    }

    private static JsonObject checked(byte[] payload) {
        JsonObject answer = json(payload);
        if (answer == null || !(answer.getValue("status") instanceof String status)) {
            throw new AdapterException(Kind.DEVICE, "no-answer-of-isdu",
                    "The master answers, and not as an ICE2 or RSTi-OM does: 'status' is missing");
        }
        if ("OK".equalsIgnoreCase(status)) {
            return answer;
        }
        if (answer.getValue("errortype") instanceof JsonObject type
                && type.getValue("code") instanceof Number code && type.getValue("addcode") instanceof Number more) {
            throw IoLinkErrors.failure((code.intValue() & OCTET) << 8 | more.intValue() & OCTET);
        }
        String text = answer.getValue("errormsg") instanceof String message ? message : status;
        throw new AdapterException(Kind.DEVICE, "io-link-error", "The master says: "
                + text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
    }

    /** An object, null for anything else. */
    static JsonObject json(byte[] payload) {
        try {
            return Buffer.buffer(payload).toJsonObject();
        } catch (DecodeException | ClassCastException e) {
            return null;
        }
    }

    /** @throws AdapterException when there is no list of octets */
    static byte[] octets(JsonObject object, String name) {
        if (!(object.getValue(name) instanceof JsonArray list)) {
            throw new AdapterException(Kind.DEVICE, "no-octets", "The master answered no list of octets");
        }
        byte[] octets = new byte[list.size()];
        for (int i = 0; i < octets.length; i++) {
            if (!(list.getValue(i) instanceof Number octet) || octet.intValue() < 0 || octet.intValue() > OCTET) {
                throw new AdapterException(Kind.DEVICE, "no-octets", "The master answered no list of octets");
            }
            octets[i] = octet.byteValue();
        }
        return octets;
    }

    static JsonArray list(byte[] octets) {
        return new JsonArray(IntStream.range(0, octets.length).mapToObj(i -> octets[i] & OCTET).toList());
    }
}
