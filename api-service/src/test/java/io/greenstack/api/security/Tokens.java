package io.greenstack.api.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.config.ConfigProvider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Tokens of the test's own issuer (RFC 7519), signed by its key or by a foreign one. */
public final class Tokens {

    static final String KEY_ID = "test-key";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LIFE_SECONDS = 300;

    private Tokens() {}

    /** A new pair of keys. */
    static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A good token of somebody with these roles. */
    public static String of(String user, String... roles) {
        return signed(claims(user, roles), key());
    }

    /** What a good token says. */
    static Map<String, Object> claims(String user, String... roles) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer());
        claims.put("aud", "greenstack");
        claims.put("sub", "id-of-" + user);
        claims.put("preferred_username", user);
        claims.put("groups", List.of(roles));
        claims.put("iat", Instant.now().getEpochSecond());
        claims.put("exp", Instant.now().getEpochSecond() + LIFE_SECONDS);
        return claims;
    }

    static String issuer() {
        return ConfigProvider.getConfig().getValue("greenstack.oidc.issuer", String.class);
    }

    /** The key of the issuer. */
    static PrivateKey key() {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder()
                    .decode(ConfigProvider.getConfig().getValue(IssuerResource.KEY, String.class))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(Map<String, Object> claims, PrivateKey key) {
        String content = part(Map.of("alg", "RS256", "typ", "JWT", "kid", KEY_ID)) + '.' + part(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token that says that it is not signed. */
    static String unsigned(Map<String, Object> claims) {
        return part(Map.of("alg", "none", "typ", "JWT")) + '.' + part(claims) + '.';
    }

    private static String part(Map<String, Object> content) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
