package io.greenstack.api.twin.model;

import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;

/** Equality of JSON values as a device means it: {@code 1}, {@code 1.0} and {@code 1e0} are the same number. */
final class JsonValues {

    private JsonValues() {}

    /** Whether two values are the same; a null reference is the same as nothing. */
    static boolean same(JsonNode one, JsonNode other) {
        if (one == null || other == null) {
            return one == other;
        }
        if (one.isNumber() && other.isNumber()) {
            return sameNumber(one, other);
        }
        if (one.isObject() && other.isObject()) {
            return sameMembers(one, other);
        }
        if (one.isArray() && other.isArray()) {
            return sameElements(one, other);
        }
        return one.equals(other);
    }

    private static boolean sameNumber(JsonNode one, JsonNode other) {
        if (one.canConvertToLong() && one.isIntegralNumber() && other.canConvertToLong() && other.isIntegralNumber()) {
            return one.longValue() == other.longValue();
        }
        return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }

    private static boolean sameMembers(JsonNode one, JsonNode other) {
        return one.size() == other.size() && one.properties().stream()
                .allMatch(member -> same(member.getValue(), other.get(member.getKey())));
    }

    private static boolean sameElements(JsonNode one, JsonNode other) {
        return one.size() == other.size()
                && IntStream.range(0, one.size()).allMatch(i -> same(one.get(i), other.get(i)));
    }
}
