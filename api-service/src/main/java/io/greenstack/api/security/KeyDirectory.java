package io.greenstack.api.security;

import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Cache;

import io.greenstack.api.platform.MemoryCaches;

/** From API key to principal: the two bootstrap keys, then the database behind a short-lived bounded cache. */
@ApplicationScoped
class KeyDirectory {

    private static final Logger LOG = Logger.getLogger(KeyDirectory.class);
    private static final int MIN_BOOTSTRAP_LENGTH = 16;
    private static final int MAX_CACHED = 10_000;

    private final ApiKeyService service;
    private final SecuritySettings settings;
    private final Clock clock;
    private final List<Bootstrap> bootstraps = new ArrayList<>();
    private final Cache<ByteBuffer, KeyPrincipal> cache;

    private final PrintStream out = System.out;

    private record Bootstrap(byte[] hash, KeyPrincipal principal) {}

    public KeyDirectory(ApiKeyService service, SecuritySettings settings, Clock clock) {
        this.service = service;
        this.settings = settings;
        this.clock = clock;
        this.cache = MemoryCaches.forgettingAfterWrite(MAX_CACHED, settings.keyCache());
        addBootstrap("GREENSTACK_ADMIN_KEY", settings.adminKey(),
                KeyPrincipal.ofSetting("bootstrap-admin", Scope.ADMIN, false));
        addBootstrap("GREENSTACK_API_KEY", settings.edgeKey(), KeyPrincipal.ofSetting("edge", Scope.OPERATOR, true));
    }

    private void addBootstrap(String variable, Optional<String> key, KeyPrincipal principal) {
        String secret = key.map(String::strip).orElse("");
        if (secret.isEmpty()) {
            return;
        }
        if (secret.length() < MIN_BOOTSTRAP_LENGTH) {
            throw new IllegalStateException(variable + " must have " + MIN_BOOTSTRAP_LENGTH
                    + " characters or more; make one with: openssl rand -base64 32");
        }
        bootstraps.add(new Bootstrap(Secrets.hash(secret), principal));
    }

    /**
     * Sees to it that an administrator can get in: where no setting gives a key and none is stored, one is made that lives for a
     * short time, and printed. It goes to the standard output, not through the log, and is never printed again.
     */
    void announce(boolean peopleSignIn) {
        if (settings.mode() != SecuritySettings.Mode.KEYS || settings.adminKey().isPresent()) {
            return;
        }
        if (!peopleSignIn && !settings.firstKey().isZero()) {
            service.first(settings.firstKey()).ifPresent(this::print);
        }
        LOG.info("No GREENSTACK_ADMIN_KEY is set: this service is opened by the API keys in the database"
                + (peopleSignIn ? " and by the issuer's tokens" : ""));
    }

    private void print(ApiKeyService.CreatedKey first) {
        out.println(
                """

                        There is no key for an administrator yet. This one is shown once and ends at %s; create your own with it:

                            curl -X POST -H "X-API-Key: %s" -H "Content-Type: application/json" \\
                                 -d '{"name":"me","scope":"admin"}' http://localhost:8080/api/keys
                        """
                        .formatted(first.details().expiresAt(), first.key()));
    }

    /** The principal of a key that needs no database: a bootstrap key, or one looked up a moment ago. */
    Optional<KeyPrincipal> known(byte[] hash) {
        KeyPrincipal found = null;
        for (Bootstrap bootstrap : bootstraps) {
            if (Secrets.same(bootstrap.hash(), hash)) {
                found = bootstrap.principal();
            }
        }
        if (found == null) {
            found = cache.getIfPresent(ByteBuffer.wrap(hash));
        }
        return Optional.ofNullable(found).filter(known -> !known.expired(clock.instant()));
    }

    /** Looks a key up in the database; blocks. */
    Optional<KeyPrincipal> load(byte[] hash) {
        Optional<KeyPrincipal> principal = service.find(hash);
        principal.ifPresent(found -> cache.put(ByteBuffer.wrap(hash), found));
        return principal;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ApiKeyService.KeysChanged change) {
        cache.invalidateAll();
    }
}
