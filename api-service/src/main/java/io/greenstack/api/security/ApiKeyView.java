package io.greenstack.api.security;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What can be seen of an API key.
 *
 * @param id id for revoking it
 * @param name name given at creation
 * @param scope what it may do
 * @param prefix first characters, to recognise it
 * @param createdAt when it was made
 * @param createdBy who made it
 * @param expiresAt when it ends, absent = never
 * @param lastUsedAt last use, exact to the key cache time
 * @param revokedAt when it was revoked, absent = valid
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiKeyView(long id, String name, Scope scope, String prefix, Instant createdAt, String createdBy,
        Instant expiresAt, Instant lastUsedAt, Instant revokedAt) {}
