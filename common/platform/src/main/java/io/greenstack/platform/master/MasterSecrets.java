package io.greenstack.platform.master;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Seals passwords of masters (AES-256-GCM, NIST SP 800-38D), so that neither PostgreSQL nor Redis nor a backup of them has one that
 * can be read. What is sealed for one master cannot be opened for another one.
 */
@Singleton
public class MasterSecrets {

    private static final int KEY_OCTETS = 32;
    private static final int NONCE_OCTETS = 12;
    private static final int TAG_BITS = 128;

    private final byte[] key;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public MasterSecrets(MasterSettings settings) {
        this(settings.key().map(String::strip).filter(text -> !text.isEmpty()).orElse(null));
    }

    MasterSecrets(String encoded) {
        this.key = encoded == null ? null : decoded(encoded);
    }

    private static byte[] decoded(String encoded) {
        byte[] octets;
        try {
            octets = Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("GREENSTACK_MASTERS_KEY is no Base64 text", e);
        }
        if (octets.length != KEY_OCTETS) {
            throw new IllegalArgumentException("GREENSTACK_MASTERS_KEY must be " + KEY_OCTETS
                    + " octets in Base64, as 'openssl rand -base64 32' makes them, but has " + octets.length);
        }
        return octets;
    }

    /** Whether there is a key. */
    public boolean available() {
        return key != null;
    }

    /**
     * Seals a password.
     *
     * @param masterId master it is for
     * @throws IllegalStateException without a key
     */
    public String seal(String masterId, String password) {
        byte[] nonce = new byte[NONCE_OCTETS];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, masterId, nonce, password.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(NONCE_OCTETS + sealed.length).put(nonce).put(sealed).array());
    }

    /**
     * Opens a sealed password.
     *
     * @throws IllegalStateException without a key, with another one than it was sealed with, or for another master
     */
    public String open(String masterId, String sealed) {
        ByteBuffer octets = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        byte[] nonce = new byte[NONCE_OCTETS];
        octets.get(nonce);
        byte[] rest = new byte[octets.remaining()];
        octets.get(rest);
        return new String(run(Cipher.DECRYPT_MODE, masterId, nonce, rest), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, String masterId, byte[] nonce, byte[] octets) {
        if (key == null) {
            throw new IllegalStateException("GREENSTACK_MASTERS_KEY is not set");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(masterId.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(octets);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The password cannot be opened with this GREENSTACK_MASTERS_KEY; set the password anew", e);
        }
    }
}
