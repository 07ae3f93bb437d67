package io.greenstack.api.security;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A stored API key; the key itself is not kept. */
@Entity
public class ApiKey {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    @Column(columnDefinition = "text")
    String name;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    Scope scope;
    @Column(columnDefinition = "text")
    String prefix;
    byte[] keyHash;
    Instant createdAt;
    @Column(columnDefinition = "text")
    String createdBy;
    Instant expiresAt;
    Instant lastUsedAt;
    Instant revokedAt;
    @Column(columnDefinition = "text[]")
    String[] allowedAddresses;
    Long replaces;
}
