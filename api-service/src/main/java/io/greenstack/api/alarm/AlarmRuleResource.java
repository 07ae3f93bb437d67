package io.greenstack.api.alarm;

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

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.Params;
import io.greenstack.api.security.Roles;
import io.greenstack.core.alarm.AlarmKind;
import io.quarkus.security.identity.SecurityIdentity;

/** Rules by which alarms are made. */
@Path("/api/alarm-rules")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Alarm rules", description = "Rules by which the bridge makes alarms of what devices say")
class AlarmRuleResource {

    private final AlarmRuleService service;
    private final SecurityIdentity caller;

    AlarmRuleResource(AlarmRuleService service, SecurityIdentity caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Rules, in the order of their names")
    public RestResponse<List<AlarmRuleView>> list(
            @QueryParam("kind") @Parameter(schema = @Schema(implementation = AlarmKind.class)) String kind,
            @QueryParam("enabled") String enabled, @BeanParam PageQuery page) {
        return page.answer(service.page(Params.constant("kind", kind, AlarmKind.class, null),
                Params.booleanOrNull("enabled", enabled), page.toRequest()));
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Make a rule", description = "It holds within seconds, also for what is wrong already.")
    @Answers(value = 201, problems = "409 too-many-rules")
    public RestResponse<AlarmRuleView> create(@NotNull @Valid AlarmRuleRequest rule) {
        AlarmRuleView made = service.create(rule, who());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, made)
                .location(URI.create("/api/alarm-rules/" + made.id())).build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One rule")
    @Answers(problems = "404 unknown-alarm-rule")
    public AlarmRuleView get(long id) {
        return service.get(id);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Replace a rule", description = "Its kind stays. Alarms of devices for which it does "
            + "not hold any more, all of them when it is disabled, are cleared.")
    @Answers(problems = "404 unknown-alarm-rule")
    public AlarmRuleView replace(long id, @NotNull @Valid AlarmRuleRequest rule) {
        return service.replace(id, rule, who());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Delete a rule", description = "Its alarms that stand are cleared, and stay in the list.")
    @Answers(problems = "404 unknown-alarm-rule")
    public void delete(long id) {
        service.delete(id);
    }

    private String who() {
        return caller.getPrincipal().getName();
    }
}
