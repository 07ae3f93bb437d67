package io.greenstack.bridge.dialect;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.PayloadLimits;
import io.greenstack.core.message.RejectReason;

/** Reads foreign JSON within the limits of all payloads. */
public final class JsonPayloads {

    private static final PayloadLimits LIMITS = PayloadLimits.DEFAULT;
    private static final ObjectReader READER = JsonMapper
            .builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(LIMITS.depth())
                            .maxStringLength(LIMITS.octets()).maxNumberLength(128).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();

    private JsonPayloads() {}

    /**
     * The document of a payload.
     *
     * @throws PayloadException if it is empty, too large, too deep or no JSON
     */
    public static JsonNode read(byte[] payload) {
        if (payload.length == 0) {
            throw new PayloadException(RejectReason.EMPTY_PAYLOAD, "The payload is empty");
        }
        if (payload.length > LIMITS.octets()) {
            throw new PayloadException(RejectReason.PAYLOAD_TOO_LARGE,
                    "The payload has " + payload.length + " octets, the limit is " + LIMITS.octets());
        }
        try {
            return READER.readTree(payload);
        } catch (StreamConstraintsException e) {
            throw new PayloadException(RejectReason.TOO_DEEP,
                    "The payload nests deeper than " + LIMITS.depth() + " levels or has a number that is too long");
        } catch (IOException e) {
            String text = String.valueOf(e.getMessage());
            int end = text.indexOf('\n');
            throw new PayloadException(RejectReason.NOT_JSON,
                    "The payload is not JSON: " + (end < 0 ? text : text.substring(0, end)));
        }
    }
}
