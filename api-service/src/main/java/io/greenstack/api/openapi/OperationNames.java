package io.greenstack.api.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Ids of operations out of method and path: {@code GET /api/devices/{id}/events} is {@code list_device_events}. They stay as they
 * are when the code is moved, and clients get readable names of them.
 */
final class OperationNames {

    /** Last segments that say what is done, not with what. */
    private static final Set<String> VERBS = Set.of("decode", "encode", "validate", "replay", "discard", "reset",
            "cancel", "publish", "register", "upload", "upload-package", "import", "bulk-delete", "compare", "export",
            "stream", "generate", "download", "rotate", "clear", "acknowledge", "shelve", "unshelve", "remove");
    private static final Set<String> SAME_IN_PLURAL = Set.of("eds", "status");

    private OperationNames() {}

    /**
     * An operation.
     *
     * @param list whether it answers an array
     */
    record Key(String method, String path, boolean list) {}

    /** The id of each; where two would have the same, the one with more variables has them in its name. */
    static Map<Key, String> of(List<Key> operations) {
        Map<String, List<Key>> byName = new TreeMap<>();
        operations.forEach(key -> byName.computeIfAbsent(name(key), name -> new ArrayList<>()).add(key));
        Map<Key, String> names = new LinkedHashMap<>();
        byName.forEach((name, same) -> {
            same.sort((a, b) -> variables(a).size() == variables(b).size()
                    ? a.path().compareTo(b.path())
                    : Integer.compare(variables(a).size(), variables(b).size()));
            names.put(same.get(0), name);
            for (Key other : same.subList(1, same.size())) {
                names.put(other, name + "_by_" + String.join("_and_", variables(other)));
            }
        });
        return names;
    }

    private static String name(Key key) {
        List<String> segments = List.of(key.path().replaceFirst("^/(api/)?", "").split("/"));
        String verb = verb(key);
        List<String> words = new ArrayList<>();
        int last = segments.size() - 1;
        for (int i = 0; i <= last; i++) {
            String segment = segments.get(i);
            boolean one = i < last && isVariable(segments.get(i + 1)) || i == last && verb.equals("create");
            if (i == last && VERBS.contains(segment)) {
                verb = segment;
            } else if (!isVariable(segment)) {
                words.add(one ? singular(segment) : segment);
            }
        }
        words.add(0, verb);
        return String.join("_", words).replace('-', '_').toLowerCase(Locale.ROOT);
    }

    private static String verb(Key key) {
        return switch (key.method()) {
            case "GET" -> key.list() ? "list" : "get";
            case "POST" -> "create";
            case "PUT" -> "replace";
            case "PATCH" -> "update";
            default -> key.method().toLowerCase(Locale.ROOT);
        };
    }

    private static List<String> variables(Key key) {
        return List.of(key.path().split("/")).stream().filter(OperationNames::isVariable)
                .map(segment -> segment.substring(1, segment.length() - 1)).toList();
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }

    private static String singular(String word) {
        if (SAME_IN_PLURAL.contains(word) || !word.endsWith("s") || word.endsWith("ss")) {
            return word;
        }
        return word.endsWith("ies") ? word.substring(0, word.length() - 3) + 'y' : word.substring(0, word.length() - 1);
    }
}
