package io.greenstack.api.device;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A registered field device. */
@Entity
public class Device {

    @Id
    String id;
    String name;
    String kind;
    Long vendorId;
    Long deviceId;
    String revision;
    String productId;
    String serial;
    Long descriptionId;
    @Enumerated(EnumType.STRING)
    BindingMode binding;
    @JdbcTypeCode(SqlTypes.JSON)
    String attributes;
    Instant registeredAt;
    Instant updatedAt;
    Instant lastRegisteredAt;
    long version;
    long layoutRevision;
    long publishedRevision;

    /** Connection of an EDS whose data the device sends, null for the one the file suggests. */
    Integer connectionNumber;

    /** Keyword or number of the assembly of an EDS that the device sends, null for that of the connection. */
    String assemblyName;
    @JdbcTypeCode(SqlTypes.JSON)
    String labels = "{}";
    String location;
    String notes;
    @Formula("(select p.connection_state from device_presence p where p.device_id = id)")
    String connectionState;
    @Formula("(select p.state_since from device_presence p where p.device_id = id)")
    Instant stateSince;
    @Formula("(select p.first_seen_at from device_presence p where p.device_id = id)")
    Instant firstSeenAt;
    @Formula("(select p.last_seen_at from device_presence p where p.device_id = id)")
    Instant lastSeenAt;

    @Formula("(select p.clock_ahead_ms from device_presence p where p.device_id = id)")
    Long clockAheadMs;

    @Formula("coalesce((select p.gone from device_presence p where p.device_id = id), false)")
    boolean gone;

    /** Master on which it hangs, null if it does on none. */
    @Formula("(select max(p.master_id) from master_port p where p.device_id = id)")
    String masterId;

    @Formula("(select max(p.port) from master_port p where p.device_id = id)")
    Integer masterPort;

    DeviceIdentity identity() {
        return new DeviceIdentity(kind, vendorId, deviceId, revision, productId, serial);
    }

    void identity(DeviceIdentity identity) {
        kind = identity.kind();
        vendorId = identity.vendorId();
        deviceId = identity.deviceId();
        revision = identity.revision();
        productId = identity.productId();
        serial = identity.serial();
    }

    /** Notes that the edge services have to decode differently from now on. */
    void layoutChanged() {
        layoutRevision++;
    }
}
