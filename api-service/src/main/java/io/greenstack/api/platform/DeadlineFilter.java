package io.greenstack.api.platform;

import java.lang.reflect.Method;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;

/** Tells the deadline of a request which worker thread works for it. */
class DeadlineFilter {

    private static final int FIRST = 9_000;

    @ServerRequestFilter(priority = 1)
    public void enter(ContainerRequestContext request, ResourceInfo resource, RoutingContext context) {
        RequestDeadline deadline = RequestDeadline.of(context);
        if (deadline == null) {
            return;
        }
        Method method = resource.getResourceMethod();
        if (method != null && method.isAnnotationPresent(Unhurried.class)) {
            deadline.cancel();
        } else if (!Context.isOnEventLoopThread()) {
            deadline.enter();
        }
    }

    /** Before the other filters of answers, which may need a thread that is not interrupted, as to write the audit log. */
    @ServerResponseFilter(priority = FIRST)
    public void leave(ContainerResponseContext response, RoutingContext context) {
        RequestDeadline deadline = RequestDeadline.of(context);
        if (deadline != null) {
            deadline.leave();
        }
    }
}
