package io.greenstack.api.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * Completes the OpenAPI document with what is the same for many operations: ids, refusals, security, headers of pages and of
 * reads that may be kept, files, streams and examples. Public, because the build makes one by reflection.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiConventions implements OASFilter {

    private static final String TAG = "ETag";
    private static final String TOTAL = "X-Total-Count";
    private static final String LINK = "Link";
    private static final String KEPT = "If-None-Match";
    private static final String LOCATION = "Location";
    private static final List<String> TABLES = List.of("text/csv", "application/json",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    /** Media types that the build gives to what names none. */
    private static final List<String> UNNAMED = List.of("application/json", "*/*");
    private static final List<String> SCANNED_BY_MISTAKE = List.of("JsonNodeType", "MediaType", "OutboundSseEvent");

    private final ResourceMethods methods;
    private final OperationExamples examples = OperationExamples.read();

    /** @param index of the classes of the service */
    public OpenApiConventions(IndexView index) {
        this.methods = new ResourceMethods(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        describe(document.getComponents());
        document.setServers(List.of(OASFactory.createServer().url("/").description("This service")));
        Map<OperationNames.Key, Operation> operations = operations(document);
        Map<OperationNames.Key, String> names = OperationNames.of(List.copyOf(operations.keySet()));
        operations.forEach((key, operation) -> {
            complete(key, operation);
            operation.setOperationId(names.get(key));
        });
        examples.fillIn(operations.values());
    }

    private static Map<OperationNames.Key, Operation> operations(OpenAPI document) {
        Map<OperationNames.Key, Operation> operations = new LinkedHashMap<>();
        new TreeMap<>(document.getPaths().getPathItems())
                .forEach((path, item) -> new TreeMap<PathItem.HttpMethod, Operation>(item.getOperations())
                        .forEach((method, operation) -> operations.put(
                                new OperationNames.Key(method.name(), path, isList(operation)), operation)));
        return operations;
    }

    private static boolean isList(Operation operation) {
        return operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(answer -> answer.getKey().startsWith("2")).map(Map.Entry::getValue)
                .filter(answer -> answer.getContent() != null)
                .flatMap(answer -> answer.getContent().getMediaTypes().entrySet().stream())
                .filter(type -> type.getKey().equals("application/json")).map(type -> type.getValue().getSchema())
                .anyMatch(schema -> schema != null && schema.getType() != null
                        && schema.getType().contains(SchemaType.ARRAY));
    }

    private static void describe(Components components) {
        SCANNED_BY_MISTAKE.forEach(components::removeSchema);
        components.addSchema("JsonNode", OASFactory.createSchema().description("Any JSON"));
        components.addSchema("ObjectNode", OASFactory.createSchema().addType(SchemaType.OBJECT)
                .description("A JSON object of any members").additionalPropertiesBoolean(true));
        components.addSchema("ArrayNode", OASFactory.createSchema().addType(SchemaType.ARRAY)
                .description("A JSON array of anything").items(OASFactory.createSchema().ref("JsonNode")));
        components.addHeader(TAG, header("Changes whenever the body would; for If-None-Match and If-Match",
                SchemaType.STRING, "W/\"5f2b-3.4\""));
        components.addHeader(TOTAL, header("Items on all pages", SchemaType.INTEGER, 137));
        components.addHeader(LINK, header("Addresses of the first, previous, next and last page (RFC 8288)",
                SchemaType.STRING, "</api/devices?page=2>; rel=\"next\""));
        components.addHeader(LOCATION, header("Path of what was made; absent if it is more than one thing",
                SchemaType.STRING, "/api/devices/press-7"));
        components.addSecurityScheme("api_key", OASFactory.createSecurityScheme().type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER).name("X-API-Key").description("A key of POST /api/keys"));
        components.addSecurityScheme("bearer", OASFactory.createSecurityScheme().type(SecurityScheme.Type.HTTP)
                .scheme("bearer").description("A key of POST /api/keys, or a token of the configured issuer"));
        ProblemAnswers.describe(components);
    }

    private static org.eclipse.microprofile.openapi.models.headers.Header header(String description, SchemaType type,
            Object example) {
        return OASFactory.createHeader().description(description).schema(OASFactory.createSchema().addType(type))
                .example(example);
    }

    private void complete(OperationNames.Key key, Operation operation) {
        String id = operation.getOperationId();
        boolean secured = secure(operation, methods.isOpen(id));
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        parameters.forEach(parameter -> DocumentedParameters.describe(key.path(), parameter));
        success(operation, methods.statuses(id));
        bodies(operation, parameters, methods.types(id));
        headers(operation, parameters, methods.hasTag(id));
        ProblemAnswers.add(key.path(), operation, secured, methods.problems(id));
        examples.add(key.method() + ' ' + key.path(), operation);
    }

    /** A key in either header, with the roles that suffice. */
    private static boolean secure(Operation operation, boolean open) {
        List<SecurityRequirement> needed = operation.getSecurity();
        if (open || needed == null || needed.isEmpty()) {
            operation.setSecurity(List.of());
            operation.getResponses().removeAPIResponse("401");
            operation.getResponses().removeAPIResponse("403");
            return false;
        }
        List<String> roles = needed.get(0).getSchemes().values().stream().findFirst().orElse(List.of());
        operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme("api_key", roles),
                OASFactory.createSecurityRequirement().addScheme("bearer", roles)));
        return true;
    }

    private static void success(Operation operation, List<Integer> statuses) {
        APIResponse ok = successes(operation).stream().findFirst().orElse(null);
        if (statuses.isEmpty() || ok == null) {
            return;
        }
        List.of("200", "201", "204").forEach(operation.getResponses()::removeAPIResponse);
        for (int status : statuses) {
            APIResponse answer = OASFactory.createAPIResponse().description(meaning(status)).content(ok.getContent());
            if (status == 201) {
                answer.addHeader(LOCATION, OASFactory.createHeader().ref(LOCATION));
            }
            operation.getResponses().addAPIResponse(Integer.toString(status), answer);
        }
    }

    private static String meaning(int status) {
        return switch (status) {
            case 201 -> "Made";
            case 202 -> "Accepted; it goes on in the background";
            case 204 -> "Done";
            default -> "OK";
        };
    }

    private static void bodies(Operation operation, List<Parameter> parameters, List<String> types) {
        boolean table = parameters.stream().anyMatch(parameter -> "bom".equals(parameter.getName()));
        for (APIResponse answer : successes(operation)) {
            Content content = answer.getContent();
            if (content == null) {
                continue;
            }
            if (table || !types.isEmpty()) {
                answer.setContent(file(types.isEmpty() ? TABLES : types, content));
            } else if (content.getMediaTypes().containsKey("text/event-stream")) {
                content.getMediaType("text/event-stream").setSchema(OASFactory.createSchema()
                        .addType(SchemaType.STRING).description("Server-sent events; the data of each is JSON"));
            } else if (content.getMediaTypes().entrySet().stream()
                    .anyMatch(type -> isFile(type.getValue()) && UNNAMED.contains(type.getKey()))) {
                answer.setContent(file(List.of("application/octet-stream"), content));
            }
        }
    }

    private static boolean isFile(MediaType type) {
        return type.getSchema() != null && type.getSchema().getRef() != null
                && (type.getSchema().getRef().endsWith("/FileContent")
                        || type.getSchema().getRef().endsWith("/FileStream"));
    }

    /** A file of several types; what it is as JSON, its signature says where that is more than a file. */
    private static Content file(List<String> types, Content signature) {
        Schema json = signature.getMediaTypes().values().stream().filter(type -> !isFile(type))
                .map(MediaType::getSchema).filter(Objects::nonNull).findFirst()
                .orElseGet(() -> OASFactory.createSchema().ref("JsonNode"));
        Content content = OASFactory.createContent();
        for (String type : types) {
            Schema schema = OASFactory.createSchema().ref("FileContent");
            if (type.equals("application/json")) {
                schema = json;
            }
            content.addMediaType(type, OASFactory.createMediaType().schema(schema));
        }
        return content;
    }

    private static void headers(Operation operation, List<Parameter> parameters, boolean asked) {
        List<String> query = parameters.stream().filter(each -> each.getIn() == Parameter.In.QUERY)
                .map(Parameter::getName).toList();
        // pages of lists have one without that their methods ask
        boolean tag = asked || query.contains("page") && query.contains("size");
        for (APIResponse answer : successes(operation)) {
            if (query.contains("page") && query.contains("size")) {
                answer.addHeader(TOTAL, OASFactory.createHeader().ref(TOTAL));
            }
            if (query.contains("size")) {
                answer.addHeader(LINK, OASFactory.createHeader().ref(LINK));
            }
            if (tag) {
                answer.addHeader(TAG, OASFactory.createHeader().ref(TAG));
            }
        }
        boolean read = operation.getRequestBody() == null && parameters.stream()
                .noneMatch(parameter -> "If-Match".equals(parameter.getName()));
        if (tag && read) {
            List<Parameter> more = new ArrayList<>(parameters);
            more.add(OASFactory.createParameter().name(KEPT).in(Parameter.In.HEADER)
                    .description("ETag of what the caller has; 304 if it is still so")
                    .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
            operation.setParameters(more);
            operation.getResponses().addAPIResponse("304", OASFactory.createAPIResponse()
                    .description("The caller has it").addHeader(TAG, OASFactory.createHeader().ref(TAG)));
        }
    }

    private static List<APIResponse> successes(Operation operation) {
        return operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(answer -> answer.getKey().startsWith("2")).map(Map.Entry::getValue).toList();
    }
}
