package io.greenstack.api.device;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A registered field device. */
@Entity
@Table(name = "device")
public class Device {

    @Id
    @Column(length = 64)
    String id;

    String name;

    String kind;

    @Column(name = "vendor_id")
    Long vendorId;

    @Column(name = "device_id")
    Long deviceId;

    String revision;

    @Column(name = "product_id")
    String productId;

    String serial;

    @Column(name = "description_id")
    Long descriptionId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    BindingMode binding;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    String attributes;

    @Column(name = "registered_at", nullable = false)
    Instant registeredAt;

    @Column(name = "updated_at", nullable = false)
    Instant updatedAt;

    @Column(name = "last_registered_at", nullable = false)
    Instant lastRegisteredAt;

    @Column(nullable = false)
    long version;

    @Column(name = "layout_revision", nullable = false)
    long layoutRevision;

    @Column(name = "published_revision", nullable = false)
    long publishedRevision;

    /** Connection of an EDS whose data the device sends, null for the one the file suggests. */
    @Column(name = "connection_number")
    Integer connectionNumber;

    /** Keyword or number of the assembly of an EDS that the device sends, null for that of the connection. */
    @Column(name = "assembly_name")
    String assemblyName;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
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

    @Formula("coalesce((select p.gone from device_presence p where p.device_id = id), false)")
    boolean gone;

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
