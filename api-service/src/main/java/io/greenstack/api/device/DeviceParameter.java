package io.greenstack.api.device;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

/** Value of a device parameter that conditions of the process data refer to. */
@Entity
@IdClass(DeviceParameter.Key.class)
public class DeviceParameter {

    @Id
    String deviceId;
    @Id
    String variableId;
    @Id
    int subindex;
    long value;
    Instant updatedAt;

    /** Primary key. */
    public record Key(String deviceId, String variableId, int subindex) implements Serializable {}
}
