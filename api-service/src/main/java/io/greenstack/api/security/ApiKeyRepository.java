package io.greenstack.api.security;

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
}
