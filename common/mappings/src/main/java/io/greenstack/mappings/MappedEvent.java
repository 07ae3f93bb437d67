package io.greenstack.mappings;

import java.time.Instant;

/**
 * An event that a rule made.
 *
 * @param code 0 to 65535
 * @param mode {@code appears}, {@code disappears} or {@code singleshot}
 * @param type {@code notification}, {@code warning} or {@code error}; null if not told
 * @param time when it happened, null for the arrival of the message
 */
public record MappedEvent(int code, String mode, String type, Instant time) {}
