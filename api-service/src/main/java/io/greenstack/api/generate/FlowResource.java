package io.greenstack.api.generate;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.FileContent;
import io.greenstack.api.platform.JsonText;
import io.greenstack.api.security.Roles;
import io.greenstack.generators.GeneratedFile;
import io.greenstack.generators.Generator;
import io.greenstack.generators.registry.Generators;

/** Flows of Node-RED under the paths of the predecessor; {@code device_id} there is the id of a description. */
@Path("/api/flows")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Generators")
class FlowResource {

    private static final String PREFIX = "node-red-";

    private final GenerateService service;
    private final DescriptionService descriptions;
    private final JsonText json;

    FlowResource(GenerateService service, DescriptionService descriptions, JsonText json) {
        this.service = service;
        this.descriptions = descriptions;
        this.json = json;
    }

    record FlowTypeView(String type, String name, String description) {}

    record FlowTypes(List<FlowTypeView> flowTypes) {}

    record FlowView(ArrayNode flow, long deviceId, String deviceName, String flowType, int nodeCount) {}

    record FlowBatch(@NotNull @Size(min = 1, max = 50) List<Long> deviceIds, String flowType) {}

    record BatchFailure(long deviceId, String error) {}

    record BatchResult(boolean success, ArrayNode flow, int totalNodes, List<Long> successful,
            List<BatchFailure> failed) {}

    @GET
    @Path("/types")
    @Operation(summary = "Types of flows")
    public FlowTypes types() {
        return new FlowTypes(Generators.all().stream().filter(each -> each.id().startsWith(PREFIX))
                .map(each -> new FlowTypeView(each.id().substring(PREFIX.length()), each.about().title(),
                        each.about().description()))
                .toList());
    }

    @GET
    @Path("/{id}/generate")
    @Operation(summary = "A flow of a description")
    public FlowView generate(long id, @QueryParam("flow_type") String type, @Context UriInfo uri) {
        DescriptionSummary summary = descriptions.summary(id, null);
        String chosen = type(type);
        ArrayNode flow = flow(id, chosen, uri.getBaseUri());
        return new FlowView(flow, id, summary.productName(), chosen, flow.size());
    }

    @GET
    @Path("/{id}/export")
    @Operation(summary = "A flow of a description, as a file")
    @Answers(types = "application/json")
    public RestResponse<FileContent> export(long id, @QueryParam("flow_type") String type, @Context UriInfo uri) {
        return GenerateResource.download(service.ofDescription(id, PREFIX + type(type), null, uri.getBaseUri()));
    }

    @POST
    @Path("/batch/generate")
    @Operation(summary = "The flows of up to 50 descriptions in one")
    public BatchResult batch(@NotNull @Valid FlowBatch body, @Context UriInfo uri) {
        String type = type(body.flowType());
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        List<Long> successful = new ArrayList<>();
        List<BatchFailure> failed = new ArrayList<>();
        Map<Long, DescriptionSummary> known = descriptions.summaries(body.deviceIds());
        for (Long id : body.deviceIds().stream().distinct().toList()) {
            if (known.containsKey(id)) {
                all.addAll(flow(id, type, uri.getBaseUri()));
                successful.add(id);
            } else {
                failed.add(new BatchFailure(id, "There is no description " + id + "."));
            }
        }
        return new BatchResult(failed.isEmpty(), all, all.size(), successful, failed);
    }

    private ArrayNode flow(long id, String type, URI base) {
        GeneratedFile file = service.ofDescription(id, PREFIX + type, null, base);
        return json.read(file.content(), ArrayNode.class);
    }

    private static String type(String type) {
        List<String> types = Generators.all().stream().map(Generator::id).filter(id -> id.startsWith(PREFIX))
                .map(id -> id.substring(PREFIX.length())).toList();
        if (type == null || type.isBlank()) {
            return types.get(0);
        }
        return types.stream().filter(type.strip()::equalsIgnoreCase).findFirst()
                .orElseThrow(() -> ApiException.invalidParameter("flow_type", "one of " + String.join(", ", types)
                        + " is needed"));
    }
}
