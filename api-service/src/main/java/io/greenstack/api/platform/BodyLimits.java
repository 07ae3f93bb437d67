package io.greenstack.api.platform;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** How many octets the body of a request may have. */
@ApplicationScoped
public class BodyLimits {

    private final HttpSettings settings;

    public BodyLimits(HttpSettings settings) {
        this.settings = settings;
    }

    /** Limit of this request. */
    public long of(RoutingContext context) {
        return isLarge(context) ? large() : ordinary();
    }

    /** Limit of a request that brings no library. */
    public long ordinary() {
        return settings.maxBodySize().asLongValue();
    }

    /** Limit of the uploads of import jobs. */
    public long large() {
        return settings.largeUploads().maxBodySize().asLongValue();
    }

    /** Whether this is the upload of an import job. */
    public boolean isLarge(RoutingContext context) {
        return context.request().method() == HttpMethod.POST
                && settings.largeUploads().paths().contains(context.normalizedPath());
    }
}
