package io.greenstack.api.alarm.notice;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.greenstack.api.platform.ApiException;

/** A text with names in double braces, such as {@code {{message}}}, that are replaced; nothing else happens in it. */
final class NoticeTemplate {

    private static final Pattern NAME = Pattern.compile("\\{\\{\\s*([a-z_]+)\\s*}}");

    private NoticeTemplate() {}

    /**
     * Fills in.
     *
     * @param values by name; null counts as empty
     * @param quote what is done to each value, for the language in which the text is
     */
    static String fill(String template, Map<String, Object> values, UnaryOperator<String> quote) {
        return NAME.matcher(template).replaceAll(found -> {
            Object value = values.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? "" : quote.apply(value.toString()));
        });
    }

    /** @throws ApiException 400 when a template has a name that is none of those that there are */
    static void check(String field, String template, Set<String> names) {
        if (template == null) {
            return;
        }
        Matcher found = NAME.matcher(template);
        while (found.find()) {
            if (!names.contains(found.group(1))) {
                throw ApiException.invalidParameter(field, "{{" + found.group(1) + "}} is not known; there are "
                        + String.join(", ", new TreeSet<>(names)));
            }
        }
    }
}
