package io.greenstack.api.audit;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.platform.ChangeNotes;

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
            return text(JSON.readTree(octets));
        } catch (IOException e) {
            return null;
        }
    }

    /** Some of the sides of changes: that of one change, or a list of those of several; null if there is none or it is too long. */
    static String of(List<ChangeNotes.Change> changes, Function<ChangeNotes.Change, JsonNode> side) {
        List<JsonNode> given = changes.stream().map(side).filter(Objects::nonNull).toList();
        if (given.isEmpty()) {
            return null;
        }
        return text(given.size() == 1 ? given.get(0) : JSON.createArrayNode().addAll(given));
    }

    private static String text(JsonNode content) {
        mask(content);
        String text = content.toString().replace("\\u0000", "");
        return text.length() > LONGEST ? null : text;
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
