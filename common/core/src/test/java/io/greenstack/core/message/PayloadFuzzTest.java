package io.greenstack.core.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Whatever arrives, a reader answers with a message or a PayloadException of a known shape. */
class PayloadFuzzTest {

    private static final List<String> SEEDS = List.of(
            "{\"parameter\":\"temperature\",\"value\":21.5,\"unit\":\"C\",\"timestamp\":\"2026-11-23T10:00:00.123Z\"}",
            "{\"temperature\":21.5,\"pressure\":-3.1e2,\"on\":true,\"m\":null,\"t\":\"\\u00e4\",\"timestamp\":1795428000123}",
            "{\"processDataIn\":\"02A1FF00\",\"valid\":true,\"timestamp\":1795428000.5}",
            "{\"processDataOut\":[2,161,255,0],\"processDataIn\":{\"base64\":\"AqH/AA==\"},\"valid\":false}",
            "{\"iolink\":{\"valid\":true,\"value\":[2,161]},\"iqValue\":true}",
            "{\"getData\":{\"ioLink\":{\"valid\":true,\"value\":{\"Distance\":{\"value\":55,\"unit\":\"mm\"}}}},"
                    + "\"setData\":{\"cqValue\":false}}",
            "{\"state\":\"connected\",\"timestamp\":1795428000}",
            "{\"name\":\"x\",\"iolink\":{\"vendor_id\":310,\"device_id\":\"0x2DD\"},\"eds\":{\"revision\":2.10},\"a\":1}");
    private static final Pattern REASON = Pattern.compile("[a-z0-9-]+");
    private static final String[] PIECES = {"{", "}", "[", "]", "\"", ",", ":", "null", "true", "1e999", "-", "NaN",
            "\\u0000",
            "\"valid\":", "\"value\":", "\"timestamp\":", "\"processDataIn\":", "\"iolink\":{", "\"getData\":{",
            "1e99999999999",
            "\uD83D\uDE00", "\0", "[[[[[[[[[[", "99999999999999999999999"};

    private final TelemetryReader telemetry = new TelemetryReader(new PayloadLimits(2_000, 6, 20, 30, 60));
    private final StatusReader status = new StatusReader(ClockRule.DEFAULT);
    private final RegistrationReader registration = new RegistrationReader();

    @Test
    void damagedPayloads() {
        Random random = new Random(20261123);
        int understood = 0;
        for (int i = 0; i < 15_000; i++) {
            byte[] payload = damage(SEEDS.get(random.nextInt(SEEDS.size())), random);
            understood += answer(payload) ? 1 : 0;
        }
        assertThat(understood).isGreaterThan(500);
    }

    @Test
    void randomOctets() {
        Random random = new Random(4);
        for (int i = 0; i < 10_000; i++) {
            byte[] payload = new byte[random.nextInt(60)];
            random.nextBytes(payload);
            answer(payload);
        }
    }

    @Test
    void piecesInAnyOrder() {
        Random random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder("{");
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            answer(text.toString().getBytes(UTF_8));
        }
    }

    @Test
    void payloadsOfRealMasters() throws IOException {
        Path folder = corpus();
        Assumptions.assumeTrue(folder != null, "Skipped: the folder ../shared/corpus is absent");
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.list(folder)) {
            found.forEach(files::add);
        }
        TelemetryReader reader = new TelemetryReader(ClockRule.DEFAULT);
        for (Path file : files) {
            byte[] payload = Files.readAllBytes(file);
            assertThatNoException().as(file.toString()).isThrownBy(() -> {
                try {
                    reader.read(payload, Instant.now());
                } catch (PayloadException e) {
                    assertThat(e.reason()).matches("[a-z0-9-]+");
                }
            });
        }
        assertThat(files).isNotEmpty();
    }

    private static Path corpus() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("shared/corpus/mqtt-payloads");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        return null;
    }

    /** Has every reader answer; true if the telemetry reader understood. */
    private boolean answer(byte[] payload) {
        List<Runnable> others = List.of(() -> status.read(payload, Instant.now()), () -> registration.read(payload));
        for (Runnable read : others) {
            try {
                read.run();
            } catch (PayloadException e) {
                check(e);
            }
        }
        try {
            TelemetryMessage message = telemetry.read(payload, Instant.now());
            if (message instanceof NamedValues named) {
                boolean port = new String(payload, StandardCharsets.ISO_8859_1).matches("(?s).*[gs]etData.*");
                assertThat(named.values()).hasSizeBetween(port ? 0 : 1, 20);
            }
            return message.timestamp() != null;
        } catch (PayloadException e) {
            check(e);
            return false;
        }
    }

    private static void check(PayloadException e) {
        if (!REASON.matcher(e.reason()).matches() || e.getMessage().isBlank() || e.getMessage().length() > 600) {
            throw new AssertionError(e.reason() + ": " + e.getMessage());
        }
    }

    private static byte[] damage(String seed, Random random) {
        StringBuilder text = new StringBuilder(seed);
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            int at = random.nextInt(Math.max(1, text.length() - 1));
            switch (random.nextInt(5)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(256));
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 3 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(30))));
                default -> text.setLength(Math.max(2, at));
            }
        }
        byte[] payload = text.toString().getBytes(UTF_8);
        if (payload.length > 0 && random.nextInt(10) == 0) {
            payload[random.nextInt(payload.length)] = (byte) random.nextInt(256);
        }
        return payload;
    }
}
