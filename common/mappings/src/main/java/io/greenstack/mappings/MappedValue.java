package io.greenstack.mappings;

import java.time.Instant;

import io.greenstack.core.message.NamedValue;

/**
 * A value that a rule made.
 *
 * @param value name, value and unit
 * @param time when it was measured, null for the arrival of the message
 */
public record MappedValue(NamedValue value, Instant time) {}
