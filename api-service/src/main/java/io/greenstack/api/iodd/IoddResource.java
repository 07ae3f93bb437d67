package io.greenstack.api.iodd;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.cache.KeptWhole;
import io.greenstack.api.description.CatalogReset;
import io.greenstack.api.description.CatalogReset.BulkDeletion;
import io.greenstack.api.description.DecodeService;
import io.greenstack.api.description.DecodeService.DecodeRequest;
import io.greenstack.api.description.DecodeService.DecodedView;
import io.greenstack.api.description.DecodeService.EncodeRequest;
import io.greenstack.api.description.DescriptionFilter;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.LayoutView;
import io.greenstack.api.description.ReleaseService;
import io.greenstack.api.description.ReleaseService.ReleaseView;
import io.greenstack.api.iodd.IoddReportService.IoddComparisons;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.KeptLanguage;
import io.greenstack.api.platform.LanguageQuery;
import io.greenstack.api.platform.Message;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Params;
import io.greenstack.api.platform.PartQuery;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.security.Roles;
import io.greenstack.descriptions.iodd.IoddFormat;
import io.greenstack.descriptions.iodd.trust.TrustReport;
import io.greenstack.descriptions.iodd.view.IoddDetail;
import io.greenstack.descriptions.iodd.view.IoddParts;
import io.greenstack.descriptions.iodd.view.IoddViews;

/** The catalog of IODDs: lists, what a file says, releases, comparison, deletion. */
@Path("/api/iodd")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "IODD", description = "IO-Link device descriptions")
class IoddResource {

    private static final List<String> ROLES = List.of("observer", "maintenance", "specialist");

    private final IoddService service;
    private final IoddReportService reports;
    private final DescriptionService descriptions;
    private final DecodeService decoder;
    private final ReleaseService releases;
    private final CatalogReset removal;

    IoddResource(IoddService service, IoddReportService reports, DescriptionService descriptions, DecodeService decoder,
            ReleaseService releases, CatalogReset removal) {
        this.service = service;
        this.reports = reports;
        this.descriptions = descriptions;
        this.decoder = decoder;
        this.releases = releases;
        this.removal = removal;
    }

    @GET
    @KeptWhole
    @Operation(summary = "List IODDs")
    public RestResponse<List<IoddEntry>> list(@QueryParam("q") String text, @QueryParam("vendor_id") String vendorId,
            @QueryParam("device_id") String deviceId, @QueryParam("sort") String sort, @BeanParam PageQuery page,
            @BeanParam LanguageQuery language) {
        DescriptionFilter filter = new DescriptionFilter(IoddFormat.KIND, Params.longOrNull("vendor_id", vendorId),
                Params.longOrNull("device_id", deviceId), text);
        return Responses.inLanguage(page.answer(service.list(filter, sort, page.toRequest(),
                language)), null);
    }

    @GET
    @Path("/compare")
    @Operation(summary = "Compare IODDs or releases of one", description = "ids: 2 to 8 catalog ids, separated by commas; "
            + "each is compared with the one before it.")
    public IoddComparisons compare(@QueryParam("ids") List<String> ids) {
        return reports.compare(Params.idsToCompare(ids));
    }

    @GET
    @KeptWhole
    @Path("/{id}")
    @Operation(summary = "An IODD with everything screens show of it")
    @APIResponseSchema(IoddWhole.class)
    public RestResponse<String> detail(long id, @BeanParam KeptLanguage language, @Context HttpHeaders headers) {
        // Without a tag to compare, summary and detail come in one read.
        if (headers.getHeaderString(HttpHeaders.IF_NONE_MATCH) != null) {
            return Responses.cacheable(service.tag(id), language,
                    () -> service.detail(id, language).body());
        }
        IoddService.Detail detail = service.detail(id, language);
        return Responses.cacheable(detail.tag(), language, detail::body);
    }

    @GET
    @Path("/{id}/model")
    @Operation(summary = "The whole model of the file and its language files", description = "Every element by its name in snake "
            + "case, texts by their ids, with the line it stands in.")
    @APIResponseSchema(ObjectNode.class)
    public RestResponse<String> model(long id, @Context Request request) {
        return Responses.cacheable(request, service.tag(id), () -> service.model(id));
    }

