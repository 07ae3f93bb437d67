package io.greenstack.api.platform;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** How many octets the body of a request may have. */
@ApplicationScoped
public class BodyLimits {

    /** A change of both halves of a twin, with room for the way it is written and for what it deletes. */
    private static final int TWINS = 4;
    private static final Pattern TWIN = Pattern.compile("/api/devices/[^/]+/shadow(/desired|/reported)?/?");

    private final HttpSettings settings;
    private final long twin;

    public BodyLimits(HttpSettings settings,
            @ConfigProperty(name = "greenstack.shadow.max-size", defaultValue = "64K") MemorySize twin) {
        this.settings = settings;
        this.twin = TWINS * twin.asLongValue();
    }

    /** Limit of this request. */
    public long of(RoutingContext context) {
        if (isLarge(context)) {
            return large();
        }
        return isTwin(context) ? twin() : ordinary();
    }

    /** Limit of a request that brings no library. */
    public long ordinary() {
        return settings.maxBodySize().asLongValue();
    }

    /** Limit of the uploads of import jobs. */
    public long large() {
        return settings.largeUploads().maxBodySize().asLongValue();
    }

    /** Limit of changes of a twin, which could hold no more: whatever is larger need not be parsed. */
    public long twin() {
        return Math.min(twin, ordinary());
    }

    /** Whether this is the upload of an import job. */
    public boolean isLarge(RoutingContext context) {
        return context.request().method() == HttpMethod.POST
                && settings.largeUploads().paths().contains(context.normalizedPath());
    }

    /** Whether this changes a twin. */
    public boolean isTwin(RoutingContext context) {
        HttpMethod method = context.request().method();
        return (method == HttpMethod.PATCH || method == HttpMethod.PUT)
                && TWIN.matcher(context.normalizedPath()).matches();
    }

    /** What is answered to a request with a larger body. */
    public ProblemTable.Entry refusal(RoutingContext context) {
        return isTwin(context)
                ? ProblemTable.Entry.of(413, "payload-too-large", "A change of a twin has " + twin()
                        + " octets at most, because a twin can hold no more; send what changes only.")
                : ProblemTable.tooLarge();
    }
}
