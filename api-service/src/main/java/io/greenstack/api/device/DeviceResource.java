package io.greenstack.api.device;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.platform.HttpSettings;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.Params;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.platform.Retries;
import io.greenstack.api.security.Roles;

/** The registry of field devices. */
@Path("/api/devices")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Devices", description = "Registered field devices and the descriptions they are decoded with")
public class DeviceResource {

    private final DeviceService service;
    private final HttpSettings settings;

    @Inject
    public DeviceResource(DeviceService service, HttpSettings settings) {
        this.service = service;
        this.settings = settings;
    }

    @POST
    @Path("/register")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Register a device; may be repeated", description = "Members: device_id, name, iolink{vendor_id, device_id, revision, product_id, serial} or "
            + "eds{vendor_code, product_code, revision, catalog_number, serial}, parameters{V_x: 1}; others are kept.")
    public RestResponse<DeviceView> register(JsonNode body) {
        Registered registered = Retries.onConflict(() -> service.register(body));
        if (registered.created()) {
            return RestResponse.ResponseBuilder
                    .<DeviceView>created(URI.create("/api/devices/" + registered.device().deviceId()))
                    .entity(registered.device()).build();
        }
        return RestResponse.ok(registered.device());
    }

    @GET
    @Operation(summary = "List devices", description = "state=DESCRIPTION_MISSING finds those whose file is still to be imported")
    public RestResponse<List<DeviceView>> list(@QueryParam("q") String text, @QueryParam("state") String state,
            @QueryParam("kind") String kind, @QueryParam("vendor_id") String vendorId,
            @QueryParam("description_id") String descriptionId, @QueryParam("sort") String sort,
            @BeanParam PageQuery page,
            @Context UriInfo uri) {
        DeviceFilter filter = new DeviceFilter(text, Params.constant("state", state, BindingState.class, null),
                Params.constant("kind", kind, DescriptionKind.class, null), Params.longOrNull("vendor_id", vendorId),
                Params.longOrNull("description_id", descriptionId));
        return Responses.page(service.list(filter, sort, page.toRequest(settings.maxPageSize())), uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A device")
    public RestResponse<DeviceView> get(String id, @Context Request request) {
        DeviceView device = service.get(id);
        return Responses.cacheable(request,
                "d" + device.version() + "." + device.lastRegisteredAt().toEpochMilli() + "."
                        + device.binding().descriptionId(),
                () -> device);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Rename a device")
    public DeviceView patch(String id, @NotNull @Valid DevicePatch patch) {
        return service.patch(id, patch);
    }

    @PUT
    @Path("/{id}/binding")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Bind a device to a description, or back to automatic choice; set condition parameters")
    public DeviceView bind(String id, @NotNull @Valid BindingRequest request) {
        return Retries.onConflict(() -> service.bind(id, request));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Take a device out of the registry; its history stays")
    public void delete(String id) {
        service.delete(id);
    }
}
