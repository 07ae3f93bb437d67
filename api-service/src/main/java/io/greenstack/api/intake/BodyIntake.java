package io.greenstack.api.intake;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.greenstack.api.platform.BodyLimits;
import io.greenstack.api.platform.OctetBudget;
import io.greenstack.api.platform.ProblemTable;
import io.greenstack.api.platform.Problems;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/**
 * Reads the body of each request of a known principal on the event loop, before its endpoint gets a worker thread. Files of forms
 * go to disk as they come. Who is not known gets the refusal of the endpoint, and nothing of the body is read.
 */
@ApplicationScoped
class BodyIntake {

    /** Behind the filter that finds out who asks. */
    private static final int AFTER_AUTHENTICATION = 50;
    private static final int RETRY_SECONDS = 2;
    private static final ProblemTable.Entry UNREADABLE = ProblemTable.Entry.of(400, "unreadable-body",
            "The request body is damaged or incomplete.");
    private static final ProblemTable.Entry NO_HOST = ProblemTable.Entry.of(400, "missing-host",
            "A request of HTTP/1.1 names its host in the header 'Host' (RFC 9112, 3.2).");

    private final IntakeSettings settings;
    private final BodyLimits limits;
    private final Problems problems;
    private final OctetBudget budget;
    private final AddressLimit addresses;
    private final BodyHandler ordinary;
    private final BodyHandler large;
    private final BodyHandler twin;

    BodyIntake(IntakeSettings settings, BodyLimits limits, Problems problems, MeterRegistry meters,
            @ConfigProperty(name = "quarkus.http.body.uploads-directory") String uploads) {
        this.settings = settings;
        this.limits = limits;
        this.problems = problems;
        this.budget = new OctetBudget(settings.held().asLongValue());
        this.addresses = new AddressLimit(settings.bodiesPerAddress());
        this.ordinary = reader(uploads, limits.ordinary());
        this.large = reader(uploads, limits.large());
        this.twin = reader(uploads, limits.twin());
        Gauge.builder("greenstack.http.bodies.held", budget, OctetBudget::taken).baseUnit("bytes")
                .description("Request bodies in memory").register(meters);
    }

    private static BodyHandler reader(String uploads, long limit) {
        return BodyHandler.create(uploads).setBodyLimit(limit).setMergeFormAttributes(false)
                .setDeleteUploadedFilesOnEnd(true);
    }

    void register(@Observes Filters filters) {
        filters.register(this::take, AFTER_AUTHENTICATION);
        filters.register(this::refuseEmptyForm, AFTER_AUTHENTICATION - 1);
    }

    /** What the reader refuses it tells by a failed route; where the client is gone there is nobody to tell. */
    void answerFailures(@Observes Router router) {
        router.route("/api/*").order(Integer.MIN_VALUE).failureHandler(context -> {
            if (context.response().ended() || context.response().closed()) {
                return;
            }
            switch (context.statusCode()) {
                case 413 -> refuse(context, limits.refusal(context));
                case 400 ->
                    refuse(context, context.request().headers().contains(HttpHeaders.HOST) ? UNREADABLE : NO_HOST);
                default -> context.next();
            }
        });
    }

    private void take(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!context.normalizedPath().startsWith("/api/") || request.isEnded() || !bringsBody(request)) {
            context.next();
            return;
        }
        Context loop = context.vertx().getOrCreateContext();
        QuarkusHttpUser.getSecurityIdentity(context, null).subscribe().with(
                identity -> loop.runOnContext(go -> takeFrom(context, identity)),
                refused -> loop.runOnContext(go -> context.next()));
    }

    private void takeFrom(RoutingContext context, SecurityIdentity identity) {
        if (context.response().ended()) {
            return;
        }
        if (identity == null || identity.isAnonymous()) {
            context.next();
            return;
        }
        String address = String.valueOf(context.request().remoteAddress().hostAddress());
        if (!addresses.enter(address)) {
            refuse(context, ProblemTable.Entry.later(503, "too-many-bodies",
                    "Too many requests with bodies of this address are under way; send fewer at the same time.",
                    RETRY_SECONDS));
            return;
        }
        context.addEndHandler(done -> addresses.leave(address));
        boolean isLarge = limits.isLarge(context);
        if (!isForm(context.request())) {
            long octets = octets(context.request());
            if (!budget.take(octets)) {
                refuse(context, ProblemTable.Entry.later(503, "too-busy",
                        "Too many requests with large bodies are under way; send this one again in a moment.",
                        RETRY_SECONDS));
                return;
            }
            context.addEndHandler(done -> budget.giveBack(octets));
        }
        BodyPace.watch(context, settings.leastPerSpan().asLongValue(), settings.patience().toMillis(),
                () -> refuse(context, ProblemTable.Entry.of(408, "body-too-slow",
                        "The request body came slower than " + settings.leastPerSpan().asLongValue() + " octets in "
                                + settings.patience().toSeconds() + " s.")),
                () -> refuse(context, UNREADABLE));
        (isLarge ? large : limits.isTwin(context) ? twin : ordinary).handle(new CutOffUploads(context));
    }

    /** A form without any part, be it damaged or not, has nothing that an endpoint could read. */
    private void refuseEmptyForm(RoutingContext context) {
        BodyPace.read(context);
        HttpServerRequest request = context.request();
        if (request.isExpectMultipart() && context.fileUploads().isEmpty() && request.formAttributes().isEmpty()) {
            problems.send(context, ProblemTable.Entry.of(400, "unreadable-body",
                    "The form is damaged or has no parts."));
        } else {
            context.next();
        }
    }

    /** Answers and closes the connection, because the rest of its body is still to come. */
    private void refuse(RoutingContext context, ProblemTable.Entry entry) {
        // the reader has cleaned up by the end of the answer, and would do it again when the connection closes
        context.request().exceptionHandler(closed -> {});
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            context.request().connection().close();
            return;
        }
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        problems.send(context, entry).onComplete(sent -> context.request().connection().close());
    }

    private long octets(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? limits.ordinary() : Math.min(limits.ordinary(), Long.parseLong(length.strip()));
        } catch (NumberFormatException e) {
            return limits.ordinary();
        }
    }

    private static boolean bringsBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || length != null && !length.equals("0");
    }

    private static boolean isForm(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }
}
