package io.greenstack.api.iodd;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.description.DescriptionFilter;
import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.description.FileSummary;
import io.greenstack.api.description.StoredFile;
import io.greenstack.api.iodd.view.IoddDetail;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Downloads;
import io.greenstack.api.platform.HttpSettings;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.Params;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.security.Roles;

/** The catalog of IODDs. */
@Path("/api/iodd")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "IODD", description = "IO-Link device descriptions")
public class IoddResource {

    private final IoddService service;
    private final HttpSettings settings;

    @Inject
    public IoddResource(IoddService service, HttpSettings settings) {
        this.service = service;
        this.settings = settings;
    }

    @GET
    @Operation(summary = "List IODDs")
    public RestResponse<List<IoddEntry>> list(@QueryParam("q") String text, @QueryParam("vendor_id") String vendorId,
            @QueryParam("device_id") String deviceId, @QueryParam("sort") String sort, @BeanParam PageQuery page,
            @Context UriInfo uri) {
        DescriptionFilter filter = new DescriptionFilter(DescriptionKind.IODD, Params.longOrNull("vendor_id", vendorId),
                Params.longOrNull("device_id", deviceId), text);
        return Responses.page(service.list(filter, sort, page.toRequest(settings.maxPageSize())), uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "An IODD with everything it says")
    @APIResponseSchema(IoddDetail.class)
    public RestResponse<String> detail(long id, @QueryParam("lang") String lang, @Context Request request) {
        return Responses.cacheable(request, service.entry(id).checksum(), () -> service.detail(id, language(lang)));
    }

    @GET
    @Path("/{id}/parameters")
    @Operation(summary = "Variables, standard ones resolved")
    @APIResponseSchema(IoddDetail.ParameterView[].class)
    public RestResponse<String> parameters(long id, @QueryParam("lang") String lang, @Context Request request) {
        return member(id, "parameters", lang, "[]", request);
    }

    @GET
    @Path("/{id}/processdata")
    @Operation(summary = "Process data with conditions and record items")
    @APIResponseSchema(IoddDetail.ProcessDataView[].class)
    public RestResponse<String> processData(long id, @QueryParam("lang") String lang, @Context Request request) {
        return member(id, "process_data", lang, "[]", request);
    }

    @GET
    @Path("/{id}/menus")
    @Operation(summary = "Menus in document order and the roles that see them")
    @APIResponseSchema(IoddDetail.MenusView.class)
    public RestResponse<String> menus(long id, @QueryParam("lang") String lang, @Context Request request) {
        return member(id, "menus", lang, "{\"menus\":[],\"role_sets\":[]}", request);
    }

    @GET
    @Path("/{id}/errors")
    @Operation(summary = "Error types")
    @APIResponseSchema(IoddDetail.ErrorView[].class)
    public RestResponse<String> errors(long id, @QueryParam("lang") String lang, @Context Request request) {
        return member(id, "errors", lang, "[]", request);
    }

    @GET
    @Path("/{id}/events")
    @Operation(summary = "Events")
    @APIResponseSchema(IoddDetail.EventView[].class)
    public RestResponse<String> events(long id, @QueryParam("lang") String lang, @Context Request request) {
        return member(id, "events", lang, "[]", request);
    }

    @GET
    @Path("/{id}/variants")
    @Operation(summary = "Product variants")
    @APIResponseSchema(IoddDetail.VariantView[].class)
    public RestResponse<String> variants(long id, @QueryParam("lang") String lang, @Context Request request) {
        return member(id, "variants", lang, "[]", request);
    }

    @GET
    @Path("/{id}/documentinfo")
    @Operation(summary = "About the file and its vendor")
    @APIResponseSchema(IoddDetail.DocumentView.class)
    public RestResponse<String> documentInfo(long id, @QueryParam("lang") String lang, @Context Request request) {
        return member(id, "document_info", lang, "{}", request);
    }

    @GET
    @Path("/{id}/features")
    @Operation(summary = "What the device supports")
    @APIResponseSchema(IoddDetail.FeaturesView.class)
    public RestResponse<String> features(long id, @Context Request request) {
        return member(id, "features", null, "{}", request);
    }

    @GET
    @Path("/{id}/communication")
    @Operation(summary = "Physical layers, connections and wires")
    @APIResponseSchema(IoddDetail.CommunicationView[].class)
    public RestResponse<String> communication(long id, @QueryParam("lang") String lang, @Context Request request) {
        return member(id, "communication", lang, "[]", request);
    }

    private RestResponse<String> member(long id, String member, String lang, String otherwise, Request request) {
        return Responses.cacheable(request, service.entry(id).checksum(),
                () -> service.member(id, member, language(lang), otherwise));
    }

    private static String language(String lang) {
        if (lang == null || lang.isBlank()) {
            return null;
        }
        if (!lang.matches("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")) {
            throw ApiException.invalidParameter("lang", "a language code such as de or pt-BR is needed");
        }
        return lang;
    }

    @GET
    @Path("/{id}/xml")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The main file as text")
    public RestResponse<XmlDocument> xml(long id, @Context Request request) {
        return Responses.cacheable(request, service.entry(id).checksum(), () -> {
            StoredFile file = service.xml(id);
            return new XmlDocument(file.summary().name(), XmlText.decode(file.content()));
        });
    }

    @GET
    @Path("/{id}/xml")
    @Produces(MediaType.APPLICATION_XML)
    @Operation(summary = "The main file, octet for octet")
    public RestResponse<byte[]> xmlFile(long id, @Context Request request) {
        StoredFile file = service.xml(id);
        return Downloads.file(request, file.summary().name(), MediaType.APPLICATION_XML, file.summary().sha256(),
                file::content);
    }

    @GET
    @Path("/{id}/assets")
    @Operation(summary = "Original files of the package")
    public List<IoddAsset> assets(long id) {
        return service.assets(id);
    }

    @GET
    @Path("/{id}/assets/{assetId}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "An original file")
    public RestResponse<byte[]> asset(long id, long assetId, @Context Request request) {
        return download(service.assetSummary(id, assetId), request);
    }

    @GET
    @Path("/{id}/thumbnail")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The picture that stands for the device")
    public RestResponse<byte[]> thumbnail(long id, @Context Request request) {
        return download(service.thumbnail(id), request);
    }

    private RestResponse<byte[]> download(FileSummary file, Request request) {
        return Downloads.file(request, file.name(), file.mediaType(), file.sha256(),
                () -> service.asset(file.descriptionId(), file.id()).content());
    }
}