    @GET
    @Path("/{id}/report")
    @Operation(summary = "Trust report of an IODD", description = "Stamps, findings with lines, and the proof of what the "
            + "catalog holds of the files: they are rebuilt from the stored model and compared node by node.")
    @APIResponseSchema(TrustReport.class)
    public RestResponse<String> report(long id, @Context Request request) {
        return Responses.cacheable(request, service.tag(id), () -> reports.report(id));
    }

    @GET
    @Path("/{id}/documentinfo")
    @Operation(summary = "About the file and its vendor")
    public RestResponse<IoddDetail.DocumentView> document(long id, @BeanParam KeptLanguage language) {
        return view(id, language, IoddViews::document);
    }

    @GET
    @Path("/{id}/features")
    @Operation(summary = "What the device supports; empty if the file does not say")
    public RestResponse<IoddDetail.FeaturesView> features(long id, @BeanParam KeptLanguage language) {
        return view(id, language, IoddViews::features);
    }

    @GET
    @Path("/{id}/communication")
    @Operation(summary = "Physical layers, connections and wires; empty if the file does not say")
    public RestResponse<IoddParts.CommunicationPart> communication(long id, @BeanParam KeptLanguage language) {
        return view(id, language, IoddViews::communication);
    }

    @GET
    @Path("/{id}/wiring")
    @Operation(summary = "Wires by connection type")
    public RestResponse<Map<String, List<IoddDetail.WireView>>> wiring(long id, @BeanParam KeptLanguage language) {
        return view(id, language, IoddViews::wiring);
    }

    @GET
    @Path("/{id}/test-config")
    @Operation(summary = "Settings for automatic tests")
    public RestResponse<List<IoddParts.TestConfigView>> testConfig(long id, @BeanParam KeptLanguage language) {
        return view(id, language, views -> views.parts().testConfig());
    }

    @GET
    @Path("/{id}/languages")
    @Operation(summary = "All texts in all languages")
    public RestResponse<IoddParts.LanguagesView> languages(long id, @BeanParam KeptLanguage language) {
        return view(id, language, views -> views.parts().languages());
    }

    @GET
    @Path("/{id}/parameters")
    @Operation(summary = "Variables, standard ones resolved, with items, ranges and units", description = "All of them, but no "
            + "more than 2000 on a page.")
    public RestResponse<List<IoddDetail.ParameterView>> parameters(long id, @BeanParam PartQuery part,
            @BeanParam KeptLanguage language, @Context UriInfo uri) {
        PageRequest page = part.toRequest();
        return Responses.cacheable(service.tag(id), page, uri, language, () -> service.view(id, language,
                views -> new Page<>(views.functions().parameters(page.offset(), page.size()),
                        views.functions().parameterCount(), page)));
    }

    @GET
    @Path("/{id}/processdata")
    @Operation(summary = "Process data with conditions and record items")
    public RestResponse<List<IoddDetail.ProcessDataView>> processData(long id, @BeanParam KeptLanguage language) {
        return view(id, language, views -> views.functions().processData());
    }

    @GET
    @Path("/{id}/processdata/ui-info")
    @Operation(summary = "Scale, unit and format of process data")
    public RestResponse<List<IoddParts.UiInfoView>> uiInfo(long id, @BeanParam KeptLanguage language) {
        return view(id, language, views -> views.parts().uiInfo());
    }

    @GET
    @Path("/{id}/processdata/conditions")
    @Operation(summary = "When each process data applies")
    public RestResponse<List<IoddParts.PdConditionView>> conditions(long id, @BeanParam KeptLanguage language) {
        return view(id, language, views -> views.parts().conditions());
    }

    @GET
    @Path("/{id}/errors")
    @Operation(summary = "Error types")
    public RestResponse<List<IoddDetail.ErrorView>> errors(long id, @BeanParam KeptLanguage language) {
        return view(id, language, views -> views.functions().errors());
    }

    @GET
    @Path("/{id}/events")
    @Operation(summary = "Events")
    public RestResponse<List<IoddDetail.EventView>> events(long id, @BeanParam KeptLanguage language) {
        return view(id, language, views -> views.functions().events());
    }

    @GET
    @Path("/{id}/variants")
    @Operation(summary = "Product variants")
    public RestResponse<List<IoddDetail.VariantView>> variants(long id, @BeanParam KeptLanguage language) {
        return view(id, language, IoddViews::variants);
    }

