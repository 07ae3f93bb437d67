package io.greenstack.api.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Examples of bodies by method and path, as a service with the samples of this repository takes and gives them. */
final class OperationExamples {

    private static final String FILE = "META-INF/openapi-examples.json";

    /** What keys of the file begin with that are about a schema. */
    private static final String SCHEMA = "schema ";

    private final Map<String, Map<String, Object>> byOperation;

    private OperationExamples(Map<String, Map<String, Object>> byOperation) {
        this.byOperation = byOperation;
    }

    static OperationExamples read() {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            return new OperationExamples(file == null
                    ? Map.of()
                    : new ObjectMapper().readValue(file, new TypeReference<Map<String, Map<String, Object>>>() {
                    }));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    /** Puts the examples at the bodies of an operation: those of JSON, and answers of other types by their names. */
    void add(String key, Operation operation) {
        Map<String, Object> examples = byOperation.getOrDefault(key, Map.of());
        answers(operation).filter(type -> examples.containsKey(type.getKey()))
                .forEach(type -> type.getValue().setExample(examples.get(type.getKey())));
        if (examples.containsKey("request") && operation.getRequestBody() != null) {
            put(operation.getRequestBody().getContent(), examples.get("request"));
        }
        if (examples.containsKey("response")) {
            operation.getResponses().getAPIResponses().forEach((status, answer) -> {
                if (status.startsWith("2")) {
                    put(answer.getContent(), examples.get("response"));
                }
            });
        }
    }

    /** Gives answers that have no example one that another operation, or the file, has for the same schema. */
    void fillIn(Collection<Operation> operations) {
        Map<String, Object> bySchema = new HashMap<>();
        byOperation.forEach((key, examples) -> {
            if (key.startsWith(SCHEMA)) {
                bySchema.put(key.substring(SCHEMA.length()), examples.get("response"));
            }
        });
        operations.forEach(operation -> json(operation).filter(type -> type.getExample() != null).forEach(type -> {
            Schema schema = type.getSchema();
            if (schema.getRef() != null) {
                bySchema.putIfAbsent(name(schema), type.getExample());
            } else if (schema.getItems() != null && schema.getItems().getRef() != null
                    && type.getExample() instanceof List<?> list && !list.isEmpty()) {
                bySchema.putIfAbsent(name(schema.getItems()), list.get(0));
            }
        }));
        operations.forEach(operation -> json(operation).filter(type -> type.getExample() == null)
                .forEach(type -> type.setExample(example(type.getSchema(), bySchema))));
    }

    private static Object example(Schema schema, Map<String, Object> bySchema) {
        if (schema.getRef() != null) {
            return bySchema.get(name(schema));
        }
        Object item = schema.getItems() == null || schema.getItems().getRef() == null
                ? null
                : bySchema.get(name(schema.getItems()));
        return item == null ? null : List.of(item);
    }

    private static Stream<MediaType> json(Operation operation) {
        return answers(operation)
                .filter(type -> type.getKey().equals("application/json") && type.getValue().getSchema() != null)
                .map(Map.Entry::getValue);
    }

    private static Stream<Map.Entry<String, MediaType>> answers(Operation operation) {
        return operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(answer -> answer.getKey().startsWith("2") && answer.getValue().getContent() != null)
                .flatMap(answer -> answer.getValue().getContent().getMediaTypes().entrySet().stream());
    }

    private static String name(Schema schema) {
        return schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
    }

    private static void put(Content content, Object example) {
        if (content != null) {
            content.getMediaTypes().forEach((name, type) -> {
                if (name.endsWith("json")) {
                    type.setExample(example);
                }
            });
        }
    }
}
