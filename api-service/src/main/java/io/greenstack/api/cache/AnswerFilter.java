package io.greenstack.api.cache;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.greenstack.api.platform.ContentCoding;
import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.ListTags;
import io.greenstack.api.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;

/**
 * Sends kept answers on the event loop, after it is known who asks and that he may ask so much; no worker is needed, nothing is
 * rendered or compressed. What is not kept goes to its endpoint, and is kept if that is {@link KeptWhole}.
 */
@ApplicationScoped
class AnswerFilter {

    /** Behind the rate limit. */
    private static final int AFTER_LIMITS = 50;
    /** Response filters with higher numbers come first. */
    private static final int LAST = 100;
    private static final int LONGEST_LANGUAGE = 200;
    private static final String WANTED = AnswerFilter.class.getName();
    /** Where observations look for the path of an endpoint. */
    private static final String TEMPLATE = "UrlPathTemplate";
    private static final String TAG = "ETag";
    private static final Pattern PATHS = Pattern
            .compile("/api/(?:(iodd|eds|descriptions)(?:/(\\d+))?|(devices)(?:/([^/]+))?|eds/grouped/[^/]+)");
    private static final Map<String, List<CacheNamespace>> NAMESPACES = Map.of(
            "iodd", List.of(CacheNamespace.IODD_LISTS, CacheNamespace.IODD_DETAILS),
            "eds", List.of(CacheNamespace.EDS_LISTS, CacheNamespace.EDS_DETAILS),
            "descriptions", List.of(CacheNamespace.DESCRIPTION_LISTS, CacheNamespace.DESCRIPTION_DETAILS),
            "devices", List.of(CacheNamespace.DEVICE_LISTS, CacheNamespace.DEVICE_DETAILS));

    private final AnswerCache cache;
    private final AnswerParts parts;
    private final JsonText json;

    AnswerFilter(AnswerCache cache, AnswerParts parts, JsonText json) {
        this.cache = cache;
        this.parts = parts;
        this.json = json;
    }

    /** A request whose answer is looked for. */
    private record Wanted(CacheNamespace namespace, String entry) {}

    void register(@Observes Filters filters) {
        filters.register(this::look, AFTER_LIMITS);
    }

    private void look(RoutingContext context) {
        Wanted wanted = wanted(context);
        if (wanted == null) {
            context.next();
            return;
        }
        Context loop = context.vertx().getOrCreateContext();
        QuarkusHttpUser.getSecurityIdentity(context, null).subscribe().with(
                identity -> on(loop, () -> look(context, loop, identity, wanted)),
                failure -> on(loop, context::next));
    }

    private static void on(Context loop, Runnable task) {
        if (Vertx.currentContext() == loop) {
            task.run();
        } else {
            loop.runOnContext(go -> task.run());
        }
    }

    private Wanted wanted(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!HttpMethod.GET.equals(request.method()) || request.headers().contains(HttpHeaders.IF_MATCH)) {
            return null;
        }
        // last, because who asks counts as one who uses the cache
        Matcher path = PATHS.matcher(request.path());
        if (!path.matches() || !takesJson(request.getHeader(HttpHeaders.ACCEPT)) || !cache.isUsable()) {
            return null;
        }
        String language = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (language != null && (language.length() > LONGEST_LANGUAGE
                || request.headers().getAll(HttpHeaders.ACCEPT_LANGUAGE).size() > 1)) {
            return null;
        }
        CacheNamespace namespace = namespace(path);
        return new Wanted(namespace,
                cache.entry(namespace, language == null ? request.uri() : request.uri() + ' ' + language));
    }

    private static CacheNamespace namespace(Matcher path) {
        String kind = path.group(1) != null ? path.group(1) : path.group(3) != null ? path.group(3) : "eds";
        return NAMESPACES.get(kind).get(path.group(2) == null && path.group(4) == null ? 0 : 1);
    }

    private static boolean takesJson(String accept) {
        return accept == null || accept.equals(MediaType.APPLICATION_JSON) || accept.equals(MediaType.WILDCARD)
                || accept.startsWith(MediaType.APPLICATION_JSON + ',');
    }

    private void look(RoutingContext context, Context loop, SecurityIdentity identity, Wanted wanted) {
        if (identity == null || !identity.hasRole(Roles.VIEWER)) {
            context.next();
            return;
        }
        cache.find(wanted.namespace(), wanted.entry()).onComplete(found -> on(loop, () -> {
            if (context.response().ended() || context.response().closed()) {
                return;
            }
            if (found.result() == null) {
                context.put(WANTED, wanted);
                context.next();
            } else {
                send(context, found.result());
            }
        }));
    }

    private static void send(RoutingContext context, KeptAnswer answer) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        ((HttpServerRequestInternal) request).context().putLocal(TEMPLATE, answer.template());
        answer.headers().forEach(response::putHeader);
        response.headers().remove(HttpHeaders.CONTENT_ENCODING);
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        String tag = answer.headers().get(TAG);
        if (known != null && tag != null && (known.contains(tag) || known.strip().equals("*"))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        if (ContentCoding.of(request.getHeader(HttpHeaders.ACCEPT_ENCODING)) == ContentCoding.GZIP) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            response.end(Buffer.buffer(answer.gzip()));
        } else {
            response.end(Buffer.buffer(answer.plain()));
        }
    }

    /** Keeps an answer that an endpoint made. */
    @ServerResponseFilter(priority = LAST)
    public void keep(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource,
            RoutingContext context) {
        Wanted wanted = context.remove(WANTED);
        if (wanted == null || resource.getResourceMethod() == null
                || !resource.getResourceMethod().isAnnotationPresent(KeptWhole.class)) {
            return;
        }
        String body = body(request, response);
        if (body == null) {
            return;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        response.getStringHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Content-Type") && !name.equalsIgnoreCase("Content-Length")) {
                headers.put(name.equalsIgnoreCase(TAG) ? TAG : name, String.join(", ", values));
            }
        });
        String template = ((HttpServerRequestInternal) context.request()).context().getLocal(TEMPLATE);
        cache.keep(wanted.namespace(), wanted.entry(),
                KeptAnswer.of(template == null ? context.normalizedPath() : template, headers, body), parts.noted());
    }

    /** The body of an answer, also where the client has it already; null if it was not made. */
    private String body(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == 304) {
            return (String) request.getProperty(ListTags.BODY);
        }
        if (response.getStatus() != 200 || response.getEntity() == null) {
            return null;
        }
        String body = response.getEntity() instanceof String text ? text : json.write(response.getEntity());
        response.setEntity(body, response.getEntityAnnotations(), MediaType.APPLICATION_JSON_TYPE);
        return body;
    }
}
