package io.greenstack.api.platform;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;

/**
 * Sends every exception of an endpoint through {@link ProblemTable}. The types for which the framework has a mapper of its own
 * are named, because the most specific mapper wins.
 */
@ApplicationScoped
class ProblemMappers {

    private final Problems problems;

    public ProblemMappers(Problems problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper({Throwable.class, UnauthorizedException.class, AuthenticationFailedException.class,
            AuthenticationRedirectException.class, ForbiddenException.class, ValidationException.class,
            MismatchedInputException.class})
    public Response any(Throwable thrown, RoutingContext context) {
        return respond(thrown, context);
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException thrown, RoutingContext context) {
        Response own = thrown.getResponse();
        return own.getStatus() < 400 ? own : respond(thrown, context);
    }

    private Response respond(Throwable thrown, RoutingContext context) {
        ProblemTable.Entry entry = ProblemTable.of(thrown);
        Response.ResponseBuilder response = Response.status(entry.status())
                .entity(problems.of(thrown, entry, context))
                .type(Problem.MEDIA_TYPE);
        for (Map.Entry<String, String> header : entry.headers().entrySet()) {
            response.header(header.getKey(), header.getValue());
        }
        return response.build();
    }
}
