package io.greenstack.api.alarm.notice;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.Needs;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.Params;
import io.greenstack.api.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;

/** Channels over which people are told of alarms; for administrators, since URLs and addresses are nobody else's business. */
@Path("/api/alarm-channels")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Alarm channels", description = "Webhooks and e-mails that tell of alarms")
class AlarmChannelResource {

    private final AlarmChannelService service;
    private final SecurityIdentity caller;

    AlarmChannelResource(AlarmChannelService service, SecurityIdentity caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Channels, in the order of their names")
    public RestResponse<List<AlarmChannelView>> list(@BeanParam PageQuery page) {
        return page.answer(service.page(page.toRequest()));
    }

    @POST
    @Operation(summary = "Make a channel", description = "The answer has the secret with which a webhook is "
            + "signed; it is told nowhere else.")
    @Answers(value = 201, problems = "409 too-many-channels")
    public RestResponse<AlarmChannelView> create(@NotNull @Valid AlarmChannelRequest channel) {
        AlarmChannelView made = service.create(channel, who());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, made)
                .header(HttpHeaders.CACHE_CONTROL, "no-store").location(URI.create("/api/alarm-channels/" + made.id()))
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One channel")
    @Answers(problems = "404 unknown-alarm-channel")
    public AlarmChannelView get(long id) {
        return service.get(id);
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Replace a channel", description = "Its secret stays.")
    @Answers(problems = "404 unknown-alarm-channel")
    public AlarmChannelView replace(long id, @NotNull @Valid AlarmChannelRequest channel) {
        return service.replace(id, channel, who());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete a channel, and what was to be told over it")
    @Answers(problems = "404 unknown-alarm-channel")
    public void delete(long id) {
        service.delete(id);
    }

    @POST
    @Path("/{id}/secret")
    @Operation(summary = "Make a new secret", description = "The answer has it; the old one is not used any more.")
    @Answers(problems = "404 unknown-alarm-channel")
    public RestResponse<AlarmChannelView> renewSecret(long id) {
        return RestResponse.ResponseBuilder.ok(service.renewSecret(id, who()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    @POST
    @Path("/{id}/test")
    @Needs(Needs.Part.NOTHING)
    @Operation(summary = "Send a trial message", description = "502 notice-failed says why it could not be sent.")
    @Answers(value = 204, problems = {"404 unknown-alarm-channel", "502 notice-failed"})
    public void test(long id) {
        service.test(id);
    }

    @GET
    @Path("/{id}/notices")
    @Operation(summary = "What was told over a channel and what is to be, newest first")
    public RestResponse<List<NoticeView>> notices(long id,
            @QueryParam("state") @Parameter(schema = @Schema(implementation = NoticeState.class)) String state,
            @BeanParam PageQuery page) {
        return page.answer(service.notices(id, Params.constant("state", state, NoticeState.class, null),
                page.toRequest()));
    }

    private String who() {
        return caller.getPrincipal().getName();
    }
}
