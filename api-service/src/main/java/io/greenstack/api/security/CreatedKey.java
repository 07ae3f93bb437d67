package io.greenstack.api.security;

/**
 * A new API key. The only answer that ever carries the key itself.
 *
 * @param key the key to send as {@code X-API-Key}; it cannot be read again
 * @param details what is stored about it
 */
record CreatedKey(String key, ApiKeyView details) {}
