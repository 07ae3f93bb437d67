package io.greenstack.api.stats;

import java.time.Duration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.greenstack.api.alarm.AlarmSettings;
import io.greenstack.api.audit.AuditSettings;
import io.greenstack.api.command.CommandSettings;
import io.greenstack.api.event.EventSettings;
import io.greenstack.api.platform.Needs;
import io.greenstack.api.platform.Needs.Part;
import io.greenstack.api.security.Roles;

/** How long the api-service keeps what it stores, as its settings say. */
@Path("/api/retention")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Statistics")
@Needs(Part.NOTHING)
class RetentionResource {

    private final Retention retention;

    RetentionResource(EventSettings events, AlarmSettings alarms, CommandSettings commands, AuditSettings audit) {
        this.retention = new Retention(days(events.retention()), days(alarms.retention()), days(commands.retention()),
                days(audit.retention()));
    }

    private static double days(Duration duration) {
        return duration.toMinutes() / (24 * 60.0);
    }

    /**
     * How long things are kept, in days.
     *
     * @param events events of devices that are over
     * @param alarms alarms that are over
     * @param commands commands to devices
     * @param audit entries of the audit log
     */
    record Retention(double events, double alarms, double commands, double audit) {}

    @GET
    @Operation(summary = "How many days events, alarms, commands and the audit log are kept")
    public Retention retention() {
        return retention;
    }
}
