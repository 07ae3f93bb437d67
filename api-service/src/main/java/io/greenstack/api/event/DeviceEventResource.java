package io.greenstack.api.event;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.device.DeviceService;
import io.greenstack.api.platform.HttpSettings;
import io.greenstack.api.platform.LanguageQuery;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.Params;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.security.Roles;
import io.greenstack.core.message.EventMessage;

/** Events of one device. */
@Path("/api/devices/{id}/events")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Events")
class DeviceEventResource {

    private final EventService service;
    private final DeviceService devices;
    private final HttpSettings settings;

    public DeviceEventResource(EventService service, DeviceService devices, HttpSettings settings) {
        this.service = service;
        this.devices = devices;
        this.settings = settings;
    }

    @GET
    @Operation(summary = "Events of a device, newest first")
    public RestResponse<List<EventView>> ofDevice(String id, @QueryParam("code") String code,
            @QueryParam("type") String type, @QueryParam("from") String from, @QueryParam("to") String to,
            @BeanParam PageQuery page, @BeanParam LanguageQuery language, @Context UriInfo uri) {
        devices.require(id);
        return page(new EventFilter(id, EventParams.code(code),
                Params.constant("type", type, EventMessage.Type.class, null), null,
                EventParams.time("from", from), EventParams.time("to", to)), page, language, uri);
    }

    @GET
    @Path("/active")
    @Operation(summary = "What has appeared at a device and not disappeared since")
    public RestResponse<List<EventView>> active(String id, @BeanParam PageQuery page,
            @BeanParam LanguageQuery language, @Context UriInfo uri) {
        devices.require(id);
        return page(new EventFilter(id, null, null, true, null, null), page, language, uri);
    }

    private RestResponse<List<EventView>> page(EventFilter filter, PageQuery page, LanguageQuery language,
            UriInfo uri) {
        return Responses.inLanguage(
                Responses.page(service.page(filter, page.toRequest(settings.maxPageSize()), language), uri), null);
    }
}
