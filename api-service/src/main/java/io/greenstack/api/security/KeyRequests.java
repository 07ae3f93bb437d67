package io.greenstack.api.security;

import java.time.Instant;
import java.util.List;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What is asked about API keys. */
final class KeyRequests {

    private static final int MOST_RANGES = 50;
    private static final int LONGEST_NAME = 100;

    private KeyRequests() {}

    /**
     * Asks for a new API key.
     *
     * @param name what the key is for
     * @param scope what it may do
     * @param expiresAt when it ends, absent = never
     * @param allowedAddresses addresses and ranges (CIDR) from which it may be used, absent = all
     */
    record CreateKeyRequest(
            @NotBlank @Size(max = LONGEST_NAME) @Pattern(regexp = "(?!\\s*[oO][iI][dD][cC]:)[\\s\\S]*", message = "must not begin with 'oidc:', as people are named") String name,
            @NotNull Scope scope, @Future Instant expiresAt,
            @Size(max = MOST_RANGES) List<@NotBlank @Size(max = 64) String> allowedAddresses) {}

    /**
     * Asks for a key in the place of another one.
     *
     * @param overlap how long the old one goes on, such as 24h, 0s for not at all; absent = by the setting
     * @param expiresAt when the new one ends, absent = never
     */
    record RotateKeyRequest(@Size(max = 20) String overlap, @Future Instant expiresAt) {}
}
