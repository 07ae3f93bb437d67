package io.greenstack.api.credential;

import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes of Mosquitto's password file: {@code $7$iterations$salt$hash}, PBKDF2 with HMAC-SHA-512, salt and hash in Base64.
 */
final class MosquittoHash {

    /** More than Mosquitto's own 101: it checks a login once for each connection. */
    static final int ITERATIONS = 10_000;

    private static final int HASH_BITS = 512;
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";

    private MosquittoHash() {}

    /** The hash of a password, as it stands behind the user name and its colon. */
    static String of(String password, byte[] salt, int iterations) {
        try {
            byte[] hash = SecretKeyFactory.getInstance(ALGORITHM)
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS)).getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            return "$7$" + iterations + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
