package io.greenstack.api.platform;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.ResponseBuilder;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.greenstack.descriptions.archive.Hashes;

/**
 * Gives pages of lists an entity tag: the hash of what they say. So a client that has the page gets none again, and where the
 * cache has it, no statement is made for that.
 */
@ApplicationScoped
public class ListTags {

    /** Property of a request whose client has the page already: what the page says. */
    public static final String BODY = ListTags.class.getName();

    private static final String TOTAL = "X-Total-Count";

    private final JsonText json;

    ListTags(JsonText json) {
        this.json = json;
    }

    @ServerResponseFilter
    public void tag(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != 200 || !(response.getEntity() instanceof List<?> items)
                || !request.getMethod().equals("GET") || !response.getHeaders().containsKey(TOTAL)
                || response.getHeaders().containsKey(HttpHeaders.ETAG)) {
            return;
        }
        String body = json.write(items);
        EntityTag tag = new EntityTag(hash(body + response.getHeaders().getFirst(TOTAL)));
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        ResponseBuilder met = request.getRequest().evaluatePreconditions(tag);
        if (met == null) {
            response.setEntity(body, response.getEntityAnnotations(), MediaType.APPLICATION_JSON_TYPE);
        } else {
            request.setProperty(BODY, body);
            response.setStatus(met.build().getStatus());
            response.setEntity(null);
        }
    }

    private static String hash(String text) {
        return "l" + HexFormat.of().formatHex(Hashes.sha256(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
    }
}
