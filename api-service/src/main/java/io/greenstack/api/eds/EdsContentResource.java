package io.greenstack.api.eds;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.description.DecodeService.DecodeRequest;
import io.greenstack.api.description.DecodeService.DecodedView;
import io.greenstack.api.description.DecodeService.EncodeRequest;
import io.greenstack.api.description.LayoutView;
import io.greenstack.api.eds.EdsContentService.RecipeView;
import io.greenstack.api.eds.EdsService.EdsIcon;
import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Downloads;
import io.greenstack.api.platform.FileContent;
import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.PartQuery;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.security.Roles;
import io.greenstack.descriptions.eds.model.EdsIndex;
import io.greenstack.descriptions.eds.view.AssemblyViews;
import io.greenstack.descriptions.eds.view.AssemblyViews.AssembliesView;
import io.greenstack.descriptions.eds.view.CapacityView;
import io.greenstack.descriptions.eds.view.ConnectionViews;
import io.greenstack.descriptions.eds.view.ConnectionViews.ConnectionDetail;
import io.greenstack.descriptions.eds.view.DiagnosticsView;
import io.greenstack.descriptions.eds.view.EdsDetail;
import io.greenstack.descriptions.eds.view.EdsViews;
import io.greenstack.descriptions.eds.view.EnumView;
import io.greenstack.descriptions.eds.view.GroupsView;
import io.greenstack.descriptions.eds.view.ModulesView;
import io.greenstack.descriptions.eds.view.NetworkView;
import io.greenstack.descriptions.eds.view.PortsView;
import io.greenstack.descriptions.eds.view.SectionView;

