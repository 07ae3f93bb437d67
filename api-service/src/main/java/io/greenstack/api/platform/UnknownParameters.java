package io.greenstack.api.platform;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.vertx.ext.web.RoutingContext;

/**
 * Refuses query parameters that an operation does not have: a filter with a slip of the pen in its name would otherwise answer
 * everything.
 */
@ApplicationScoped
class UnknownParameters {

    private final ApiOperations operations;

    UnknownParameters(ApiOperations operations) {
        this.operations = operations;
    }

    @ServerRequestFilter(priority = 20)
    public void check(ContainerRequestContext request, RoutingContext context) {
        if (context.request().query() == null) {
            return;
        }
        Set<String> given = request.getUriInfo().getQueryParameters().keySet();
        ApiOperations.ApiPath path = given.isEmpty() ? null : operations.at(context.normalizedPath());
        List<String> known = path == null ? null : path.query().get(context.request().method().name());
        if (known == null || known.containsAll(given)) {
            return;
        }
        TreeSet<String> unknown = new TreeSet<>(given);
        known.forEach(unknown::remove);
        String there = known.isEmpty() ? "this operation has none" : "there are " + String.join(", ", known);
        throw new ApiException(400, "unknown-parameter", "The query parameter " + unknown.stream()
                .map(name -> "'" + name + "'").collect(Collectors.joining(", ")) + " is not known; " + there + ".",
                unknown.stream().map(name -> new FieldError(name, "unknown-parameter", "it is not known")).toList());
    }
}
