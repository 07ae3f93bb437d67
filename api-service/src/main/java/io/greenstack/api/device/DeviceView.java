package io.greenstack.api.device;

import java.time.Instant;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonRawValue;

import io.greenstack.descriptions.Sparse;

/**
 * A registered device.
 *
 * @param deviceId id in MQTT topics
 * @param name name for people
 * @param identity what it says it is
 * @param binding the description it is decoded with
 * @param labels keys and values that people gave it; a plain tag has the empty value
 * @param location where it is
 * @param notes what else is to be known
 * @param connection whether it is there
 * @param master the master on which it hangs, absent for none
 * @param attributes what else it sent when it registered
 * @param registeredAt first registration
 * @param lastRegisteredAt latest registration
 * @param updatedAt latest change of anything here
 * @param version goes up with every change
 */
record DeviceView(String deviceId, String name, DeviceIdentity identity, BindingView binding,
        Map<String, String> labels, String location, String notes, DeviceConnection connection,
        MasterPlace master,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String attributes, Instant registeredAt,
        Instant lastRegisteredAt, Instant updatedAt, long version) implements Sparse {

    /** Changes whenever anything here does. */
    String tag() {
        return "d" + version + '.' + lastRegisteredAt.toEpochMilli() + '.' + binding.descriptionId() + '.'
                + connection.state().token()
                + (connection.lastSeen() == null ? "" : "." + connection.lastSeen().toEpochMilli())
                + (connection.clockAheadMs() == null ? "" : "." + connection.clockAheadMs())
                + (master == null ? "" : "." + master.id() + "." + master.port());
    }

    /** The same with another connection. */
    DeviceView with(DeviceConnection other) {
        return new DeviceView(deviceId, name, identity, binding, labels, location, notes, other, master,
                attributes, registeredAt, lastRegisteredAt, updatedAt, version);
    }

    /**
     * The description of a device.
     *
     * @param state whether it can be decoded
     * @param mode how the description is chosen
     * @param descriptionId the bound description
     * @param productName its product
     * @param vendorName its vendor
     * @param connection EDS: the connection that was chosen, absent = the one the file suggests
     * @param assembly EDS: the assembly that was chosen
     * @param parameters device parameter values that conditions refer to, as reported or set; key is the variable id, with
     *        {@code /subindex} behind it for a record item
     */
    record BindingView(BindingState state, BindingMode mode, Long descriptionId, String productName,
            String vendorName, Integer connection, String assembly, Map<String, Long> parameters) implements Sparse {}

    /**
     * Where a device hangs.
     *
     * @param id the master
     * @param port its port
     */
    record MasterPlace(String id, int port) {}
}
