package io.greenstack.suite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of {@code @ConfigMapping} interfaces with their defaults, read from the sources, since no service is on the class path here. */
final class SettingMappings {

    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern TYPE = Pattern.compile("(?:public )?(?:interface|enum) (\\w+) .*");
    private static final Pattern DEFAULT = Pattern.compile("@WithDefault\\(\"(.*)\"\\)");
    private static final Pattern METHOD = Pattern.compile("([\\w<>, .]+) (\\w+)\\(\\);");
    private static final Pattern MAP = Pattern.compile("Map<String, (\\w+)>");

    private record Member(String type, String name, String standard) {}

    private final Map<String, String> defaults = new TreeMap<>();
    private final List<Pattern> named = new ArrayList<>();

    /** Default of each key, null where it has none; without the keys of maps. */
    Map<String, String> defaults() {
        return defaults;
    }

    /** Whether some mapping reads this key. */
    boolean has(String key) {
        return defaults.containsKey(key) || named.stream().anyMatch(pattern -> pattern.matcher(key).matches());
    }

    /** Takes in a source file if it is a mapping. */
    void add(String source) {
        Matcher mapping = MAPPING.matcher(source);
        if (!mapping.find()) {
            return;
        }
        Map<String, List<Member>> types = new HashMap<>();
        Deque<String> open = new ArrayDeque<>();
        String root = null;
        String standard = null;
        for (String line : source.substring(mapping.end()).lines().map(String::strip).toList()) {
            Matcher type = TYPE.matcher(line);
            Matcher value = DEFAULT.matcher(line);
            Matcher method = METHOD.matcher(line);
            if (type.matches()) {
                root = root == null ? type.group(1) : root;
                open.push(type.group(1));
                types.put(type.group(1), new ArrayList<>());
            } else if (line.equals("}")) {
                open.poll();
            } else if (value.matches()) {
                standard = value.group(1);
            } else if (method.matches()) {
                types.get(open.peek()).add(new Member(method.group(1), method.group(2), standard));
                standard = null;
            }
        }
        keys(mapping.group(1), root, types);
    }

    private void keys(String prefix, String type, Map<String, List<Member>> types) {
        for (Member member : types.get(type)) {
            String key = prefix + '.' + member.name().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            Matcher map = MAP.matcher(member.type());
            if (map.matches() && types.containsKey(map.group(1))) {
                types.get(map.group(1)).forEach(entry -> named.add(Pattern.compile(Pattern.quote(prefix)
                        + "\\.[^.]+\\." + entry.name().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))));
            } else if (types.getOrDefault(member.type(), List.of()).isEmpty()) {
                defaults.put(key, member.standard());
            } else {
                keys(key, member.type(), types);
            }
        }
    }
}
