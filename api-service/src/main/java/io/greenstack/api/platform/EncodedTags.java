package io.greenstack.api.platform;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Makes entity tags strong: octet for octet the same (RFC 9110, clause 8.8.3). What is compressed gets another tag than what is
 * not, and so does what another version of this service writes. Services know only the tag of what they say. Tags that are
 * mere numbers are versions, which clients name in {@code If-Match}, and stay as they are.
 */
@ApplicationScoped
class EncodedTags {

    private static final String ACCEPTED = EncodedTags.class.getName();
    private static final Pattern STRONG = Pattern.compile("\"[^\"]*[^\"0-9][^\"]*\"");

    private final Set<String> compressed;
    private final String release;
    private final Pattern suffix;

    EncodedTags(@ConfigProperty(name = "quarkus.http.compress-media-types") List<String> compressed,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.compressed = Set.copyOf(compressed);
        this.release = '.' + Integer.toHexString(version.hashCode());
        this.suffix = Pattern.compile(Pattern.quote(release) + "[igd]\"");
    }

    /** Takes off what {@link #write} put behind tags. */
    void read(RoutingContext context) {
        HttpServerRequest request = context.request();
        for (CharSequence name : List.of(HttpHeaders.IF_NONE_MATCH, HttpHeaders.IF_MATCH)) {
            String value = request.getHeader(name);
            if (value != null) {
                Matcher tags = suffix.matcher(value);
                if (tags.find()) {
                    context.put(ACCEPTED, value);
                    request.headers().set(name, tags.replaceAll("\""));
                }
            }
        }
    }

    /** Puts the encoding of the answer behind its tag, and says that it depends on what the client takes. */
    void write(RoutingContext context) {
        HttpServerResponse response = context.response();
        String tag = response.headers().get(HttpHeaders.ETAG);
        boolean known = response.getStatusCode() == 304;
        boolean compressible = known || compressed.contains(mediaType(response));
        if (compressible) {
            vary(response);
        }
        if (tag == null || !STRONG.matcher(tag).matches()) {
            return;
        }
        char coding = compressible
                ? ContentCoding.of(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING))
                : ContentCoding.IDENTITY;
        String base = tag.substring(0, tag.length() - 1) + release;
        String wanted = context.get(ACCEPTED);
        if (known && wanted != null && !wanted.contains(base + coding)) {
            coding = wanted.contains(base + 'i') ? 'i' : wanted.contains(base + 'g') ? 'g' : 'd';
        }
        response.headers().set(HttpHeaders.ETAG, base + coding + '"');
    }

    private static void vary(HttpServerResponse response) {
        String others = String.join(", ", response.headers().getAll(HttpHeaders.VARY));
        if (!others.toLowerCase(Locale.ROOT).contains("accept-encoding")) {
            response.headers().set(HttpHeaders.VARY,
                    others.isEmpty() ? "Accept-Encoding" : others + ", Accept-Encoding");
        }
    }

    private static String mediaType(HttpServerResponse response) {
        String type = response.headers().get(HttpHeaders.CONTENT_TYPE);
        int end = type == null ? -1 : type.indexOf(';');
        return type == null ? "" : (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
