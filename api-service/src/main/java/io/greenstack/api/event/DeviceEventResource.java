package io.greenstack.api.event;

import java.util.Arrays;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.device.DeviceService;
import io.greenstack.api.platform.FileContent;
import io.greenstack.api.platform.LanguageQuery;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.security.Roles;
import io.greenstack.api.table.Table;
import io.greenstack.api.table.TableQuery;

/** Events of one device. */
@Path("/api/devices/{id}/events")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Events")
class DeviceEventResource {

    private static final int MOST_EXPORTED = 10_000;
    private static final List<String> COLUMNS = List.of("occurred_at", "code", "code_hex", "mode", "type", "name",
            "description", "received_at", "active");

    private final EventService service;
    private final DeviceService devices;

    public DeviceEventResource(EventService service, DeviceService devices) {
        this.service = service;
        this.devices = devices;
    }

    @GET
    @Operation(summary = "Events of a device, newest first")
    public RestResponse<List<EventView>> ofDevice(String id, @QueryParam("code") String code,
            @QueryParam("type") String type, @QueryParam("from") String from, @QueryParam("to") String to,
            @BeanParam PageQuery page, @BeanParam LanguageQuery language) {
        devices.require(id);
        return page(EventFilter.of(id, code, type, null, from, to), page, language);
    }

    @GET
    @Path("/export")
    @Operation(summary = "The newest 10,000 events of a device as a table")
    public RestResponse<FileContent> export(String id, @QueryParam("code") String code, @QueryParam("type") String type,
            @QueryParam("from") String from, @QueryParam("to") String to, @BeanParam TableQuery table,
            @BeanParam LanguageQuery language) {
        devices.require(id);
        EventFilter filter = EventFilter.of(id, code, type, null, from, to);
        List<List<Object>> rows = service.page(filter, new PageRequest(1, MOST_EXPORTED), language).items().stream()
                .map(event -> Arrays.<Object>asList(event.occurredAt(), event.code(), event.codeHex(), event.mode(),
                        event.type(), event.name(), event.description(), event.receivedAt(), event.active()))
                .toList();
        return table.answer(new Table(id + " events", COLUMNS, rows));
    }

    @GET
    @Path("/active")
    @Operation(summary = "What has appeared at a device and not disappeared since")
    public RestResponse<List<EventView>> active(String id, @BeanParam PageQuery page,
            @BeanParam LanguageQuery language) {
        devices.require(id);
        return page(new EventFilter(id, null, null, true, null, null), page, language);
    }

    private RestResponse<List<EventView>> page(EventFilter filter, PageQuery page, LanguageQuery language) {
        return Responses.inLanguage(
                page.answer(service.page(filter, page.toRequest(), language)), null);
    }
}
