package io.greenstack.api.platform;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A body with texts.
 *
 * @param body the body
 * @param languages value of {@code Content-Language}, null if the texts have none
 */
@RegisterForReflection
public record Localized<T>(T body, String languages) {}
