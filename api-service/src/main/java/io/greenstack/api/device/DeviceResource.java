package io.greenstack.api.device;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.cache.KeptWhole;
import io.greenstack.api.description.Kinds;
import io.greenstack.api.device.DeviceRepository.MissingDescription;
import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.Params;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.platform.Retries;
import io.greenstack.api.security.Roles;

/** The registry of field devices. */
@Path("/api/devices")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Devices", description = "Registered field devices and the descriptions they are decoded with")
class DeviceResource {

    private static final int MOST_LABELS = 16;

    private final DeviceService service;
    private final DeviceBindings bindings;
    private final Kinds kinds;

    public DeviceResource(DeviceService service, DeviceBindings bindings, Kinds kinds) {
        this.service = service;
        this.bindings = bindings;
        this.kinds = kinds;
    }

    @POST
    @Path("/register")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Register a device; may be repeated", description = "Members: device_id, name, iolink{vendor_id, device_id, revision, product_id, serial} or "
            + "eds{vendor_code, product_code, revision, catalog_number, serial}, parameters{V_x: 1}; others are kept.")
    @Answers(value = {200, 201}, problems = {"400 bad-device-id", "409 concurrent-change"})
    public RestResponse<DeviceView> register(JsonNode body) {
        DeviceService.Registered registered = Retries.onConflict(() -> service.register(body));
        if (registered.created()) {
            return RestResponse.ResponseBuilder
                    .<DeviceView>created(URI.create("/api/devices/" + registered.device().deviceId()))
                    .entity(registered.device()).build();
        }
        return RestResponse.ok(registered.device());
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Make a device by hand", description = "Members as of a registration, and name, labels, location, notes; "
            + "409 when there is such a device.")
    @Answers(value = 201, problems = {"400 bad-device-id", "409 device-exists"})
    public RestResponse<DeviceView> create(JsonNode body) {
        DeviceDraft draft = DeviceDraft.of(body);
        DeviceView device = service.create(draft.registration(), draft.details());
        return RestResponse.ResponseBuilder.<DeviceView>created(URI.create("/api/devices/" + device.deviceId()))
                .entity(device).build();
    }

    @GET
    @Path("/missing-descriptions")
    @Operation(summary = "Descriptions that devices wait for: which files to get, those of most devices first")
    public RestResponse<List<MissingDescription>> missing(@BeanParam PageQuery page) {
        return page.answer(bindings.missing(page.toRequest()));
    }

    @GET
    @KeptWhole
    @Operation(summary = "List devices", description = "state=description_missing finds those whose file is still to be imported; "
            + "connection=connected, disconnected, silent or unknown; label=line=4 or label=critical, may be repeated")
    public RestResponse<List<DeviceView>> list(@QueryParam("q") String text, @QueryParam("state") String state,
            @QueryParam("kind") String kind, @QueryParam("vendor_id") String vendorId,
            @QueryParam("description_id") String descriptionId, @QueryParam("connection") String connection,
            @QueryParam("label") List<String> labels, @QueryParam("sort") String sort,
            @BeanParam PageQuery page) {
        DeviceFilter filter = new DeviceFilter(text, Params.constant("state", state, BindingState.class, null),
                kinds.constant(kind), Params.longOrNull("vendor_id", vendorId),
                Params.longOrNull("description_id", descriptionId),
                Params.constant("connection", connection, ConnectionStatus.class, null),
                labels.stream().limit(MOST_LABELS).toList());
        return page.answer(service.list(filter, sort, page.toRequest()));
    }

    @GET
    @KeptWhole
    @Path("/{id}")
    @Operation(summary = "A device")
    public RestResponse<DeviceView> get(String id, @Context Request request) {
        DeviceView device = service.get(id);
        return Responses.cacheable(request,
                device.tag(),
                () -> device);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Change name, labels, location or notes; what is absent stays")
    @Answers(problems = "409 concurrent-change")
    public DeviceView patch(String id, @NotNull @Valid DevicePatch patch) {
        return service.edit(id, patch, false);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Replace name, labels, location and notes; what is absent is cleared")
    @Answers(problems = "409 concurrent-change")
    public DeviceView put(String id, @NotNull @Valid DevicePatch details) {
        return service.edit(id, details, true);
    }

    @PUT
    @Path("/{id}/binding")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Bind a device to a description, or back to automatic choice; set condition parameters")
    @Answers(problems = "409 concurrent-change")
    public DeviceView bind(String id, @NotNull @Valid BindingRequest request) {
        return Retries.onConflict(() -> bindings.bind(id, request));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Take a device out of the registry; its history stays")
    public void delete(String id) {
        service.delete(id);
    }

    /**
     * A device that a person makes: what it would say when it registers, and what people note about it.
     *
     * @param registration as a registration
     * @param details labels, location and notes
     */
    record DeviceDraft(ObjectNode registration, DevicePatch details) {

        private static final int LONGEST_LOCATION = 500;
        private static final int LONGEST_NOTES = 10_000;

        /**
         * Takes the body of a request apart.
         *
         * @throws ApiException 400 naming the member that is wrong
         */
        static DeviceDraft of(JsonNode body) {
            if (body == null || !body.isObject()) {
                throw new ApiException(400, "bad-request", "A device is a JSON object with 'device_id'.");
            }
            ObjectNode registration = body.deepCopy();
            JsonNode labels = registration.remove("labels");
            String location = text(registration.remove("location"), "location", LONGEST_LOCATION);
            String notes = text(registration.remove("notes"), "notes", LONGEST_NOTES);
            return new DeviceDraft(registration, new DevicePatch(null, labels, location, notes));
        }

        private static String text(JsonNode node, String name, int longest) {
            if (node == null || node.isNull()) {
                return null;
            }
            if (!node.isTextual() || node.textValue().length() > longest) {
                throw ApiException.invalidParameter(name, "a text of at most " + longest + " characters is needed");
            }
            return node.textValue();
        }
    }

    /**
     * What a person may change of a device. In a PATCH absent members stay and empty texts clear; a PUT clears what is absent.
     *
     * @param name name for people
     * @param labels {@code {"line":"4","critical":""}} or {@code ["line=4","critical"]}
     * @param location where it is
     * @param notes what else is to be known
     */
    record DevicePatch(@Size(max = 200) String name, @Schema(type = SchemaType.OBJECT) JsonNode labels,
            @Size(max = 500) String location, @Size(max = 10_000) String notes) {
        /**
         * Changes a device.
         *
         * @param replace whether what is absent is cleared
         * @return whether anything is different now
         */
        boolean apply(Device device, boolean replace) {
            Map<String, String> present = Labels.stored(device.labels);
            Map<String, String> changed = Labels.changed(present, labels, replace);
            String newName = edited(device.name, name, replace);
            String newLocation = edited(device.location, location, replace);
            String newNotes = edited(device.notes, notes, replace);
            boolean different = !changed.equals(present) || !Objects.equals(newName, device.name)
                    || !Objects.equals(newLocation, device.location) || !Objects.equals(newNotes, device.notes);
            device.labels = Labels.text(changed);
            device.name = newName;
            device.location = newLocation;
            device.notes = newNotes;
            return different;
        }

        private static String edited(String present, String text, boolean replace) {
            if (text == null) {
                return replace ? null : present;
            }
            return text.isBlank() ? null : text.strip().replace("\0", "");
        }
    }
}
