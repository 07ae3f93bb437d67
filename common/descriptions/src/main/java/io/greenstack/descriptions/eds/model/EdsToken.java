package io.greenstack.descriptions.eds.model;

import java.util.Objects;

/**
 * One lexical unit of an EDS file with its place. White space is not kept, comments are.
 *
 * @param kind what it is
 * @param text the characters as they stand in the file, quotes, brackets and the {@code $} of a comment included
 * @param line line number, from 1
 * @param column column of the first character, from 1
 */
public record EdsToken(Kind kind, String text, int line, int column) {

    /** The kinds of tokens. */
    public enum Kind {
        /** {@code [Device]}: the header of a section. */
        SECTION,
        /** A keyword, number, date, time, path octet or anything else without quotes. */
        WORD,
        /** A quoted string. */
        STRING,
        /** {@code =}. */
        EQUALS,
        /** {@code ,}. */
        COMMA,
        /** {@code ;}. */
        SEMICOLON,
        /** <code>{</code>. */
        OPEN_BRACE,
        /** <code>}</code>. */
        CLOSE_BRACE,
        /** {@code $} and what follows up to the end of the line. */
        COMMENT
    }

    public EdsToken {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }

    /** The value of a string without quotes and escapes, the name of a section, the text of anything else. */
    public String value() {
        return switch (kind) {
            case STRING -> EdsStrings.decode(text);
            case SECTION -> text.substring(1, text.endsWith("]") ? text.length() - 1 : text.length()).strip();
            case COMMENT -> text.substring(1).strip();
            default -> text;
        };
    }
}
