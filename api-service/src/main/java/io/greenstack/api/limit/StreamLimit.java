package io.greenstack.api.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Unhurried;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;

/**
 * Bounds the live streams that a principal has open, each of which holds a connection and memory for as long as it lasts: at this
 * replica, and through {@link StreamLeases} at all of them together.
 */
@ApplicationScoped
class StreamLimit {

    private final int most;
    private final StreamLeases leases;
    private final SecurityIdentity caller;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    StreamLimit(LimitSettings settings, StreamLeases leases, SecurityIdentity caller) {
        this.most = settings.streams();
        this.leases = leases;
        this.caller = caller;
    }

    @ServerRequestFilter(priority = 31)
    public void enter(ContainerRequestContext request, ResourceInfo resource, RoutingContext context) {
        if (resource.getResourceMethod() == null
                || !resource.getResourceMethod().isAnnotationPresent(Unhurried.class)) {
            return;
        }
        String who = caller.getAttribute(RateLimits.PRINCIPAL);
        if (who == null) {
            return;
        }
        if (open.merge(who, 1, Integer::sum) > most) {
            leave(who);
            throw tooMany();
        }
        if (!Multi.class.isAssignableFrom(resource.getResourceMethod().getReturnType())) {
            context.addEndHandler(ended -> leave(who));
            return;
        }
        String stream = leases.take(who);
        if (stream == null) {
            leave(who);
            throw tooMany();
        }
        context.addEndHandler(ended -> {
            leave(who);
            leases.release(stream);
        });
    }

    private ApiException tooMany() {
        return new ApiException(429, "too-many-streams",
                "There are " + most + " live streams open with this key or by this person; close one of them.");
    }

    private void leave(String who) {
        open.computeIfPresent(who, (name, count) -> count == 1 ? null : count - 1);
    }
}
