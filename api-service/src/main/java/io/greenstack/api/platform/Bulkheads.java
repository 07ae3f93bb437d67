package io.greenstack.api.platform;

import java.lang.reflect.Method;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.greenstack.api.platform.Needs.Part;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;

/**
 * Bounds the workers that wait for each part which may hang, so that some are always left for endpoints that need another one; and,
 * of those that wait for the database, those that do one kind of work, so that exports and uploads leave some for the rest. Who comes too late is told at once to come
 * again, instead of waiting for a worker.
 */
@ApplicationScoped
class Bulkheads {

    private static final String PLACE = Bulkheads.class.getName();

    private final Map<Part, Semaphore> places = new EnumMap<>(Part.class);

    private final Map<RouteClass, Semaphore> kinds = new EnumMap<>(RouteClass.class);
    private final RouteClass.Finder classes;

    Bulkheads(HttpSettings settings, RouteClass.Finder classes) {
        this.classes = classes;
        places.put(Part.DATABASE, new Semaphore(settings.waiting().database()));
        places.put(Part.REDIS, new Semaphore(settings.waiting().redis()));
        kinds.put(RouteClass.READ, new Semaphore(settings.atOnce().reads()));
        kinds.put(RouteClass.EXPORT, new Semaphore(settings.atOnce().exports()));
        kinds.put(RouteClass.WRITE, new Semaphore(settings.atOnce().writes()));
        kinds.put(RouteClass.UPLOAD, new Semaphore(settings.atOnce().uploads()));
    }

    @ServerRequestFilter(priority = 30)
    public void enter(ContainerRequestContext request, ResourceInfo resource, RoutingContext context) {
        Method method = resource.getResourceMethod();
        Part part = method == null || Context.isOnEventLoopThread() ? Part.NOTHING : part(method);
        Semaphore free = places.get(part);
        if (free == null) {
            return;
        }
        if (part != Part.DATABASE) {
            if (!free.tryAcquire()) {
                throw new BulkheadException("As many requests as are allowed wait for this part: " + part);
            }
            context.put(PLACE, List.of(free));
            return;
        }
        RouteClass kind = classes.of(context);
        Semaphore ofKind = kinds.get(kind);
        if (!ofKind.tryAcquire()) {
            throw new BulkheadException("As many requests as are allowed do this kind of work: " + kind);
        }
        if (!free.tryAcquire()) {
            ofKind.release();
            throw new BulkheadException("As many requests as are allowed wait for this part: " + part);
        }
        context.put(PLACE, List.of(free, ofKind));
    }

    /** A stream or an answer that comes later holds no worker while it is waited for. */
    private static Part part(Method method) {
        if (method.isAnnotationPresent(Unhurried.class)
                || method.getReturnType().getName().startsWith("io.smallrye.mutiny.")) {
            return Part.NOTHING;
        }
        Needs needs = method.getAnnotation(Needs.class);
        if (needs == null) {
            needs = method.getDeclaringClass().getAnnotation(Needs.class);
        }
        return needs == null ? Part.DATABASE : needs.value();
    }

    @ServerResponseFilter
    public void leave(ContainerResponseContext response, RoutingContext context) {
        List<Semaphore> taken = context.remove(PLACE);
        if (taken != null) {
            taken.forEach(Semaphore::release);
        }
    }
}
