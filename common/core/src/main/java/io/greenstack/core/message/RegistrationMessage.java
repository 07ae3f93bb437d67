package io.greenstack.core.message;

import java.util.Map;

/**
 * A device makes itself known.
 *
 * @param name display name, null if it has none
 * @param identities what it says it is, by the member of each kind of identity ({@code iolink}, {@code eds}); in each what was
 *        said by canonical name: {@code Long} or {@code String}, never null
 */
public record RegistrationMessage(String name, Map<String, Map<String, Object>> identities) {}
