package io.greenstack.api.telemetry;

import java.util.List;
import java.util.Map;

/**
 * A question in SQL.
 *
 * @param text of it
 * @param columns of its answer, in their order
 * @param parameters values that its text names as {@code $name}, where the store takes them beside it
 */
record SqlQuestion(String text, List<String> columns, Map<String, String> parameters) {}
