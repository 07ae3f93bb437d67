package io.greenstack.api.platform;

/**
 * A body with texts.
 *
 * @param body the body
 * @param languages value of {@code Content-Language}, null if the texts have none
 */
public record Localized<T>(T body, String languages) {}
