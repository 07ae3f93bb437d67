package io.greenstack.api.alarm;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.greenstack.api.platform.Params;

/** Query parameters that say which alarms are wanted. */
class AlarmQuery {

    @QueryParam("device")
    @Parameter(description = "Id of the device")
    String device;

    @QueryParam("label")
    @Parameter(description = "Label of the device: a key, or key=value")
    String label;

    @QueryParam("state")
    @Parameter(schema = @Schema(implementation = AlarmStatus.class))
    String state;

    @QueryParam("open")
    @Parameter(description = "true: all that are not closed; false: those that are")
    String open;

    @QueryParam("priority")
    @Parameter(description = "The least priority", schema = @Schema(implementation = AlarmPriority.class))
    String priority;

    @QueryParam("kind")
    @Parameter(schema = @Schema(implementation = AlarmCause.class))
    String kind;

    @QueryParam("rule")
    @Parameter(description = "Number of the rule")
    String rule;

    @QueryParam("q")
    @Parameter(description = "Part of the message, or of the id or the name of the device")
    String q;

    @QueryParam("from")
    @Parameter(description = "The earliest time at which they came, ISO 8601")
    String from;

    @QueryParam("to")
    @Parameter(description = "The first time that is too late")
    String to;

    /** The filter. */
    AlarmFilter filter() {
        return new AlarmFilter(Params.textOrNull(device), Params.textOrNull(label),
                Params.constant("state", state, AlarmStatus.class, null),
                Params.booleanOrNull("open", open),
                Params.constant("priority", priority, AlarmPriority.class, null),
                Params.constant("kind", kind, AlarmCause.class, null), Params.longOrNull("rule", rule),
                Params.textOrNull(q),
                Params.instantOrNull("from", from), Params.instantOrNull("to", to));
    }
}
