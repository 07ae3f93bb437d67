package io.greenstack.mappings;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.greenstack.core.message.PayloadException;

/**
 * A message that rules are applied to, one after the other. Its payload is read once, however many rules fit; what makes it unreadable
 * is told to each of them. Not for several threads at the same time.
 */
public final class MappingInput {

    private final String topic;
    private final byte[] payload;
    private final Instant received;
    private final Map<Mapping.Format, PayloadDocument> documents = new EnumMap<>(Mapping.Format.class);
    private final Map<Mapping.Format, PayloadException> failures = new EnumMap<>(Mapping.Format.class);

    /**
     * @param topic topic name
     * @param payload octets; not copied
     * @param received when it arrived
     */
    public MappingInput(String topic, byte[] payload, Instant received) {
        this.topic = topic;
        this.payload = payload;
        this.received = received;
    }

    String topic() {
        return topic;
    }

    List<Object> levels() {
        return Arrays.<Object>asList((Object[]) topic.split("/", -1));
    }

    Instant received() {
        return received;
    }

    /** @throws PayloadException if the payload is empty, too large, too deep or no JSON */
    PayloadDocument document(Mapping.Format format) {
        PayloadException failure = failures.get(format);
        if (failure != null) {
            throw failure;
        }
        PayloadDocument known = documents.get(format);
        if (known == null) {
            try {
                known = PayloadDocument.read(payload, format);
                documents.put(format, known);
            } catch (PayloadException e) {
                failures.put(format, e);
                throw e;
            }
        }
        return known;
    }
}
