package io.greenstack.api.twin;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.command.CommandAnswered;
import io.greenstack.api.command.ParameterReads;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.OpenDescriptions;
import io.greenstack.api.device.DeviceService;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.twin.ReportResource.ReportBatch.DeviceReport;
import io.greenstack.api.twin.TwinFillRepository.Fill;
import io.greenstack.descriptions.OpenDescription;
import io.greenstack.descriptions.ParameterBook;
import io.greenstack.descriptions.ParameterBook.ParameterAddress;
import io.greenstack.descriptions.ParameterBook.ValueForm;
import io.greenstack.descriptions.ParameterException;
import io.greenstack.descriptions.ParameterLine;
import io.greenstack.descriptions.Sparse;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Fills the reported half of a twin from a device on a master: every parameter that can be read. The bridge is asked for a block at a
 * time; each answer brings the next block, so it goes on over restarts, and whoever looks sees how far it is.
 */
@ApplicationScoped
class TwinFillService {

    private static final Logger LOG = Logger.getLogger(TwinFillService.class);
    private static final int BLOCK = 10;

    private final TwinFillRepository fills;
    private final TwinService twins;
    private final ParameterReads reads;
    private final DeviceService devices;
    private final DescriptionService descriptions;
    private final OpenDescriptions open;
    private final Clock clock;

    TwinFillService(TwinFillRepository fills, TwinService twins, ParameterReads reads, DeviceService devices,
            DescriptionService descriptions, OpenDescriptions open, Clock clock) {
        this.fills = fills;
        this.twins = twins;
        this.reads = reads;
        this.devices = devices;
        this.descriptions = descriptions;
        this.open = open;
        this.clock = clock;
    }

    /** The last filling; 404 when there was none. */
    FillView get(String deviceId) {
        devices.require(deviceId);
        return fills.find(deviceId, false).map(this::view).orElseThrow(() -> new ApiException(404, "never-filled",
                "The twin of '" + deviceId + "' was never filled from the device."));
    }

    /** @throws ApiException 409 when it hangs on no master or is being filled, 422 without a description */
    FillView start(String deviceId, String by) {
        devices.require(deviceId);
        if (!devices.onMaster(deviceId)) {
            throw ApiException.conflict("not-on-master", "'" + deviceId
                    + "' hangs on no master of the registry, so nobody can read its parameters.");
        }
        long description = devices.boundDescription(deviceId).orElseThrow(() -> noDescription(deviceId));
        OpenDescription opened = opened(description);
        ParameterBook book = opened.parameters().orElseThrow(() -> noDescription(deviceId));
        List<String> readable = opened.parameterLines(null).stream()
                .filter(line -> !"wo".equals(line.accessRights()) && line.id() != null && line.index() != null)
                .map(ParameterLine::id).distinct().filter(id -> readable(book, id)).toList();
        if (readable.isEmpty()) {
            throw noDescription(deviceId);
        }
        Instant now = clock.instant();
        return QuarkusTransaction.requiringNew().call(() -> {
            if (fills.find(deviceId, true).filter(fill -> view(fill).state() == TwinFillState.RUNNING).isPresent()) {
                throw ApiException.conflict("fill-running", "The twin of '" + deviceId + "' is being filled already.");
            }
            UUID command = send(deviceId, book, readable, 0, by);
            Fill fill = new Fill(deviceId, description, readable, 0, command, TwinFillState.RUNNING, null,
                    JsonNodeFactory.instance.objectNode(), now, by, now);
            fills.write(fill);
            return view(fill);
        });
    }

    private static boolean readable(ParameterBook book, String id) {
        try {
            book.checkReadable(id, 0);
            return book.find(id).map(ParameterAddress::index).isPresent();
        } catch (ParameterException e) {
            return false;
        }
    }

    private OpenDescription opened(long description) {
        return open.of(descriptions.summary(description, null));
    }

    private static ApiException noDescription(String deviceId) {
        return new ApiException(422, "no-description", "The device '" + deviceId
                + "' is not bound to an IODD, so its parameters are not known.");
    }

    private UUID send(String deviceId, ParameterBook book, List<String> parameters, int next, String by) {
        return reads.send(deviceId, parameters.subList(next, Math.min(parameters.size(), next + BLOCK)).stream()
                .map(id -> book.find(id).orElse(null)).filter(Objects::nonNull).toList(), by);
    }

