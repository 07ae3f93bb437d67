package io.greenstack.api.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * Tells which methods a path of the API has: as the answer to {@code OPTIONS}, and in {@code Allow} of each 405 (RFC 9110,
 * 10.2.1).
 */
@ApplicationScoped
class AllowedMethods {

    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int BEFORE_AUTHENTICATION = 870;

    private final ApiOperations operations;

    AllowedMethods(ApiOperations operations) {
        this.operations = operations;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, BEFORE_AUTHENTICATION);
    }

    private void handle(RoutingContext context) {
        if (context.request().method().equals(HttpMethod.OPTIONS)) {
            ApiOperations.ApiPath path = operations.at(context.normalizedPath());
            if (path != null) {
                context.response().setStatusCode(204).putHeader(HttpHeaders.ALLOW, path.allow()).end();
                return;
            }
        }
        context.addHeadersEndHandler(headers -> {
            if (context.response().getStatusCode() == METHOD_NOT_ALLOWED) {
                ApiOperations.ApiPath path = operations.at(context.normalizedPath());
                if (path != null) {
                    context.response().putHeader(HttpHeaders.ALLOW, path.allow());
                }
            }
        });
        context.next();
    }
}
