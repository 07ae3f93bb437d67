package io.greenstack.api.health;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The breakers of the edge services, asked over HTTP, because that works while Redis is away. An instance that does not answer is
 * told as such.
 */
@ApplicationScoped
class EdgeBreakers {

    /** Name of the bridge in answers and paths. */
    static final String BRIDGE = "mqtt-bridge";
    /** Name of the ingestion in answers and paths. */
    static final String INGESTION = "influx-ingestion";

    private static final int MOST_INSTANCES = 32;
    private static final int MOST_BREAKERS = 32;
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

    private final Map<String, URI> services = new LinkedHashMap<>();
    private final Duration timeout;
    private final Optional<String> key;
    private final HttpClient http;
    private final ObjectMapper json;

    public EdgeBreakers(EdgeSettings settings, @ConfigProperty(name = "greenstack.service.key") Optional<String> key,
            ObjectMapper json) {
        settings.bridgeUrl().ifPresent(url -> services.put(BRIDGE, url));
        settings.ingestionUrl().ifPresent(url -> services.put(INGESTION, url));
        this.timeout = settings.timeout();
        this.key = key.filter(text -> !text.isBlank());
        this.json = json;
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(timeout).build();
    }

    /** All breakers of all instances. */
    List<BreakerView> list() {
        return ask(services.keySet().stream().toList(), base -> request(base, "/breakers").GET().build());
    }

    /**
     * Closes a breaker of all instances of a service by hand.
     *
     * @return what each instance says; empty when there is no such service or breaker
     */
    List<BreakerView> reset(String service, String name) {
        if (!services.containsKey(service) || !NAME.matcher(name).matches()) {
            return List.of();
        }
        return ask(List.of(service), base -> request(base, "/breakers/" + name + "/reset")
                .POST(HttpRequest.BodyPublishers.noBody()).build());
    }

    private HttpRequest.Builder request(URI base, String path) {
        String text = base.toString();
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path))
                .timeout(timeout).header("Accept", "application/json");
        key.ifPresent(secret -> request.header("X-API-Key", secret));
        return request;
    }

    private List<BreakerView> ask(List<String> names, Function<URI, HttpRequest> request) {
        List<CompletableFuture<List<BreakerView>>> answers = new ArrayList<>();
        for (String name : names) {
            for (URI instance : instances(services.get(name))) {
                String where = instance.getAuthority();
                answers.add(http
                        .sendAsync(request.apply(instance), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                        .orTimeout(timeout.toMillis() * 2, TimeUnit.MILLISECONDS)
                        .thenApply(answer -> read(name, where, answer))
                        .exceptionally(failure -> List.of(BreakerView.unknown(name, where, text(failure)))));
            }
        }
        List<BreakerView> views = new ArrayList<>();
        answers.forEach(answer -> views.addAll(answer.join()));
        return views;
    }

    /** One address for each that the name resolves to; the name itself where it does not, and with TLS, whose certificate has it. */
    private static List<URI> instances(URI url) {
        if (!"http".equals(url.getScheme())) {
            return List.of(url);
        }
        try {
            List<URI> instances = new ArrayList<>();
            for (InetAddress address : InetAddress.getAllByName(url.getHost())) {
                String host = address.getHostAddress();
                int zone = host.indexOf('%');
                String plain = zone < 0 ? host : host.substring(0, zone);
                if (instances.size() < MOST_INSTANCES) {
                    instances.add(URI.create("http://" + (plain.contains(":") ? "[" + plain + "]" : plain) + ":"
                            + (url.getPort() < 0 ? 80 : url.getPort())));
                }
            }
            return instances;
        } catch (UnknownHostException e) {
            return List.of(url);
        }
    }

    private List<BreakerView> read(String service, String instance, HttpResponse<String> answer) {
        if (answer.statusCode() == 404) {
            return List.of();
        }
        if (answer.statusCode() != 200) {
            return List.of(BreakerView.unknown(service, instance, "HTTP " + answer.statusCode()
                    + (answer.statusCode() == 403 ? ": GREENSTACK_API_KEY differs from that of this service" : "")));
        }
        try {
            List<BreakerView> views = new ArrayList<>();
            JsonNode body = json.readTree(answer.body());
            for (JsonNode breaker : body.isArray() ? body : List.of(body)) {
                if (views.size() < MOST_BREAKERS) {
                    views.add(view(service, instance, breaker));
                }
            }
            return views;
        } catch (IOException e) {
            return List.of(BreakerView.unknown(service, instance, "the answer is no JSON"));
        }
    }

    private static BreakerView view(String service, String instance, JsonNode breaker) {
        return new BreakerView(service, instance, breaker.path("name").asText(), breaker.path("state").asText(),
                breaker.path("failures").asInt(), breaker.path("threshold").asInt(), breaker.path("opened").asLong(),
                breaker.hasNonNull("last_change") ? Instant.parse(breaker.path("last_change").asText()) : null,
                breaker.hasNonNull("last_error") ? breaker.path("last_error").asText() : null, null);
    }

    private static String text(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        return "it does not answer: "
                + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
    }
}
