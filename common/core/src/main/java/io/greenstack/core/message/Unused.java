package io.greenstack.core.message;

/**
 * A part of a message that is understood and has no place. It is counted, and told once for each kind.
 *
 * @param kind what it is, one of a few fixed words
 * @param example which part of the message it was
 */
public record Unused(String kind, String example) {}