    /** A filling that cannot go on must not fail the answers of other commands; it ends by its time. */
    void onAnswered(@Observes CommandAnswered answer) {
        if (answer.command().equals(ParameterReads.COMMAND)) {
            try {
                running(answer, false).ifPresent(fill -> take(fill, answer));
            } catch (RuntimeException e) {
                LOG.warnf("Filling the twin of %s does not go on: %s", answer.deviceId(), e);
            }
        }
    }

    private Optional<Fill> running(CommandAnswered answer, boolean lock) {
        return fills.find(answer.deviceId(), lock).filter(
                fill -> fill.state() == TwinFillState.RUNNING && fill.command().equals(answer.commandId()));
    }

    /** What came is reported first; when this process dies in between, the filling ends by its time. */
    private void take(Fill fill, CommandAnswered answer) {
        Instant now = clock.instant();
        ObjectNode reported = JsonNodeFactory.instance.objectNode();
        ObjectNode refused = fill.refused().deepCopy();
        ParameterBook book = opened(fill.descriptionId()).parameters()
                .orElseThrow(() -> noDescription(fill.deviceId()));
        if (answer.ok() && answer.result() != null) {
            answer.result().path("values").forEach(value -> take(book, value, reported, refused));
        }
        if (!reported.isEmpty()) {
            twins.report(List.of(new DeviceReport(fill.deviceId(),
                    JsonNodeFactory.instance.objectNode().set("reported", reported), now.toEpochMilli(), null, false)));
        }
        QuarkusTransaction.requiringNew().run(() -> running(answer, true)
                .ifPresent(locked -> fills.write(next(locked, answer, book, refused, now))));
    }

    private Fill next(Fill fill, CommandAnswered answer, ParameterBook book, ObjectNode refused, Instant now) {
        if (!answer.ok() || answer.result() == null) {
            String why = answer.error() == null ? "The bridge gave no values" : answer.error().path("reason").asText();
            return fill.end(TwinFillState.FAILED, why, fill.next(), refused, now);
        }
        int asked = Math.min(fill.parameters().size(), fill.next() + BLOCK);
        return asked == fill.parameters().size()
                ? fill.end(TwinFillState.DONE, null, asked, refused, now)
                : fill.step(asked, send(fill.deviceId(), book, fill.parameters(), asked, fill.startedBy()), refused,
                        now);
    }

    private static void take(ParameterBook book, JsonNode value, ObjectNode reported, ObjectNode refused) {
        String id = value.path("variable_id").asText();
        if (value.has("error")) {
            refused.set(id, value.get("error"));
            return;
        }
        try {
            reported.set(id,
                    book.decode(id, 0, HexFormat.of().parseHex(value.path("hex").asText()), ValueForm.RAW).value());
        } catch (ParameterException | IllegalArgumentException e) {
            refused.putObject(id).put("code", "not-decodable").put("reason", e.getMessage());
        }
    }

    /** A command that nobody answers ends the filling. */
    private FillView view(Fill fill) {
        boolean late = fill.state() == TwinFillState.RUNNING
                && fill.stepAt().plus(ParameterReads.LIMIT).isBefore(clock.instant());
        return new FillView(late ? TwinFillState.FAILED : fill.state(),
                late ? "The bridge did not answer in time" : fill.error(), fill.parameters().size(), fill.next(),
                fill.refused(), fill.startedAt(), fill.startedBy(),
                fill.state() == TwinFillState.RUNNING ? null : fill.stepAt());
    }

    /**
     * How far the filling of a twin is.
     *
     * @param state how far it is
     * @param error why it ended before all was read
     * @param total parameters that can be read
     * @param read how many of them were asked for and answered
     * @param refused what the device did not tell: code and reason, by parameter
     * @param startedAt when it began
     * @param startedBy who began it
     * @param endedAt when it ended, absent while it goes on
     */
    @Schema(name = "ShadowFill")
    record FillView(TwinFillState state, String error, int total, int read,
            @Schema(type = SchemaType.OBJECT) ObjectNode refused, Instant startedAt, String startedBy,
            Instant endedAt) implements Sparse {}
}
