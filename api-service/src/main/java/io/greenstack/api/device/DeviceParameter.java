package io.greenstack.api.device;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** Value of a device parameter that conditions of the process data refer to. */
@Entity
@IdClass(DeviceParameter.Key.class)
@Table(name = "device_parameter")
public class DeviceParameter {

    @Id
    @Column(name = "device_id", length = 64)
    String deviceId;

    @Id
    @Column(name = "variable_id")
    String variableId;

    @Id
    int subindex;

    @Column(nullable = false)
    long value;

    @Column(name = "updated_at", nullable = false)
    Instant updatedAt;

    /** Primary key. */
    public record Key(String deviceId, String variableId, int subindex) implements Serializable {}
}
