package io.greenstack.api.security;

import java.time.Instant;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Asks for a new API key.
 *
 * @param name what the key is for
 * @param scope what it may do
 * @param expiresAt when it ends, absent = never
 */
record CreateKeyRequest(@NotBlank @Size(max = 100) String name, @NotNull Scope scope,
        @Future Instant expiresAt) {}
