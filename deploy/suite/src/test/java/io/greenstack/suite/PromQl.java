package io.greenstack.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The metrics and labels that a PromQL expression names. No whole grammar: enough for expressions of rules and dashboards.
 *
 * @param metrics each metric with the labels in its selectors
 * @param grouping labels of {@code by}, {@code without} and {@code on}, which belong to any of the metrics
 */
record PromQl(Map<String, Set<String>> metrics, Set<String> grouping) {

    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern COMMENT = Pattern.compile("(?m)#.*$");
    private static final Pattern RANGE = Pattern.compile("\\[[^\\]]*]");
    private static final Pattern GROUPING = Pattern
            .compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern NAME = Pattern
            .compile("(?<![\\w:.$])([a-zA-Z_:][\\w:]*)\\s*(\\{([^}]*)})?(\\s*\\()?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "by", "without", "on");

    static PromQl of(String expression) {
        String text = RANGE.matcher(COMMENT.matcher(TEXT.matcher(expression).replaceAll("")).replaceAll(""))
                .replaceAll("");
        // an offset is a time, not a name
        text = text.replaceAll("offset\\s+\\w+", "");
        Set<String> grouping = new TreeSet<>();
        Matcher groups = GROUPING.matcher(text);
        while (groups.find()) {
            for (String label : groups.group(1).split(",")) {
                if (!label.isBlank()) {
                    grouping.add(label.trim());
                }
            }
        }
        Map<String, Set<String>> metrics = new LinkedHashMap<>();
        Matcher names = NAME.matcher(GROUPING.matcher(text).replaceAll(" "));
        while (names.find()) {
            boolean function = names.group(4) != null;
            if (function || WORDS.contains(names.group(1))) {
                continue;
            }
            Set<String> labels = metrics.computeIfAbsent(names.group(1), name -> new TreeSet<>());
            if (names.group(3) != null) {
                Matcher label = LABEL.matcher(names.group(3));
                while (label.find()) {
                    labels.add(label.group(1));
                }
            }
        }
        return new PromQl(metrics, grouping);
    }

    /** The expressions of a file of rules. */
    static List<String> ofRules(String yaml) {
        List<String> found = new ArrayList<>();
        Matcher expressions = Pattern.compile("(?m)^( *)expr: (?:\\|\\n((?:\\1 +.*\\n)+)|(.*))").matcher(yaml);
        while (expressions.find()) {
            found.add(expressions.group(2) == null ? expressions.group(3) : expressions.group(2));
        }
        return found;
    }
}
