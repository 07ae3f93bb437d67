package io.greenstack.mappings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.greenstack.core.message.ForeignJson;
import io.greenstack.core.message.ItemFault;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.PayloadLimits;

/**
 * A payload as expressions see it: maps, lists, texts, numbers, truth values.
 *
 * @param content the document; a text where the rule reads texts
 * @param faults members that stand twice
 */
record PayloadDocument(Object content, List<ItemFault> faults) {

    private static final int DEPTH = 32;
    private static final ForeignJson<Object> JSON = new ForeignJson<>(PayloadLimits.DEFAULT.octets(), DEPTH,
            new Values());

    /** @throws PayloadException if the payload is empty, too large, too deep or no JSON */
    static PayloadDocument read(byte[] payload, Mapping.Format format) {
        if (format == Mapping.Format.TEXT) {
            JSON.check(payload);
            return new PayloadDocument(new String(payload, StandardCharsets.UTF_8).strip(), List.of());
        }
        List<ItemFault> faults = new ArrayList<>(0);
        return new PayloadDocument(JSON.read(payload, faults), faults);
    }

    /** Values are what they are in Java. */
    private static final class Values implements ForeignJson.Tree<Object> {

        @Override
        public Object text(String value) {
            return value;
        }

        @Override
        public Object truth(boolean value) {
            return value;
        }

        @Override
        public Object whole(Number value) {
            return value;
        }

        @Override
        public Object fraction(double value) {
            return value;
        }

        @Override
        public Object nothing() {
            return null;
        }

        @Override
        public Object list(List<Object> values) {
            return values;
        }

        @Override
        public Object object(Map<String, Object> members) {
            return members;
        }
    }
}
