package io.greenstack.api.source;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A library behind HTTP: {@code {base}/drivers?...} and {@code {base}/vendors/{vendorId}/iodds/{ioddId}/files/zip/rated}, the public API of
 * IODDfinder. Redirects are followed to the same host only.
 */
final class HttpLibrary implements DescriptionLibrary {

    private static final int MOST_REDIRECTS = 3;
    private static final int LARGEST_LIST = 8 * 1024 * 1024;

    private final String base;
    private final Duration timeout;
    private final long largest;
    private final HttpClient http;

    HttpLibrary(String base, SourceSettings settings) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        this.timeout = settings.timeout();
        this.largest = settings.maxSize().asLongValue();
        HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout).followRedirects(HttpClient.Redirect.NEVER);
        settings.proxy().filter(text -> !text.isBlank()).ifPresent(text -> builder.proxy(proxy(text.strip())));
        this.http = builder.build();
    }

    private static ProxySelector proxy(String text) {
        int colon = text.lastIndexOf(':');
        try {
            return ProxySelector.of(InetSocketAddress.createUnresolved(text.substring(0, colon),
                    Integer.parseInt(text.substring(colon + 1))));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "greenstack.iodd.source.proxy (GREENSTACK_IODD_SOURCE_PROXY) is host:port; got '" + text + "'");
        }
    }

    @Override
    public Found search(SourceSearch search) {
        StringBuilder query = new StringBuilder("/drivers?page=").append(search.page()).append("&size=")
                .append(search.size()).append("&status=APPROVED&status=UPLOADED");
        add(query, "deviceIdString", search.deviceId() == null ? null : search.deviceId().toString());
        add(query, "vendorName", search.vendor());
        add(query, "productName", search.product());
        return DriverPages.read(get(base + query, LARGEST_LIST), search);
    }

    private static void add(StringBuilder query, String name, String value) {
        if (value != null) {
            query.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    @Override
    public byte[] fetch(SourceDriver driver) {
        return get(address(driver), largest);
    }

    @Override
    public String address(SourceDriver driver) {
        return base + "/vendors/" + driver.vendorId() + "/iodds/" + driver.ioddId() + "/files/zip/rated";
    }

    private byte[] get(String address, long limit) {
        URI uri = URI.create(address);
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpResponse<byte[]> answer = send(uri, limit);
            int status = answer.statusCode();
            if (status == 200) {
                return answer.body();
            }
            if (status / 100 == 3) {
                uri = elsewhere(uri, answer);
            } else if (status == 404 || status == 410) {
                throw new SourceException(SourceException.Kind.NOT_FOUND, "not-found",
                        "The library answers " + status + ".");
            } else {
                throw new SourceException(SourceException.Kind.AWAY, "source-status",
                        "The library answers " + status + ".");
            }
        }
        throw new SourceException(SourceException.Kind.AWAY, "source-redirect", "The library redirects in circles.");
    }

    private static URI elsewhere(URI from, HttpResponse<?> answer) {
        String location = answer.headers().firstValue("Location").orElse("");
        try {
            URI to = from.resolve(location);
            if (!location.isEmpty() && to.getHost() != null && to.getHost().equalsIgnoreCase(from.getHost())
                    && to.getPort() == from.getPort() && to.getScheme().equals(from.getScheme())) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new SourceException(SourceException.Kind.AWAY, "source-redirect",
                "The library redirects to another host, which is not followed; set its address instead.");
    }

    private HttpResponse<byte[]> send(URI uri, long limit) {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(timeout)
                .header("User-Agent", "GreenStack (one request at a time)").GET().build();
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, LimitedBody.handler(limit));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof SourceException known) {
                    throw known;
                }
            }
            throw away("The library cannot be reached: " + text(e.getCause()));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw away("The library did not answer in full within " + timeout.toSeconds() + " s.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
            throw away("The service is stopping.");
        }
    }

    private static SourceException away(String detail) {
        return new SourceException(SourceException.Kind.AWAY, "source-away", detail);
    }

    private static String text(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
