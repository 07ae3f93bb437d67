package io.greenstack.bridge.dialect;

/**
 * A part of a foreign message that has no place in ours. It is counted, and told once for each kind.
 *
 * @param kind what it is, one of a few fixed words
 * @param example which part of the message it was
 */
public record Unused(String kind, String example) {}
