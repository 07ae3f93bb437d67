package io.greenstack.bridge.telemetry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The script {@code live-view.lua} and the digest under which Redis knows it. */
final class LiveScript {

    /** How many keys it takes. */
    static final int KEYS = 5;
    static final String TEXT = read();
    static final String SHA = sha1(TEXT);

    private LiveScript() {}

    private static String read() {
        try (InputStream in = LiveScript.class.getResourceAsStream("live-view.lua")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(script.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-1", e);
        }
    }
}
