package io.greenstack.api.audit;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What of a request body the log keeps: small JSON, without secrets. */
final class AuditBody {

    /** Longest text that is kept, in characters. */
    static final int LONGEST = 4_096;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SECRETS = Set.of("key", "secret", "password", "token", "api_key", "hash");

    private AuditBody() {}

    /** The body with secrets masked, null if it is no JSON or too long. */
    static String of(byte[] octets) {
        if (octets == null || octets.length == 0 || octets.length > LONGEST) {
            return null;
        }
        try {
            JsonNode body = JSON.readTree(octets);
            mask(body);
            String text = body.toString().replace("\\u0000", "");
            return text.length() > LONGEST ? null : text;
        } catch (IOException e) {
            return null;
        }
    }

    private static void mask(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                if (SECRETS.contains(member.getKey().toLowerCase(Locale.ROOT))) {
                    member.setValue(object.textNode("***"));
                }
            });
        }
        node.forEach(AuditBody::mask);
    }
}
