package io.greenstack.api.mapping;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.api.platform.FieldError;
import io.greenstack.descriptions.Sparse;

/** A try of a mapping on one message; nothing is stored or published. */
final class MappingTrial {

    private MappingTrial() {}

    /**
     * What is tried.
     *
     * @param mapping the mapping
     * @param topic of the message
     * @param message its payload: a text, taken as it is, or any other JSON
     * @param base64 its octets, instead of a message
     */
    @Schema(name = "MappingTrialRequest")
    record TrialRequest(@NotNull @Valid MappingRequest mapping, @NotNull @Size(min = 1, max = 1_024) String topic,
            @Schema(implementation = Object.class) JsonNode message, @Size(max = 400_000) String base64) {}

    /**
     * What would come out.
     *
     * @param matches whether a topic filter fits the topic; the mapping is applied anyway
     * @param items what would be published, by device
     * @param errors what is wrong: the field is the member of the mapping, for expressions with the character, as in values:17
     * @param micros how long it took, in microseconds
     */
    @Schema(name = "MappingTrial")
    record TrialResult(boolean matches, List<TrialItem> items, List<FieldError> errors, long micros) {}

    /** What would be published of one device. */
    @Schema(name = "MappingTrialItem")
    record TrialItem(String deviceId, Map<String, Object> registration, Boolean connected, List<TrialValue> values,
            List<TrialEvent> events, String processDataIn, Instant timestamp) implements Sparse {}

    /** A value; without a timestamp that of the arrival counts. */
    @Schema(name = "MappingTrialValue")
    record TrialValue(String parameter, @Schema(implementation = Object.class) Object value, String unit,
            Instant timestamp) implements Sparse {}

    /** An event; without a timestamp that of the arrival counts. */
    @Schema(name = "MappingTrialEvent")
    record TrialEvent(int code, String mode, String type, Instant timestamp) implements Sparse {}
}
