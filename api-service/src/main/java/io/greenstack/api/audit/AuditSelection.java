package io.greenstack.api.audit;

import java.time.Instant;

/**
 * What entries are wanted; a member that is null does not matter.
 *
 * @param actor name of the key
 * @param method method of HTTP
 * @param path what the path begins with
 * @param from first instant, included
 * @param to last instant, not included
 * @param refused true for what was refused only, false for what was done only
 */
record AuditSelection(String actor, String method, String path, Instant from, Instant to, Boolean refused) {}
