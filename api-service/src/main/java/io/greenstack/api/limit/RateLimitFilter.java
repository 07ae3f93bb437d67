package io.greenstack.api.limit;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.greenstack.api.platform.ProblemTable;
import io.greenstack.api.platform.Problems;
import io.greenstack.api.platform.RouteClass;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.faulttolerance.api.RateLimitException;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers 429 to a principal that asks too much, so that one client cannot take the service away from the others. Who is not known
 * is limited by his address. It works on the event loop, before anything of a body is read and before an endpoint gets a worker.
 */
@ApplicationScoped
class RateLimitFilter {

    /** Behind the filter that finds out who asks, before the one that reads bodies. */
    private static final int AFTER_AUTHENTICATION = 60;
    /** What is left of a refused body up to this size is read, so that the connection can be used again. */
    private static final long DRAINED = 64L * 1024;

    /** What anybody may read, also with a key that has ended: to look at the key would refuse him. */
    private static final Set<String> PUBLIC = Set.of("/api/auth/config", "/api/branding", "/api/branding/logo");

    private final RateLimits limits;
    private final LimitSettings settings;
    private final RouteClass.Finder classes;
    private final Problems problems;

    RateLimitFilter(RateLimits limits, LimitSettings settings, RouteClass.Finder classes, Problems problems) {
        this.limits = limits;
        this.settings = settings;
        this.classes = classes;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::limit, AFTER_AUTHENTICATION);
    }

    private void limit(RoutingContext context) {
        String path = context.normalizedPath();
        if (!path.startsWith("/api/") || path.equals("/api/health") || path.startsWith("/api/health/")) {
            context.next();
            return;
        }
        Context loop = context.vertx().getOrCreateContext();
        if (PUBLIC.contains(path) && context.request().method().equals(HttpMethod.GET)) {
            take(context, loop, address(context), Budget.STRANGERS);
            return;
        }
        QuarkusHttpUser.getSecurityIdentity(context, null).subscribe().with(
                identity -> loop.runOnContext(go -> count(context, loop, identity)),
                failure -> loop.runOnContext(go -> {
                    if (failure instanceof RateLimitException) {
                        context.next();
                    } else {
                        count(context, loop, null);
                    }
                }));
    }

    private void count(RoutingContext context, Context loop, SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            take(context, loop, address(context), Budget.STRANGERS);
            return;
        }
        String principal = identity.getAttribute(RateLimits.PRINCIPAL);
        if (principal == null) {
            context.next();
            return;
        }
        Budget own = identity.getAttribute(RateLimits.BUDGET);
        take(context, loop, principal, own != null ? own : switch (classes.of(context)) {
            case READ, EXPORT -> Budget.READS;
            case WRITE -> Budget.WRITES;
            case UPLOAD -> Budget.UPLOADS;
        });
    }

    private static String address(RoutingContext context) {
        return "address:" + (context.request().remoteAddress() == null
                ? "unknown"
                : context.request().remoteAddress().hostAddress());
    }

    private void take(RoutingContext context, Context loop, String principal, Budget budget) {
        limits.take(principal, budget).subscribe()
                .with(taken -> loop.runOnContext(go -> goOn(context, budget, taken)));
    }

    /** Headers by draft-ietf-httpapi-ratelimit-headers-10. */
    private void goOn(RoutingContext context, Budget budget, Taken taken) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        LimitSettings.Rate rate = budget.rate(settings);
        response.putHeader("RateLimit-Policy", '"' + budget.label() + "\";q=" + rate.burst() + ";w="
                + (long) Math.ceil(rate.burst() / rate.perSecond()));
        response.putHeader("RateLimit", '"' + budget.label() + "\";r=" + taken.remaining() + ";t="
                + taken.fullAfterSeconds());
        if (!taken.refused()) {
            context.next();
            return;
        }
        boolean close = bodyIsLong(context);
        if (close) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        } else {
            context.request().resume();
        }
        problems.send(context, ProblemTable.of(new RateLimitException(taken.waitMillis(), "Too many requests")))
                .onComplete(sent -> {
                    if (close) {
                        context.request().connection().close();
                    }
                });
    }

    private static boolean bodyIsLong(RoutingContext context) {
        if (context.request().headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            return true;
        }
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length != null && Long.parseLong(length.strip()) > DRAINED;
        } catch (NumberFormatException e) {
            return true;
        }
    }
}
