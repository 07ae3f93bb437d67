package io.greenstack.api.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.security.ApiKeyResource.CreateKeyRequest;
import io.greenstack.descriptions.Sparse;

/** Creates, lists, revokes and looks up API keys. */
@ApplicationScoped
@Transactional
class ApiKeyService {

    private final ApiKeyRepository keys;
    private final Secrets secrets;
    private final Event<KeysChanged> changed;
    private final Clock clock;

    public ApiKeyService(ApiKeyRepository keys, Secrets secrets, Event<KeysChanged> changed, Clock clock) {
        this.keys = keys;
        this.secrets = secrets;
        this.changed = changed;
        this.clock = clock;
    }

    /** Told after the commit of a change of keys. */
    public record KeysChanged() {}

    /** Makes a key and stores its hash. */
    public CreatedKey create(CreateKeyRequest request, String by) {
        String secret = secrets.generate();
        ApiKey key = new ApiKey();
        key.name = request.name().strip();
        key.scope = request.scope();
        key.prefix = secrets.shown(secret);
        key.keyHash = Secrets.hash(secret);
        key.createdAt = clock.instant();
        key.createdBy = by;
        key.expiresAt = request.expiresAt();
        keys.persistAndFlush(key);
        return new CreatedKey(secret, view(key));
    }

    /** All keys, revoked ones included, oldest first. */
    public Page<ApiKeyView> list(PageRequest page) {
        return new Page<>(keys.page(page.page(), page.size()).stream().map(ApiKeyService::view).toList(), keys.count(),
                page);
    }

    /**
     * Ends a key at once; repeating it changes nothing.
     *
     * @throws ApiException 404 when there is no such key
     */
    public void revoke(long id) {
        ApiKey key = keys.findByIdOptional(id)
                .orElseThrow(() -> ApiException.notFound("No API key has the id " + id + "."));
        if (key.revokedAt == null) {
            key.revokedAt = clock.instant();
        }
        changed.fire(new KeysChanged());
    }

    /** The principal of a valid key; notes that it was used. */
    public Optional<KeyPrincipal> find(byte[] hash) {
        Instant now = clock.instant();
        return keys.findByHash(hash).filter(key -> Secrets.same(key.keyHash, hash)).map(key -> {
            key.lastUsedAt = now;
            return new KeyPrincipal(key.name, key.scope, key.expiresAt);
        }).filter(principal -> !principal.expired(now));
    }

    private static ApiKeyView view(ApiKey key) {
        return new ApiKeyView(key.id, key.name, key.scope, key.prefix, key.createdAt, key.createdBy, key.expiresAt,
                key.lastUsedAt, key.revokedAt);
    }

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
    record ApiKeyView(long id, String name, Scope scope, String prefix, Instant createdAt, String createdBy,
            Instant expiresAt, Instant lastUsedAt, Instant revokedAt) implements Sparse {}

    /**
     * A new API key. The only answer that ever carries the key itself.
     *
     * @param key the key to send as {@code X-API-Key}; it cannot be read again
     * @param details what is stored about it
     */
    record CreatedKey(String key, ApiKeyView details) {}
}
