package io.greenstack.platform.health;

import java.time.Duration;
import java.time.Instant;

/**
 * How fresh and how steady the knowledge of a dependency is.
 *
 * @param age of the last answer, or how long one has been waited for
 * @param since when the state is what it is
 * @param changes how often it changed since the start: many in a short time are flapping
 */
public record Observation(Duration age, Instant since, long changes) {}