    @GET
    @Path("/{id}/custom-datatypes")
    @Operation(summary = "Named datatypes")
    public RestResponse<List<IoddParts.CustomDatatypeView>> customDatatypes(long id,
            @BeanParam KeptLanguage language) {
        return view(id, language, views -> views.parts().customDatatypes());
    }

    @GET
    @Path("/{id}/config-schema")
    @Operation(summary = "Menus with the parameters they edit, and the menus of each role")
    public RestResponse<IoddParts.ConfigSchema> configSchema(long id, @BeanParam KeptLanguage language) {
        return view(id, language, IoddViews::configSchema);
    }

    @GET
    @Path("/{id}/menu-buttons")
    @Operation(summary = "Buttons of all menus")
    public RestResponse<List<IoddParts.MenuButtonView>> menuButtons(long id, @BeanParam KeptLanguage language) {
        return view(id, language, IoddViews::menuButtons);
    }

    @GET
    @Path("/{id}/menus")
    @Operation(summary = "Menus in document order, what their entries show, and the roles that see them", description = "With "
            + "role = observer, maintenance or specialist only the menus which that role reaches.")
    public RestResponse<IoddDetail.MenusView> menus(long id, @QueryParam("role") String role,
            @BeanParam KeptLanguage language) {
        if (role == null || role.isBlank()) {
            return view(id, language, views -> views.menus().menus());
        }
        if (!ROLES.contains(role)) {
            throw ApiException.invalidParameter("role", "observer, maintenance or specialist is needed");
        }
        return view(id, language, views -> views.menus().menus(role));
    }

    private <T> RestResponse<T> view(long id, KeptLanguage language, Function<IoddViews, T> view) {
        return Responses.cacheable(service.tag(id), language, () -> service.view(id, language, view));
    }

    @GET
    @Path("/{id}/process-data-layout")
    @Operation(summary = "The compiled process data that devices are decoded with")
    @APIResponseSchema(LayoutView.class)
    public RestResponse<String> layout(long id, @Context Request request) {
        return Responses.cacheable(request, service.tag(id),
                () -> descriptions.layoutJson(id));
    }

    @POST
    @Path("/{id}/decode")
    @Operation(summary = "Decode process data", description = "Give the octets as hex, bytes or base64.")
    @APIResponseSchema(DecodedView.class)
    public RestResponse<String> decode(long id, @NotNull @Valid DecodeRequest body) {
        service.entry(id);
        return RestResponse.ok(decoder.decode(id, body));
    }

    @POST
    @Path("/{id}/encode")
    @Operation(summary = "Encode process data", description = "Values by field key become octets; the answer shows what they mean.")
    @APIResponseSchema(DecodedView.class)
    public RestResponse<String> encode(long id, @NotNull @Valid EncodeRequest body) {
        service.entry(id);
        return RestResponse.ok(decoder.encode(id, body));
    }

    @GET
    @Path("/{id}/releases")
    @Tag(name = "Releases")
    @Operation(summary = "All releases for the device of an IODD", description = "Newest first, with variants.")
    public List<ReleaseView> releases(long id) {
        return releases.of(id, IoddFormat.KIND);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Tag(name = "Deletion", description = "Taking device descriptions out of the catalog; devices bound to them are bound anew")
    @Operation(summary = "Delete an IODD")
    public Message delete(long id) {
        removal.delete(id, IoddFormat.KIND);
        return new Message("Deleted.");
    }

    /** Catalog ids. */
    public record Ids(@NotNull @Size(min = 1, max = CatalogReset.MAX_IDS) List<@NotNull Long> deviceIds) {}

    @POST
    @Path("/bulk-delete")
    @RolesAllowed(Roles.ADMIN)
    @Tag(name = "Deletion")
    @Operation(summary = "Delete some IODDs", description = "device_ids are catalog ids, up to 1000; all in one transaction.")
    public BulkDeletion deleteSome(@NotNull @Valid Ids ids) {
        return removal.delete(ids.deviceIds(), IoddFormat.KIND);
    }

    @DELETE
    @Path("/reset")
    @RolesAllowed(Roles.ADMIN)
    @Tag(name = "Deletion")
    @Operation(summary = "Delete all IODDs", description = "confirm=iodd says that this is meant. Goes in steps: after an "
            + "error, ask again for the rest.")
    public BulkDeletion reset(@QueryParam("confirm") String confirm) {
        return removal.reset(confirm, IoddFormat.KIND);
    }
}
