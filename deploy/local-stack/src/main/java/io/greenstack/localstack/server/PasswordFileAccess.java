package io.greenstack.localstack.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Logins from a password file of Mosquitto ({@code user:$7$iterations$salt$hash}), for a broker that only this machine can reach:
 * who names no user may do anything; who does needs the password of that user, and is held to {@code {prefix}/{user}/#}. The
 * file is read again when it changes.
 */
public final class PasswordFileAccess implements BrokerAccess {

    private static final int HASH_BITS = 512;
    private static final int MAX_ITERATIONS = 1_000_000;

    private final Path file;
    private final String prefix;
    private Map<String, String> hashes = Map.of();
    private FileTime readAt;
    private long readSize = -1;

    /**
     * @param file the password file; need not exist
     * @param prefix first levels of the device topics, for example "devices"
     */
    public PasswordFileAccess(Path file, String prefix) {
        this.file = file;
        this.prefix = prefix;
    }

    @Override
    public boolean authenticate(String user, String password) {
        if (user == null) {
            return true;
        }
        String hash = hashes().get(user);
        return hash != null && password != null && matches(hash, password);
    }

    @Override
    public boolean permits(String user, Use use, String topic) {
        return user == null || topic.startsWith(prefix + "/" + user + "/");
    }

    private synchronized Map<String, String> hashes() {
        try {
            if (!Files.exists(file)) {
                return Map.of();
            }
            FileTime time = Files.getLastModifiedTime(file);
            long size = Files.size(file);
            if (!time.equals(readAt) || size != readSize) {
                Map<String, String> read = new HashMap<>();
                for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    int colon = line.indexOf(':');
                    if (colon > 0) {
                        read.put(line.substring(0, colon), line.substring(colon + 1));
                    }
                }
                hashes = read;
                readAt = time;
                readSize = size;
            }
            return hashes;
        } catch (IOException e) {
            return Map.of();
        }
    }

    private static boolean matches(String hash, String password) {
        String[] parts = hash.split("\\$");
        if (parts.length != 5 || !"7".equals(parts[1])) {
            return false;
        }
        try {
            int iterations = Integer.parseInt(parts[2]);
            if (iterations < 1 || iterations > MAX_ITERATIONS) {
                return false;
            }
            byte[] salt = Base64.getDecoder().decode(parts[3]);
            byte[] made = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS)).getEncoded();
            return MessageDigest.isEqual(made, Base64.getDecoder().decode(parts[4]));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
