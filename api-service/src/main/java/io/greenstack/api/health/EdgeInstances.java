package io.greenstack.api.health;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Asks all instances of the edge services at once over HTTP, because that works while Redis is away. An instance that does not
 * answer is told as such.
 */
@ApplicationScoped
class EdgeInstances {

    /** Name of the bridge in answers and paths. */
    static final String BRIDGE = "mqtt-bridge";
    /** Name of the ingestion in answers and paths. */
    static final String INGESTION = "influx-ingestion";

    private static final int MOST_INSTANCES = 32;

    private final Map<String, URI> services = new LinkedHashMap<>();
    private final Duration timeout;
    private final Optional<String> key;
    private final HttpClient http;
    private final ObjectMapper json;

    EdgeInstances(EdgeSettings settings, @ConfigProperty(name = "greenstack.service.key") Optional<String> key,
            ObjectMapper json) {
        settings.bridgeUrl().ifPresent(url -> services.put(BRIDGE, url));
        settings.ingestionUrl().ifPresent(url -> services.put(INGESTION, url));
        this.timeout = settings.timeout();
        this.key = key.filter(text -> !text.isBlank());
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(timeout).build();
        this.json = json;
    }

    /**
     * What an instance said.
     *
     * @param service its service
     * @param instance host and port
     * @param status status of the answer, 0 without one
     * @param body the answer, empty without one
     * @param failure why there is no good answer, null when there is
     */
    record Answer(String service, String instance, int status, JsonNode body, String failure) {}

    /** Names of the services whose addresses are known. */
    Set<String> services() {
        return services.keySet();
    }

    /** Asks every instance of some services, all at the same time. */
    List<Answer> ask(Collection<String> names, String method, String path) {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (String name : names) {
            for (URI instance : instances(services.get(name))) {
                String where = instance.getAuthority();
                answers.add(http
                        .sendAsync(request(instance, method, path),
                                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                        .orTimeout(timeout.toMillis() * 2, TimeUnit.MILLISECONDS)
                        .thenApply(answer -> answer(name, where, answer))
                        .exceptionally(failure -> new Answer(name, where, 0, json.missingNode(), text(failure))));
            }
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private Answer answer(String service, String instance, HttpResponse<String> answer) {
        String refusal = refusal(answer.statusCode());
        try {
            return new Answer(service, instance, answer.statusCode(), json.readTree(answer.body()), refusal);
        } catch (JsonProcessingException e) {
            return new Answer(service, instance, answer.statusCode(), json.missingNode(),
                    refusal == null ? "the answer is no JSON" : refusal);
        }
    }

    private HttpRequest request(URI base, String method, String path) {
        String text = base.toString();
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path))
                .timeout(timeout).header("Accept", "application/json")
                .method(method, HttpRequest.BodyPublishers.noBody());
        key.ifPresent(secret -> request.header("X-API-Key", secret));
        return request.build();
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

    private static String refusal(int status) {
        return status == 200
                ? null
                : "HTTP " + status + (status == 403 ? ": GREENSTACK_API_KEY differs from that of this service" : "");
    }

    private static String text(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        return "it does not answer: "
                + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
    }
}
