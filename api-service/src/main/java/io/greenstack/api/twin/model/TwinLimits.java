package io.greenstack.api.twin.model;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.twin.model.Twin.Section;

/**
 * What a twin may hold.
 *
 * @param octets size of either half, as JSON
 * @param depth nesting of objects and lists, the document itself being the first level
 * @param leaves values of either half
 */
public record TwinLimits(int octets, int depth, int leaves) {

    /** Most characters of a name. */
    public static final int NAME = 256;

    /**
     * Checks what somebody wants to merge.
     *
     * @throws TwinLimitException for more values than a half may have or as many deletions again, whatever the twin holds;
     *         else naming the member that nests too deep, has a name that cannot be stored, or a number that
     *         is beyond what a double holds
     */
    public void checkShape(ObjectNode patch) {
        int members = members(patch, 2 * leaves + 1);
        if (members > 2 * leaves) {
            throw new TwinLimitException(TwinLimitException.TOO_LARGE, "",
                    "has more than " + 2 * leaves + " values and deletions; a twin has " + leaves + " values at most");
        }
        check(patch, "", 1);
    }

    /** Members of objects at every level that are no objects with members; counted no further than to the limit. */
    private static int members(JsonNode node, int limit) {
        int count = 0;
        for (JsonNode member : node) {
            count += member.isObject() && !member.isEmpty() ? members(member, limit - count) : 1;
            if (count >= limit) {
                return limit;
            }
        }
        return count;
    }

    private void check(JsonNode value, String pointer, int level) {
        if (value.isContainerNode() && level > depth) {
            throw new TwinLimitException(TwinLimitException.TOO_DEEP, pointer,
                    "nests deeper than the " + depth + " levels allowed");
        }
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                String name = member.getKey();
                if (name.isEmpty() || name.length() > NAME || name.indexOf('\0') >= 0) {
                    throw new TwinLimitException(TwinLimitException.BAD_NAME, pointer,
                            "has a member whose name is not 1 to " + NAME + " characters without NUL");
                }
                check(member.getValue(), Pointers.child(pointer, name), level + 1);
            }
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(value.get(i), pointer + '/' + i, level + 1);
            }
        } else if (value.isTextual() && value.textValue().indexOf('\0') >= 0) {
            throw new TwinLimitException(TwinLimitException.BAD_VALUE, pointer, "has a NUL character");
        } else if (value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue())) {
            throw new TwinLimitException(TwinLimitException.BAD_VALUE, pointer, "is beyond what a double holds");
        }
    }

    /**
     * Checks the outcome of an operation; a half that has not changed is taken as it is.
     *
     * @throws TwinLimitException {@link TwinLimitException#TOO_LARGE}
     */
    public void checkSize(Change change) {
        check("desired", change.before().desired(), change.twin().desired());
        check("reported", change.before().reported(), change.twin().reported());
    }

    private void check(String name, Section before, Section after) {
        if (before == after) {
            return;
        }
        if (after.meta().size() > leaves) {
            throw new TwinLimitException(TwinLimitException.TOO_LARGE, name,
                    "would have " + after.meta().size() + " values, the limit is " + leaves);
        }
        String text = after.values().toString();
        if (text.length() > octets / 3 && text.getBytes(StandardCharsets.UTF_8).length > octets) {
            throw new TwinLimitException(TwinLimitException.TOO_LARGE, name,
                    "would be larger than the " + octets + " octets allowed");
        }
    }
}
