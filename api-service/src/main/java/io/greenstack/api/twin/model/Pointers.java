package io.greenstack.api.twin.model;

import java.util.Map;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.JsonNode;

/** JSON pointers (RFC 6901) of the leaves of a document. A leaf is whatever is no object, and the empty object. */
final class Pointers {

    private Pointers() {}

    /** The pointer of a member. */
    static String child(String parent, String name) {
        boolean plain = name.indexOf('~') < 0 && name.indexOf('/') < 0;
        return parent + '/' + (plain ? name : name.replace("~", "~0").replace("/", "~1"));
    }

    static boolean leaf(JsonNode value) {
        return !value.isObject() || value.isEmpty();
    }

    /** Calls back with each leaf below a value; the value itself when it is one. */
    static void leaves(JsonNode value, String pointer, BiConsumer<String, JsonNode> leaf) {
        if (leaf(value)) {
            leaf.accept(pointer, value);
            return;
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            leaves(member.getValue(), child(pointer, member.getKey()), leaf);
        }
    }

    /** Whether a pointer is the other one or lies below it. */
    static boolean within(String pointer, String ancestor) {
        return pointer.startsWith(ancestor)
                && (pointer.length() == ancestor.length() || pointer.charAt(ancestor.length()) == '/');
    }
}
