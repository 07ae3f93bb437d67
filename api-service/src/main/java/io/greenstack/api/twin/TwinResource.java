package io.greenstack.api.twin;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.security.Roles;
import io.greenstack.api.twin.TwinHistory.TwinChangeView;
import io.greenstack.api.twin.TwinService.TwinView;
import io.greenstack.api.twin.TwinService.TwinWrite;
import io.quarkus.security.identity.SecurityIdentity;

/** The twin of a device. Reads answer its version as ETag; writes obey If-Match. */
@Path("/api/devices/{id}/shadow")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Twins", description = "What devices are wanted to have, what they report, and the difference")
class TwinResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String DESIRED = "desired";
    private static final String REPORTED = "reported";

    private final TwinService service;
    private final SecurityIdentity caller;

    public TwinResource(TwinService service, SecurityIdentity caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The twin of a device")
    public RestResponse<TwinView> get(String id, @Context Request request) {
        return tagged(id, view -> view, request);
    }

    @GET
    @Path("/desired")
    @Operation(summary = "What is wanted")
    public RestResponse<JsonNode> desired(String id, @Context Request request) {
        return tagged(id, TwinView::desired, request);
    }

    @GET
    @Path("/reported")
    @Operation(summary = "What the device says it has")
    public RestResponse<JsonNode> reported(String id, @Context Request request) {
        return tagged(id, TwinView::reported, request);
    }

    @GET
    @Path("/delta")
    @Operation(summary = "What is wanted, not yet reported and not rejected")
    public RestResponse<JsonNode> delta(String id, @Context Request request) {
        return tagged(id, TwinView::delta, request);
    }

    @GET
    @Path("/history")
    @Operation(summary = "The last changes, newest first: who, when and what")
    public RestResponse<List<TwinChangeView>> history(String id, @BeanParam PageQuery page) {
        return page.answer(service.history(id, page.toRequest()));
    }

    @PATCH
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Merge into the twin", description = "Merge patch (RFC 7396) of {desired, reported}: null deletes, lists are "
            + "replaced whole. If-Match with the version: 412 when it is another one by now.")
    @Answers(problems = "412 version-conflict")
    public RestResponse<TwinView> patch(String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, JsonNode body) {
        return write(id, halves(body, false), ifMatch);
    }

    @PUT
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Replace desired, reported, or both")
    @Answers(problems = "412 version-conflict")
    public RestResponse<TwinView> put(String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, JsonNode body) {
        return write(id, halves(body, true), ifMatch);
    }

    @DELETE
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Delete the twin", description = "The version stays and goes on with the next write.")
    @Answers(problems = "412 version-conflict")
    public void delete(String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        service.delete(id, caller.getPrincipal().getName(), Precondition.of(ifMatch));
    }

    @PATCH
    @Path("/desired")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Merge into what is wanted", description = "Checked against the description of the device: 422 names each value "
            + "that it could never take. Variables by id, unique name or index; record items by subindex or name.")
    @Answers(problems = "412 version-conflict")
    public RestResponse<TwinView> patchDesired(String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            JsonNode body) {
        return write(id, new TwinWrite(object(body, DESIRED), null, false), ifMatch);
    }

    @PUT
    @Path("/desired")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Replace what is wanted")
    @Answers(problems = "412 version-conflict")
    public RestResponse<TwinView> putDesired(String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            JsonNode body) {
        return write(id, new TwinWrite(object(body, DESIRED), null, true), ifMatch);
    }

    @DELETE
    @Path("/desired")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Want nothing any more")
    @Answers(problems = "412 version-conflict")
    public RestResponse<TwinView> deleteDesired(String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return write(id, new TwinWrite(JsonNodeFactory.instance.objectNode(), null, true), ifMatch);
    }

    @PATCH
    @Path("/reported")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Report in the name of the device", description = "For devices whose configuration a gateway or a person reads.")
    @Answers(problems = "412 version-conflict")
    public RestResponse<TwinView> patchReported(String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            JsonNode body) {
        return write(id, new TwinWrite(null, object(body, REPORTED), false), ifMatch);
    }

    @PUT
    @Path("/reported")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Replace what is reported, in the name of the device")
    @Answers(problems = "412 version-conflict")
    public RestResponse<TwinView> putReported(String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            JsonNode body) {
        return write(id, new TwinWrite(null, object(body, REPORTED), true), ifMatch);
    }

    @DELETE
    @Path("/reported")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Forget what is reported")
    @Answers(problems = "412 version-conflict")
    public RestResponse<TwinView> deleteReported(String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return write(id, new TwinWrite(null, JsonNodeFactory.instance.objectNode(), true), ifMatch);
    }

    private RestResponse<TwinView> write(String id, TwinWrite write, String ifMatch) {
        TwinView view = service.write(id, write, caller.getPrincipal().getName(), Precondition.of(ifMatch));
        return RestResponse.ResponseBuilder.ok(view).tag(tag(view)).build();
    }

    private static TwinWrite halves(JsonNode body, boolean replace) {
        ObjectNode document = object(body, "body");
        document.fieldNames().forEachRemaining(name -> {
            if (!DESIRED.equals(name) && !REPORTED.equals(name)) {
                throw ApiException.invalidParameter(name, "the members are 'desired' and 'reported'");
            }
        });
        return new TwinWrite(half(document, DESIRED, replace), half(document, REPORTED, replace), replace);
    }

    /** A half that is left out stays. */
    private static ObjectNode half(ObjectNode document, String name, boolean replace) {
        JsonNode half = document.get(name);
        if (half != null && half.isNull() && !replace) {
            throw ApiException.invalidParameter(name, "DELETE .../" + name + " deletes all of it");
        }
        return half == null ? null : object(half, name);
    }

    private static ObjectNode object(JsonNode node, String name) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw ApiException.invalidParameter(name, "an object is needed");
    }

    private static EntityTag tag(TwinView view) {
        return new EntityTag(Long.toString(view.version()));
    }

    private <T> RestResponse<T> tagged(String id, Function<TwinView, T> body, Request request) {
        TwinView view = service.get(id);
        EntityTag tag = tag(view);
        Response.ResponseBuilder notModified = request.evaluatePreconditions(tag);
        return notModified == null
                ? RestResponse.ResponseBuilder.ok(body.apply(view)).tag(tag).build()
                : RestResponse.ResponseBuilder.<T>create(RestResponse.Status.NOT_MODIFIED).tag(tag).build();
    }

    /**
     * The header {@code If-Match} of a write (RFC 9110, 13.1.1): versions of the twin, one of which it must have.
     *
     * @param versions the versions; empty = any
     */
    record Precondition(Set<Long> versions) {

        private static final Precondition ANY = new Precondition(Set.of());

        /**
         * Reads the header.
         *
         * @param header entity tags such as {@code "7"}, or {@code *}; null and blank = no condition
         * @throws ApiException 400 when it is neither
         */
        static Precondition of(String header) {
            if (header == null || header.isBlank() || header.strip().equals("*")) {
                return ANY;
            }
            Set<Long> versions = new HashSet<>();
            for (String tag : header.split(",")) {
                String text = tag.strip();
                text = text.startsWith("W/") ? text.substring(2) : text;
                boolean quoted = text.length() > 2 && text.startsWith("\"") && text.endsWith("\"");
                try {
                    versions.add(Long.valueOf(quoted ? text.substring(1, text.length() - 1) : text));
                } catch (NumberFormatException e) {
                    throw ApiException.invalidParameter("If-Match",
                            "versions of the twin, such as \"7\", or * are needed");
                }
            }
            return new Precondition(versions);
        }

        /** Throws 412 when the version is none of those. */
        void check(long version) {
            if (!versions.isEmpty() && !versions.contains(version)) {
                throw new ApiException(412, "version-conflict",
                        "The twin has version " + version + " now; read it and decide again.");
            }
        }
    }
}
