package io.greenstack.localstack.suite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A tiny process that outlives a killed launcher just long enough to stop the launcher's children. It reads process ids
 * from its standard input, "+id" and "-id" a line; when the input ends, it stops those that are still there.
 */
public final class Guardian {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<Long, ProcessHandle> wards = new ConcurrentHashMap<>();

    Guardian() {}

    public static void main(String[] arguments) throws IOException {
        Guardian guardian = new Guardian();
        guardian.watch(System.in);
        guardian.stopAll(PATIENCE);
    }

    /** Reads until the input ends. */
    void watch(InputStream input) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.US_ASCII));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.matches("[+-]\\d{1,18}")) {
                long id = Long.parseLong(line.substring(1));
                if (line.charAt(0) == '+') {
                    // the handle knows the start time, so that a reused id is not taken for the same process
                    ProcessHandle.of(id).ifPresent(handle -> wards.put(id, handle));
                } else {
                    wards.remove(id);
                }
            }
        }
    }

    void stopAll(Duration patience) {
        wards.values().forEach(ProcessHandle::destroy);
        CompletableFuture<?>[] ends = wards.values().stream().map(ProcessHandle::onExit)
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            wards.values().forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException e) {
            wards.values().forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }
}
