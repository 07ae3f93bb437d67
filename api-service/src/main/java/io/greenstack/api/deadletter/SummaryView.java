package io.greenstack.api.deadletter;

import java.time.Instant;
import java.util.Map;

/**
 * Dead letters of a service in figures.
 *
 * @param service its name
 * @param total how many are kept
 * @param oldest when the oldest was set aside, null if there is none
 * @param replaysWaiting messages that wait for the service to handle them again
 * @param reasons how many for each reason, the most frequent first
 */
record SummaryView(String service, long total, Instant oldest, long replaysWaiting, Map<String, Long> reasons) {}
