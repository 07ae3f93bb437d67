package io.greenstack.api.twin;

import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.twin.model.LeafMeta;
import io.greenstack.api.twin.model.ReportMarks;
import io.greenstack.api.twin.model.Twin;
import io.greenstack.api.twin.model.Twin.Rejection;

/** JSON columns of a twin. Metadata is kept short: {@code [milliseconds, source, version]} for each leaf. */
@ApplicationScoped
class TwinCodec {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final String MARKS = "marks";

    private final ObjectMapper mapper = new ObjectMapper();

    /** Reads a column. */
    ObjectNode object(String text) {
        try {
            return (ObjectNode) mapper.readTree(text);
        } catch (JsonProcessingException | ClassCastException e) {
            throw new IllegalStateException("A stored twin is not a JSON object", e);
        }
    }

    /** The column {@code metadata}. */
    String metadata(Twin twin) {
        ObjectNode all = JSON.objectNode();
        write(all.putObject("desired"), twin.desired().meta());
        write(all.putObject("reported"), twin.reported().meta());
        ObjectNode rejected = all.putObject("rejected");
        twin.rejections().forEach((pointer, rejection) -> rejected.putArray(pointer).add(rejection.reason())
                .add(rejection.code()).add(rejection.timestamp()).add(rejection.version()));
        if (!twin.marks().equals(ReportMarks.NONE)) {
            all.putArray(MARKS).add(twin.marks().removedAt()).add(twin.marks().refusedAt());
        }
        return all.toString();
    }

    private static void write(ObjectNode to, Map<String, LeafMeta> leaves) {
        leaves.forEach((pointer, meta) -> {
            ArrayNode leaf = to.putArray(pointer);
            leaf.add(meta.timestamp()).add(meta.source()).add(meta.version());
        });
    }

    /** Metadata of one half out of the column. */
    Map<String, LeafMeta> leaves(ObjectNode metadata, String half) {
        Map<String, LeafMeta> leaves = new TreeMap<>();
        for (Map.Entry<String, JsonNode> leaf : metadata.path(half).properties()) {
            JsonNode meta = leaf.getValue();
            leaves.put(leaf.getKey(),
                    new LeafMeta(meta.path(0).longValue(), meta.path(1).textValue(), meta.path(2).longValue()));
        }
        return leaves;
    }

    /** Marks out of the column; twins that were stored before there were any have none. */
    ReportMarks marks(ObjectNode metadata) {
        JsonNode marks = metadata.path(MARKS);
        return new ReportMarks(marks.path(0).longValue(), marks.path(1).longValue());
    }

    /** Rejections out of the column. */
    Map<String, Rejection> rejections(ObjectNode metadata) {
        Map<String, Rejection> rejections = new TreeMap<>();
        for (Map.Entry<String, JsonNode> leaf : metadata.path("rejected").properties()) {
            JsonNode rejection = leaf.getValue();
            rejections.put(leaf.getKey(), new Rejection(rejection.path(0).textValue(), rejection.path(1).textValue(),
                    rejection.path(2).longValue(), rejection.path(3).longValue()));
        }
        return rejections;
    }
}
