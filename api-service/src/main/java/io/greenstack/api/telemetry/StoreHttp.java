package io.greenstack.api.telemetry;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Questions to a time-series store over HTTP. An answer may be long, but neither it nor its parts keep anybody waiting for ever. */
final class StoreHttp implements AutoCloseable {

    private static final int ERROR_LENGTH = 2000;

    private final String name;
    private final Duration timeout;
    private final HttpClient http;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "greenstack-history-watch");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param name of the store, for messages
     * @param timeout longest wait for an answer, and for each further part of it
     */
    StoreHttp(String name, Duration timeout) {
        this.name = name;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(timeout).build();
    }

    /** Reads the body of a good answer. */
    interface Body {
        void read(InputStream octets) throws IOException;
    }

    /** Says what an answer other than 2xx means. */
    interface Refusal {
        /** Throws what it means; returns where it means that there is nothing. */
        void of(int status, String text);
    }

    void ask(HttpRequest.Builder request, Body body, Refusal refusal) {
        try {
            HttpResponse<InputStream> response = http.send(request.timeout(timeout).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (WatchedStream octets = new WatchedStream(response.body())) {
                if (response.statusCode() / 100 == 2) {
                    body.read(octets);
                } else {
                    refusal.of(response.statusCode(),
                            name + ": " + new String(octets.readNBytes(ERROR_LENGTH), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new StoreException(name + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("Interrupted while asking " + name, e);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    /** Is closed when the store is silent for too long in the middle of an answer, which ends a read that waits for it. */
    private final class WatchedStream extends FilterInputStream {

        private final ScheduledFuture<?> look;
        private volatile long waitingSince;
        private volatile boolean silent;

        WatchedStream(InputStream body) {
            super(body);
            long millis = timeout.toMillis();
            this.look = watch.scheduleWithFixedDelay(this::look, millis, Math.max(1, millis / 4),
                    TimeUnit.MILLISECONDS);
        }

        private void look() {
            long since = waitingSince;
            if (since != 0 && System.nanoTime() - since > timeout.toNanos()) {
                silent = true;
                try {
                    in.close();
                } catch (IOException e) {
                    // it ends either way
                }
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] octets, int offset, int length) throws IOException {
            waitingSince = System.nanoTime() | 1;
            try {
                int read = super.read(octets, offset, length);
                if (silent) {
                    throw new IOException("the answer ended");
                }
                return read;
            } catch (IOException e) {
                throw silent ? new IOException("no further part of the answer came for " + timeout, e) : e;
            } finally {
                waitingSince = 0;
            }
        }

        @Override
        public void close() throws IOException {
            look.cancel(false);
            super.close();
        }
    }
}
