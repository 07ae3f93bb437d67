package io.greenstack.platform.master;

import java.util.ArrayList;
import java.util.List;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * A master as the bridge gets to know it.
 *
 * @param id its name in device ids and topics
 * @param kind name of the adapter, such as {@code ifm_http}
 * @param address URL, with {@code http} or {@code https}
 * @param intervalMillis pause between the begins of two readings
 * @param username login, null for none
 * @param sealedPassword as {@link MasterSecrets} made it, null for none
 * @param verifyCertificate with {@code https}: whether somebody has to vouch for the certificate
 */
public record MasterConfig(String id, String kind, String address, int intervalMillis, String username,
        String sealedPassword, boolean verifyCertificate) {

    /** One master of such a document. */
    public JsonObject toJson() {
        return new JsonObject().put("id", id).put("kind", kind).put("address", address).put("interval", intervalMillis)
                .put("username", username).put("password", sealedPassword).put("verify", verifyCertificate);
    }

    /** Reads one. */
    public static MasterConfig of(JsonObject json) {
        return new MasterConfig(json.getString("id"), json.getString("kind"), json.getString("address"),
                json.getInteger("interval"), json.getString("username"), json.getString("password"),
                json.getBoolean("verify", true));
    }

    /** The document in Redis: all masters that are to be run. */
    public static String document(List<MasterConfig> masters) {
        return new JsonArray(masters.stream().map(MasterConfig::toJson).toList()).encode();
    }

    /** Reads such a document. */
    public static List<MasterConfig> read(String document) {
        List<MasterConfig> masters = new ArrayList<>();
        new JsonArray(document).forEach(element -> masters.add(of((JsonObject) element)));
        return masters;
    }
}
