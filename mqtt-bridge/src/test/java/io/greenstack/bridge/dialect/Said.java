package io.greenstack.bridge.dialect;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Assumptions;

import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.Topics;

/** What dialects are told in tests, and what they say. */
public final class Said {

    public static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");
    public static final CanonicalMessages MESSAGES = new CanonicalMessages(new Topics("devices"));

    private Said() {}

    /** A message as it arrives. */
    public static InboundMessage message(String topic, byte[] payload) {
        return new InboundMessage(topic, payload, 1, false, false, NOW);
    }

    /** A message with a text. */
    public static InboundMessage message(String topic, String payload) {
        return message(topic, payload.getBytes(StandardCharsets.UTF_8));
    }

    /** Publications as {@code topic payload}, retained ones with {@code (retained)} before them. */
    public static List<String> lines(Translation translation) {
        return translation.publications().stream().map(publication -> (publication.retain() ? "(retained) " : "")
                + publication.topic() + " " + new String(publication.payload(), StandardCharsets.UTF_8)).toList();
    }

    /** A recorded payload; the test is skipped where the recordings are not beside the repository. */
    public static Path recorded(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolveSibling("shared").resolve("corpus").resolve("mqtt-payloads").resolve(name);
            if (folder.getParent() != null && Files.isRegularFile(file)) {
                return file;
            }
        }
        Assumptions
                .abort("Skipped: the recorded payloads (../shared/corpus/mqtt-payloads) are not beside the repository");
        return null;
    }
}
