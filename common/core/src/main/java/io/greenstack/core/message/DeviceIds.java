package io.greenstack.core.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes device ids of foreign names. */
public final class DeviceIds {

    private static final int HASH_OCTETS = 4;
    private static final int HASH_LENGTH = 1 + 2 * HASH_OCTETS;

    private DeviceIds() {}

    /**
     * The id of a device that others know by these names, joined by colons. A name that does not fit the grammar of device ids
     * keeps the characters that do and gets a hash of the whole at its end, so that no two names share an id.
     */
    public static DeviceId of(String... names) {
        String joined = String.join(":", names);
        boolean ambiguous = false;
        for (String name : names) {
            ambiguous |= names.length > 1 && (name.isEmpty() || name.indexOf(':') >= 0);
        }
        if (!ambiguous && DeviceId.isValid(joined)) {
            return new DeviceId(joined);
        }
        String readable = joined.replaceAll("[^A-Za-z0-9._:-]", "-");
        int room = DeviceId.MAX_LENGTH - HASH_LENGTH;
        String begin = readable.length() > room ? readable.substring(0, room) : readable;
        return new DeviceId(begin + "-" + hash(String.join("/", names)));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_OCTETS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
