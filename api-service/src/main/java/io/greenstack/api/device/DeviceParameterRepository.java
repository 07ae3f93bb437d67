package io.greenstack.api.device;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.platform.Sql;
import io.greenstack.core.processdata.ParameterKey;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Access to the condition parameter values of devices. */
@ApplicationScoped
class DeviceParameterRepository implements PanacheRepositoryBase<DeviceParameter, DeviceParameter.Key> {

    private final Sql sql;

    public DeviceParameterRepository(Sql sql) {
        this.sql = sql;
    }

    /** Values by device and parameter text. */
    Map<String, Map<String, Long>> of(Collection<String> deviceIds) {
        Map<String, Map<String, Long>> all = new HashMap<>();
        if (deviceIds.isEmpty()) {
            return all;
        }
        List<DeviceParameter> rows = list("deviceId in ?1", deviceIds);
        for (DeviceParameter row : rows) {
            all.computeIfAbsent(row.deviceId, id -> new TreeMap<>())
                    .put(new ParameterKey(row.variableId, row.subindex).text(), row.value);
        }
        return all;
    }

    /** Values of one device by parameter text. */
    Map<String, Long> of(String deviceId) {
        return of(List.of(deviceId)).getOrDefault(deviceId, Map.of());
    }

    /** Replaces all values of a device. */
    void replace(String deviceId, Map<String, Long> values, Instant now) {
        delete("deviceId", deviceId);
        merge(deviceId, values, now);
    }

    /** Sets some values of a device. */
    void merge(String deviceId, Map<String, Long> values, Instant now) {
        sql.query("insert into device_parameter (device_id, variable_id, subindex, value, updated_at) values (:device, "
                + ":variable, :subindex, :value, :now) on conflict (device_id, variable_id, subindex) do update set "
                + "value = excluded.value, updated_at = excluded.updated_at").bind("device", deviceId).bind("now", now)
                .batch(values.entrySet(), (query, entry) -> {
                    ParameterKey key = ParameterKey.parse(entry.getKey());
                    query.bind("variable", key.variableId()).bind("subindex", key.subindex())
                            .bind("value", entry.getValue());
                });
    }
}
