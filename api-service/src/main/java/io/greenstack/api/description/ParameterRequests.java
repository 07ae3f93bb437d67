package io.greenstack.api.description;

import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.descriptions.ParameterBook.CodedParameter;
import io.greenstack.descriptions.ParameterError;
import io.greenstack.descriptions.Sparse;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Bodies of requests and responses about parameter values. */
@RegisterForReflection
public final class ParameterRequests {

    private ParameterRequests() {}

    /**
     * A value to encode.
     *
     * @param value number, truth value, text; for a record an object by subindex or item name, for an array an array
     * @param scaled true if numbers are given as menus show them instead of raw
     * @param unitCode unit of scaled numbers where menus offer several; absent = the first
     * @param base the whole record as the device has it, as hex digits: items left out keep what they have there
     */
    public record EncodeValue(@NotNull @Schema(implementation = Object.class) JsonNode value, Boolean scaled,
            Integer unitCode, @Size(max = 1024) String base) {}

    /**
     * Octets to decode, in exactly one notation.
     *
     * @param scaled true to get numbers as menus show them
     * @param unitCode unit of scaled numbers where menus offer several; absent = the first
     */
    public record DecodeOctets(@Size(max = 2048) String hex, @Size(max = 512) List<Integer> bytes,
            @Size(max = 1024) String base64, Boolean scaled, Integer unitCode) {}

    /**
     * A value to check.
     *
     * @param value as for encoding
     * @param scaled true if numbers are given as menus show them instead of raw
     * @param unitCode unit of scaled numbers where menus offer several
     * @param forWriting false to check a value that was read; default true
     */
    public record ValidateValue(@NotNull @Schema(implementation = Object.class) JsonNode value, Boolean scaled,
            Integer unitCode, Boolean forWriting) {}

    /**
     * Values to check together.
     *
     * @param values value by variable id, index or unique name; with {@code .subindex} behind it for an item
     * @param forWriting false to check values that were read; default true
     */
    public record ValidateValues(
            @NotEmpty @Size(max = 2000) @Schema(implementation = Object.class) Map<String, JsonNode> values,
            Boolean forWriting) {}

    /**
     * Whether values may be written (or were rightly read).
     *
     * @param valid true without errors
     * @param errors what is wrong
     */
    public record Validation(boolean valid, List<ParameterError> errors) {

        static Validation of(List<ParameterError> errors) {
            return new Validation(errors.isEmpty(), List.copyOf(errors));
        }
    }

    /**
     * A value and its octets.
     *
     * @param value raw value, as the octets hold it
     * @param scaledValue value as menus show it, if that was asked for
     * @param unit unit of the scaled value of a simple parameter or item
     * @param items the items of a record or array, or the one value, with names
     */
    public record Coded(String variableId, Integer index, int subindex, String name, String dataType, String hex,
            List<Integer> bytes, String base64, @Schema(implementation = Object.class) JsonNode value,
            @Schema(implementation = Object.class) JsonNode scaledValue, String unit,
            List<CodedItem> items) implements Sparse {

        static Coded of(CodedParameter coded) {
            Octets notations = Octets.of(coded.octets());
            return new Coded(coded.variableId(), coded.index(), coded.subindex(), coded.name(), coded.dataType(),
                    notations.hex(), notations.bytes(), notations.base64(), coded.value(), coded.scaledValue(),
                    coded.unit(), coded.items().stream().map(CodedItem::of).toList());
        }
    }

    /**
     * One simple value.
     *
     * @param label name of the single value that it is
     * @param special true for a special code, which is no measurement
     * @param status invalid_text beside a text of which some octets are no characters (they are U+FFFD), else absent
     */
    public record CodedItem(int subindex, String name, String dataType,
            @Schema(implementation = Object.class) JsonNode value,
            @Schema(implementation = Object.class) JsonNode scaledValue, String unit, String label,
            Boolean special, String status) implements Sparse {

        static CodedItem of(CodedParameter.Item item) {
            return new CodedItem(item.subindex(), item.name(), item.dataType(), item.value(), item.scaledValue(),
                    item.unit(), item.label(), item.special() ? Boolean.TRUE : null, item.status());
        }
    }
}
