package io.greenstack.suite;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes texts, JSON and octets that nobody should send, the same ones for the same seed. */
final class HostileText {

    private static final List<String> TEXTS = List.of("", " ", ".", "..", "%2e%2e", "../../etc/passwd", "a/b", "a\\b",
            "\0",
            "\u0000x", "x\u007f", "\ud800", "\udfff\ud800", "\u202e", "\ufeff", "ä€😀", "'", "\"", "`", "$", "$$",
            "a$b", "${x}",
            "#{x}", "{{x}}", "<script>", "' OR 1=1 --", "\"; DROP TABLE device; --", "*", "%", "_", "?", "#", "&", "=",
            ";",
            ",", "\n", "\r\nX-Injected: 1", "\t", "null", "true", "NaN", "Infinity", "-0", "1e999", "0x10", "-1",
            "2147483648", "9223372036854775808", "99999999999999999999", "3.14159", "-999999999-01-01T00:00:00Z",
            "2026-13-45T99:99:99Z", "1970-01-01", "P1D", "-5m", "n".repeat(300), "ü".repeat(3000), "[]", "{}", "a:b",
            "id,asc", "-id", "..;/", "C:\\", "file:///etc/passwd");
    private static final List<String> JSON = List.of("null", "true", "0", "-1", "1e999", "-1e-999", "9007199254740993",
            "18446744073709551615", "123456789012345678901234567890", "0.1", "\"\"", "\"\\u0000\"", "\"\\ud800\"",
            "\"NaN\"",
            "[]", "{}", "[null]", "{\"\":0}", "{\"a\":{\"b\":{\"c\":[1,[2,[3]]]}}}", "\"" + "t".repeat(5000) + "\"",
            "[".repeat(200) + "]".repeat(200), "NaN", "'x'", "{\"a\":1,\"a\":2}", "\"2026-01-01T00:00:00Z\"",
            "1780000000000");

    private final Random random;

    HostileText(long seed) {
        random = new Random(seed);
    }

    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    String text() {
        return any(TEXTS);
    }

    String json() {
        return any(JSON);
    }

    /** An object with some of these members. */
    String object(List<String> members) {
        StringBuilder object = new StringBuilder("{");
        for (String member : members) {
            if (!once(3)) {
                object.append(object.length() > 1 ? "," : "").append('"').append(member).append("\":").append(json());
            }
        }
        return object.append('}').toString();
    }

    /** The octets with a few changed, left out or doubled. */
    byte[] damaged(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i > 0 && octets.length > 0; i--) {
            octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
        }
        return once(4) ? Arrays.copyOf(octets, random.nextInt(octets.length + 1)) : octets;
    }
}
