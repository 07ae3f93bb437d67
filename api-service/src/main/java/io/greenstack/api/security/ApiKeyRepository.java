package io.greenstack.api.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Access to the table of API keys. */
@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, Long> {

    Optional<ApiKey> findByHash(byte[] hash) {
        return find("keyHash = ?1 and revokedAt is null", (Object) hash).firstResultOptional();
    }

    List<ApiKey> page(int page, int size) {
        return find("order by id").page(page - 1, size).list();
    }

    boolean hasAdministrator(Instant now) {
        return count("scope = ?1 and revokedAt is null and (expiresAt is null or expiresAt > ?2)", Scope.ADMIN,
                now) > 0;
    }

    /** Lets one transaction at a time, of all replicas, decide whether a first key is needed. */
    void lockForFirst() {
        getEntityManager().createNativeQuery("select 1 from (select pg_advisory_xact_lock(7246123)) locked")
                .getSingleResult();
    }
}
