package io.greenstack.descriptions.eds.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * One field of an entry: what stands between two commas.
 *
 * @param tokens its tokens without comments; empty = the field is empty
 * @param line line where it begins (of the separator before it if it is empty), from 1
 * @param column column of the same, from 1
 */
public record EdsField(List<EdsToken> tokens, int line, int column) {

    public EdsField {
        tokens = List.copyOf(tokens);
    }

    /** True if nothing stands in the field; {@code ""} is not nothing. */
    public boolean isEmpty() {
        return tokens.isEmpty();
    }

    /** True if the field is a quoted string (or several that are joined). */
    public boolean isText() {
        return !tokens.isEmpty() && tokens.get(0).kind() == EdsToken.Kind.STRING;
    }

    /** True if the field is a group in braces. */
    public boolean isGroup() {
        return !tokens.isEmpty() && tokens.get(0).kind() == EdsToken.Kind.OPEN_BRACE;
    }

    /** The text: adjacent strings joined without gap, words with one blank between; empty if the field is empty. */
    public String text() {
        if (tokens.isEmpty()) {
            return "";
        }
        if (tokens.size() == 1) {
            return tokens.get(0).value();
        }
        StringBuilder text = new StringBuilder();
        EdsToken previous = null;
        for (EdsToken token : tokens) {
            if (previous != null && previous.kind() == EdsToken.Kind.WORD && token.kind() == EdsToken.Kind.WORD) {
                text.append(' ');
            }
            text.append(token.value());
            previous = token;
        }
        return text.toString();
    }

    /** The text, or null if the field is empty or blank. */
    public String textOrNull() {
        String text = text();
        return text.isBlank() ? null : text;
    }

    /** The number in the field, quoted or not; null if there is none. */
    public BigDecimal number() {
        return tokens.size() == 1 ? EdsNumbers.parse(tokens.get(0).value().strip()) : null;
    }

    /** The number in the field as an int, null if there is none that fits. */
    public Integer intValue() {
        Long value = longValue();
        return value != null && value == value.intValue() ? (Integer) value.intValue() : null;
    }

    /** The number in the field as a long, null if there is none that fits. */
    public Long longValue() {
        return EdsNumbers.toLong(number());
    }
}
