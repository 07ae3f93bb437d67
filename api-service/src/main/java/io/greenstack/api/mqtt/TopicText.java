package io.greenstack.api.mqtt;

import io.greenstack.api.platform.ApiException;

/**
 * What topics and topic filters have in common. A broker closes the connection over one that it does not like, and that
 * connection carries the messages of everybody, so these limits are those of Mosquitto and tighter.
 */
final class TopicText {

    private static final int MAX_LENGTH = 1024;
    private static final int MAX_LEVELS = 128;

    private TopicText() {}

    /**
     * Checks a topic or a filter.
     *
     * @throws ApiException 400 when it is absent or empty, has more than 1,024 characters or 128 levels, or characters that
     *         MQTT 3.1.1 (1.5.3) advises against
     */
    static String check(String text) {
        if (text == null || text.isEmpty() || text.length() > MAX_LENGTH) {
            throw ApiException.invalidParameter("topic", "1 to " + MAX_LENGTH + " characters are needed");
        }
        if (text.chars().filter(c -> c == '/').count() >= MAX_LEVELS) {
            throw ApiException.invalidParameter("topic", "it has more than " + MAX_LEVELS + " levels");
        }
        if (text.codePoints().anyMatch(TopicText::forbidden)) {
            throw ApiException.invalidParameter("topic",
                    "control characters, unpaired surrogates and code points that are no characters are not allowed");
        }
        return text;
    }

    /** Unicode 15, 23.7: U+FDD0 to U+FDEF and the last two code points of each plane are no characters. */
    private static boolean forbidden(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE || c >= 0xFDD0 && c <= 0xFDEF
                || (c & 0xFFFE) == 0xFFFE;
    }
}
