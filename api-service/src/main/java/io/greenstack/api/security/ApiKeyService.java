package io.greenstack.api.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.ChangeNotes;
import io.greenstack.api.platform.Durations;
import io.greenstack.api.platform.FieldError;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.security.KeyRequests.CreateKeyRequest;
import io.greenstack.api.security.KeyRequests.RotateKeyRequest;
import io.greenstack.descriptions.Sparse;
import io.greenstack.platform.network.AddressRange;

/** Creates, lists, rotates, revokes and looks up API keys. */
@ApplicationScoped
@Transactional
class ApiKeyService {

    private static final Duration LONGEST_OVERLAP = Duration.ofDays(90);

    private final ApiKeyRepository keys;
    private final Secrets secrets;
    private final SecuritySettings settings;
    private final ChangeNotes notes;
    private final Event<KeysChanged> changed;
    private final Clock clock;

    ApiKeyService(ApiKeyRepository keys, Secrets secrets, SecuritySettings settings, ChangeNotes notes,
            Event<KeysChanged> changed, Clock clock) {
        this.keys = keys;
        this.secrets = secrets;
        this.settings = settings;
        this.notes = notes;
        this.changed = changed;
        this.clock = clock;
    }

    /** Told after the commit of a change of keys. */
    public record KeysChanged() {}

    /** Makes a key and stores its hash. */
    public CreatedKey create(CreateKeyRequest request, String by) {
        ApiKey key = new ApiKey();
        key.name = request.name().strip();
        key.scope = request.scope();
        key.expiresAt = request.expiresAt();
        key.allowedAddresses = ranges(request.allowedAddresses());
        return stored(key, by);
    }

    private static String[] ranges(List<String> wanted) {
        List<String> ranges = wanted == null ? List.of() : wanted.stream().map(String::strip).distinct().toList();
        for (String range : ranges) {
            try {
                AddressRange.of(range);
            } catch (IllegalArgumentException e) {
                throw new ApiException(400, "invalid-address", e.getMessage() + ".",
                        List.of(new FieldError("allowed_addresses", "invalid-address", e.getMessage())));
            }
        }
        return ranges.toArray(String[]::new);
    }

    private CreatedKey stored(ApiKey key, String by) {
        String secret = secrets.generate();
        key.prefix = secrets.shown(secret);
        key.keyHash = Secrets.hash(secret);
        key.createdAt = clock.instant();
        key.createdBy = by;
        keys.persistAndFlush(key);
        notes.changed(null, view(key));
        return new CreatedKey(secret, view(key));
    }

    /**
     * Makes a key that takes the place of another one: same name, scope and addresses. The old one goes on for the overlap, so
     * that whoever uses it can change to the new one meanwhile.
     *
     * @throws ApiException 404 when there is no such key, 409 when it has ended
     */
    public CreatedKey rotate(long id, RotateKeyRequest request, String by) {
        Duration overlap = Durations.read("overlap", request == null ? null : request.overlap(),
                settings.rotationOverlap(), Duration.ZERO, LONGEST_OVERLAP);
        ApiKey old = require(id);
        Instant now = clock.instant();
        if (old.revokedAt != null || old.expiresAt != null && !now.isBefore(old.expiresAt)) {
            throw ApiException.conflict("key-ended", "The key " + id + " has ended; create a new one.");
        }
        ApiKey key = new ApiKey();
        key.name = old.name;
        key.scope = old.scope;
        key.allowedAddresses = old.allowedAddresses;
        key.replaces = old.id;
        key.expiresAt = request == null ? null : request.expiresAt();
        CreatedKey created = stored(key, by);
        ApiKeyView before = view(old);
        Instant end = now.plus(overlap);
        if (old.expiresAt == null || end.isBefore(old.expiresAt)) {
            old.expiresAt = end;
        }
        notes.changed(before, view(old));
        changed.fire(new KeysChanged());
        return created;
    }

    /** All keys, revoked ones included, oldest first. */
    public Page<ApiKeyView> list(PageRequest page) {
        return new Page<>(keys.page(page.page(), page.size()).stream().map(ApiKeyService::view).toList(), keys.count(),
                page);
    }

    /**
     * What can be seen of one key.
     *
     * @throws ApiException 404 when there is no such key
     */
    public ApiKeyView get(long id) {
        return view(require(id));
    }

    /**
     * Ends a key at once; repeating it changes nothing.
     *
     * @throws ApiException 404 when there is no such key
     */
    public void revoke(long id) {
        ApiKey key = require(id);
        if (key.revokedAt == null) {
            ApiKeyView before = view(key);
            key.revokedAt = clock.instant();
            notes.changed(before, view(key));
        }
        changed.fire(new KeysChanged());
    }

    private ApiKey require(long id) {
        return keys.findByIdOptional(id)
                .orElseThrow(() -> ApiException.notFound("No API key has the id " + id + "."));
    }

    /** The principal of a valid key; notes that it was used. */
    public Optional<KeyPrincipal> find(byte[] hash) {
        Instant now = clock.instant();
        return keys.findByHash(hash).filter(key -> Secrets.same(key.keyHash, hash)).map(key -> {
            key.lastUsedAt = now;
            return new KeyPrincipal(key.name, key.scope, key.expiresAt, "key:" + key.id, false,
                    Arrays.stream(key.allowedAddresses).map(AddressRange::of).toList());
        }).filter(principal -> !principal.expired(now));
    }

    /**
     * Makes the first key of an installation, an administrator's that ends soon, unless there is one that is valid. Of several
     * replicas that start together one does.
     */
    public Optional<CreatedKey> first(Duration life) {
        keys.lockForFirst();
        Instant now = clock.instant();
        if (keys.hasAdministrator(now)) {
            return Optional.empty();
        }
        ApiKey key = new ApiKey();
        key.name = "first-admin";
        key.scope = Scope.ADMIN;
        key.expiresAt = now.plus(life);
        key.allowedAddresses = new String[0];
        return Optional.of(stored(key, "first-start"));
    }

    private static ApiKeyView view(ApiKey key) {
        return new ApiKeyView(key.id, key.name, key.scope, key.prefix, key.createdAt, key.createdBy, key.expiresAt,
                key.lastUsedAt, key.revokedAt, key.allowedAddresses.length == 0 ? null : List.of(key.allowedAddresses),
                key.replaces);
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
     * @param allowedAddresses addresses and ranges from which it may be used, absent = all
     * @param replaces id of the key in whose place it came
     */
    record ApiKeyView(long id, String name, Scope scope, String prefix, Instant createdAt, String createdBy,
            Instant expiresAt, Instant lastUsedAt, Instant revokedAt, List<String> allowedAddresses,
            Long replaces) implements Sparse {}

    /**
     * A new API key. The only answer that ever carries the key itself.
     *
     * @param key the key to send as {@code X-API-Key}; it cannot be read again
     * @param details what is stored about it
     */
    record CreatedKey(String key, ApiKeyView details) {}
}
