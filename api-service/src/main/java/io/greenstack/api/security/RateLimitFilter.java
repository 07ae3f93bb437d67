package io.greenstack.api.security;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.faulttolerance.api.RateLimitException;

/** Answers 429 to a principal that asks too much, so that one client cannot take the service away from the others. */
@ApplicationScoped
class RateLimitFilter {

    private final SecurityIdentity identity;
    private final RateLimiter limiter;
    private final boolean open;

    public RateLimitFilter(SecurityIdentity identity, SecuritySettings settings) {
        this.identity = identity;
        this.open = settings.mode() == SecuritySettings.Mode.OPEN;
        this.limiter = new RateLimiter(settings.rateLimit().requestsPerSecond(), settings.rateLimit().burst(),
                System::nanoTime);
    }

    @ServerRequestFilter(priority = 10)
    public void limit(ContainerRequestContext request, ResourceInfo resource) {
        Class<?> type = resource.getResourceClass();
        if (open || type == null || type.isAnnotationPresent(PermitAll.class) || identity.isAnonymous()) {
            return;
        }
        long wait = limiter.take(identity.getPrincipal().getName());
        if (wait > 0) {
            throw new RateLimitException(wait, "Too many requests");
        }
    }
}