/** The parts of an EDS, and the file at work: octets of assemblies as values and back, and what to enter into a scanner. */
@Path("/api/eds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "EDS", description = "EtherNet/IP device descriptions")
class EdsContentResource {

    private static final int LONGEST_HOST = 253;
    private static final String HOST = "[A-Za-z0-9.:_-]+";

    private final EdsService service;
    private final EdsContentService content;
    private final JsonText json;

    EdsContentResource(EdsService service, EdsContentService content, JsonText json) {
        this.service = service;
        this.content = content;
        this.json = json;
    }

    @GET
    @Path("/{id}/assemblies")
    @Operation(summary = "Assemblies with members, and the connections that use them")
    public RestResponse<AssembliesView> assemblies(long id, @Context Request request) {
        return view(id, request, AssemblyViews::of);
    }

    @GET
    @Path("/{id}/connections")
    @Operation(summary = "Connections with their words decoded")
    public RestResponse<List<ConnectionDetail>> connections(long id, @Context Request request) {
        return view(id, request, ConnectionViews::of);
    }

    @GET
    @Path("/{id}/connections/{number}")
    @Operation(summary = "A connection by the number of its entry")
    public RestResponse<ConnectionDetail> connection(long id, int number, @Context Request request) {
        return view(id, request, index -> ConnectionViews.of(index, number)
                .orElseThrow(() -> EdsContentService.noConnection(number)));
    }

    @GET
    @Path("/{id}/parameters")
    @Operation(summary = "Parameters with units, scaling, texts of values and other languages", description = "All of them, but "
            + "no more than 2000 on a page.")
    public RestResponse<List<EdsDetail.ParameterView>> parameters(long id, @BeanParam PartQuery part,
            @Context Request request, @Context UriInfo uri) {
        PageRequest page = part.toRequest();
        return Responses.cacheable(request, service.tag(id), page, uri,
                () -> PartQuery.of(content.file(id).parameters(), page, EdsViews::parameter));
    }

    @GET
    @Path("/{id}/parameters/{number}")
    @Operation(summary = "A parameter by its number")
    public RestResponse<EdsDetail.ParameterView> parameter(long id, int number, @Context Request request) {
        return view(id, request, index -> {
            if (index.parameter(number) == null) {
                throw ApiException.notFound("The EDS has no entry Param" + number + ".");
            }
            return EdsViews.parameter(index.parameter(number));
        });
    }

    @GET
    @Path("/{id}/enums")
    @Operation(summary = "Texts of values by parameter", description = "All of them, but no more than 2000 on a page.")
    public RestResponse<List<EnumView>> enums(long id, @BeanParam PartQuery part, @Context Request request,
            @Context UriInfo uri) {
        PageRequest page = part.toRequest();
        return Responses.cacheable(request, service.tag(id), page, uri,
                () -> PartQuery.of(EnumView.of(content.file(id)), page, Function.identity()));
    }

    @GET
    @Path("/{id}/groups")
    @Operation(summary = "Groups of parameters")
    public RestResponse<GroupsView> groups(long id, @Context Request request) {
        return view(id, request, index -> GroupsView.of(index.file()));
    }

    @GET
    @Path("/{id}/ports")
    @Operation(summary = "Ports, those of the file and those that names speak of")
    public RestResponse<PortsView> ports(long id, @Context Request request) {
        return view(id, request, index -> PortsView.of(index.file()));
    }

    @GET
    @Path("/{id}/modules")
    @Operation(summary = "Modules and chassis")
    public RestResponse<ModulesView> modules(long id, @Context Request request) {
        return view(id, request, index -> new ModulesView(index.file().modular(), index.file().modules(),
                index.file().modules().size()));
    }

    @GET
    @Path("/{id}/capacity")
    @Operation(summary = "How many connections and packets the device can take")
    public RestResponse<CapacityView> capacity(long id, @Context Request request) {
        return view(id, request, index -> CapacityView.of(index.file()));
    }

    @GET
    @Path("/{id}/network-config")
    @Operation(summary = "Network objects: DLR, TCP/IP, Ethernet link, QoS, LLDP, CIP Security and all others")
    public RestResponse<NetworkView> network(long id, @Context Request request) {
        return view(id, request, index -> NetworkView.of(index.file()));
    }

    @GET
    @Path("/{id}/sections")
    @Operation(summary = "All sections and entries as they stand, understood or not", description = "All of them, but no more "
            + "than 2000 entries on a page, counted through the file.")
    public RestResponse<List<SectionView>> sections(long id, @BeanParam PartQuery part, @Context Request request,
            @Context UriInfo uri) {
        PageRequest page = part.toRequest();
        return Responses.cacheable(request, service.tag(id), page, uri, () -> content.sections(id, page));
    }

    @GET
    @Path("/{id}/diagnostics")
    @Operation(summary = "What the reader found questionable in the file, with lines")
    public RestResponse<DiagnosticsView> diagnostics(long id, @Context Request request) {
        return view(id, request, index -> DiagnosticsView.of(index.file().device().productName(),
                service.open(id).reading().findings()));
    }

    @GET
    @Path("/{id}/icon")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The embedded icon")
    @APIResponseSchema(FileContent.class)
    @Answers(types = "image/*")
    public Response icon(long id, @Context Request request) {
        EdsIcon icon = EdsIcon.of(content.file(id)).orElseThrow(
                () -> ApiException.notFound("The EDS has no embedded icon in a format that browsers show."));
        return Downloads.file(request, "icon." + icon.type().extension(), icon.type().mediaType(),
                service.entry(id).checksum(), icon::content).toResponse();
    }

    private <T> RestResponse<T> view(long id, Request request, Function<EdsIndex, T> view) {
        return Responses.cacheable(request, service.tag(id),
                () -> view.apply(content.index(id)));
    }

    @GET
    @Path("/{id}/assemblies/{assembly}/layout")
    @Operation(summary = "The fields of an assembly", description = "By the number of its entry, or its whole keyword.")
    @APIResponseSchema(LayoutView.class)
    public RestResponse<String> layout(long id, String assembly, @Context Request request) {
        return Responses.cacheable(request, service.tag(id),
                () -> content.layout(id, assembly));
    }

    @POST
    @Path("/{id}/assemblies/{assembly}/decode")
    @Operation(summary = "Octets of an assembly as values", description = "Give the octets as hex, bytes or base64.")
    @Answers(problems = "422 assembly-not-described")
    @APIResponseSchema(DecodedView.class)
    public RestResponse<String> decode(long id, String assembly, @NotNull @Valid DecodeRequest body) {
        return RestResponse.ok(content.decode(id, assembly, body));
    }

    @POST
    @Path("/{id}/assemblies/{assembly}/encode")
    @Operation(summary = "Values as octets of an assembly", description = "Answers also what the octets mean.")
    @Answers(problems = "422 assembly-not-described")
    @APIResponseSchema(DecodedView.class)
    public RestResponse<String> encode(long id, String assembly, @NotNull @Valid EncodeRequest body) {
        return RestResponse.ok(content.encode(id, assembly, body));
    }

    @GET
    @Path("/{id}/connections/{number}/recipe")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "What to enter into a scanner", description = "format: json (default, with both programs in it), "
            + "pycomm3 (a Python program) or node-red (a flow to import). host: address of the device for the programs.")
    @Answers(types = {"application/json", "text/plain"})
    @APIResponseSchema(RecipeView.class)
    public RestResponse<String> recipe(long id, int number, @QueryParam("format") String format,
            @QueryParam("host") String host) {
        String address = host == null || host.isBlank() ? "192.168.1.10" : host.strip();
        if (address.length() > LONGEST_HOST || !address.matches(HOST)) {
            throw ApiException.invalidParameter("host", "an address or a host name is needed");
        }
        RecipeView recipe = content.recipe(id, number, address);
        return switch (format == null ? "json" : format.strip().toLowerCase(Locale.ROOT)) {
            case "", "json" -> answer(json.write(recipe), MediaType.APPLICATION_JSON);
            case "pycomm3" -> answer(recipe.snippets().pycomm3(), MediaType.TEXT_PLAIN + ";charset=UTF-8");
            case "node-red" -> answer(recipe.snippets().nodeRed(), MediaType.APPLICATION_JSON);
            default -> throw ApiException.invalidParameter("format", "json, pycomm3 or node-red is needed");
        };
    }

    private static RestResponse<String> answer(String text, String mediaType) {
        return RestResponse.ResponseBuilder.ok(text, mediaType).build();
    }
}
