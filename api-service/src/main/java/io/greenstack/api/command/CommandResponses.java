package io.greenstack.api.command;

import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Answers of devices to commands, as the bridge hands them on.
 *
 * @param responses 1 to 1,200, those of one device in the order in which it sent them
 */
record CommandResponses(@NotNull @Size(min = 1, max = 1200) List<@NotNull @Valid Response> responses) {

    /**
     * One answer.
     *
     * @param answeredAt by the device's clock if it told, else when it arrived
     * @param payload what the device sent
     */
    public record Response(@NotNull @Pattern(regexp = "[A-Za-z0-9._:-]{1,64}") String deviceId,
            @NotNull Instant answeredAt, @NotNull @Schema(implementation = Object.class) JsonNode payload) {}

    /**
     * What became of the answers.
     *
     * @param results one for each, in the same order
     */
    public record Outcomes(List<Outcome> results) {}

    /**
     * What became of an answer.
     *
     * @param status {@code stored}, {@code known} if the command had its answer already, or {@code rejected}
     * @param code why it was rejected
     * @param detail the same for people
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Outcome(String status, String code, String detail) {

        static final Outcome STORED = new Outcome("stored", null, null);
        static final Outcome KNOWN = new Outcome("known", null, null);

        static Outcome rejected(String code, String detail) {
            return new Outcome("rejected", code, detail);
        }
    }
}
