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
import io.vertx.ext.web.RoutingContext;

/** Bounds the live streams that a principal has open at this replica; each holds a connection and memory for as long as it lasts. */
@ApplicationScoped
class StreamLimit {

    private final int most;
    private final SecurityIdentity caller;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    StreamLimit(LimitSettings settings, SecurityIdentity caller) {
        this.most = settings.streams();
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
            throw new ApiException(429, "too-many-streams",
                    "There are " + most + " live streams open with this key or by this person; close one of them.");
        }
        context.addEndHandler(ended -> leave(who));
    }

    private void leave(String who) {
        open.computeIfPresent(who, (name, count) -> count == 1 ? null : count - 1);
    }
}
