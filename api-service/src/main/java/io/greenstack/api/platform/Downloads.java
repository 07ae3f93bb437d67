package io.greenstack.api.platform;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestResponse;

/** Responses with stored files. Together with {@code nosniff} and the sandboxing policy of the API, a file cannot run anything. */
public final class Downloads {

    private Downloads() {}

    /**
     * A file that never changes, shown in place when it is a picture, else offered for saving. A client may keep it, but asks
     * before it shows it again: what was deleted is gone at once.
     */
    public static RestResponse<FileContent> file(Request request, String name, String mediaType, String sha256,
            Supplier<byte[]> content) {
        EntityTag tag = new EntityTag(sha256);
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        RestResponse.ResponseBuilder<FileContent> response = known == null
                ? RestResponse.ResponseBuilder.ok(new FileContent(content.get()), mediaType)
                : RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED);
        boolean picture = mediaType.startsWith("image/");
        return response.tag(tag).header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.CONTENT_DISPOSITION, (picture ? "inline" : "attachment") + fileName(name)).build();
    }

    /** {@code Content-Disposition} of a file to be saved, RFC 6266: an ASCII name for old clients and the real one. */
    public static String attachment(String name) {
        return "attachment" + fileName(name);
    }

    private static String fileName(String name) {
        String ascii = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
        return "; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}
