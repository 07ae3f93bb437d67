package io.greenstack.descriptions.compare;

/**
 * What a change means for decoded values.
 *
 * @param kind {@code field_renamed}, {@code field_rescaled}, {@code field_moved}, {@code field_retyped},
 *        {@code field_added}, {@code field_removed}, {@code field_values_changed}, {@code field_shown_changed},
 *        {@code frame_added}, {@code frame_removed}, {@code frame_resized}, {@code condition_changed} or
 *        {@code parameter_default_changed}
 * @param direction {@code in} or {@code out}, null for parameters
 * @param field key of the field before, or after if it is new; null for frames and parameters
 * @param oldValue what it was, null if there was none
 * @param newValue what it is, null if there is none
 * @param message the consequence in a sentence
 */
public record Consequence(String kind, String direction, String field, String oldValue, String newValue,
        String message) {}
