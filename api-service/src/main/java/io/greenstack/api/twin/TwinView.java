package io.greenstack.api.twin;

import java.time.Instant;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.twin.model.LeafMeta;
import io.greenstack.api.twin.model.Rejection;

/**
 * The twin of a device.
 *
 * @param deviceId id in MQTT topics
 * @param version goes up with every change and never back; 0 = never written. Also the ETag
 * @param desired what people want the device to have
 * @param reported what it says it has
 * @param delta what is wanted, not yet reported and not rejected
 * @param rejected wanted values that the device does not take, by JSON pointer
 * @param metadata time (ms since 1970), source and version of every value, by JSON pointer
 * @param createdAt first write, absent before it
 * @param updatedAt latest change, absent before the first write
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ShadowView")
record TwinView(String deviceId, long version, @Schema(type = SchemaType.OBJECT) ObjectNode desired,
        @Schema(type = SchemaType.OBJECT) ObjectNode reported, @Schema(type = SchemaType.OBJECT) ObjectNode delta,
        Map<String, Rejection> rejected, Metadata metadata, Instant createdAt, Instant updatedAt) {

    /** Metadata of both halves. */
    public record Metadata(Map<String, LeafMeta> desired, Map<String, LeafMeta> reported) {}

    static TwinView of(StoredTwin stored) {
        var twin = stored.twin();
        return new TwinView(stored.deviceId(), twin.version(), twin.desired().values(), twin.reported().values(),
                twin.delta(), twin.rejections(), new Metadata(twin.desired().meta(), twin.reported().meta()),
                stored.createdAt(), stored.updatedAt());
    }
}
