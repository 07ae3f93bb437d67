package io.greenstack.api.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.descriptions.archive.Hashes;

/** Makes and hashes API keys. A key is random (256 bits), so one SHA-256 round is enough to store it. */
@ApplicationScoped
class Secrets {

    /** Begin of every generated key, so that secret scanners recognise one. */
    public static final String PREFIX = "gs_";
    private static final int KEY_BYTES = 32;
    private static final int SHOWN = PREFIX.length() + 6;

    /** A new key; the caller sees it once. */
    public String generate() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** The part of a generated key that may be shown to recognise it. */
    public String shown(String key) {
        return key.substring(0, SHOWN);
    }

    /** SHA-256 of the key's UTF-8 octets. */
    public static byte[] hash(String key) {
        return Hashes.sha256(key.getBytes(StandardCharsets.UTF_8));
    }

    /** Compares two hashes in constant time. */
    public static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }
}
