package io.greenstack.api.device;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Deleted devices whose layout Redis may still have. */
@ApplicationScoped
public class LayoutRemovals {

    private final EntityManager entities;

    @Inject
    public LayoutRemovals(EntityManager entities) {
        this.entities = entities;
    }

    void add(String deviceId, Instant now) {
        entities.createNativeQuery(
                "insert into layout_removal (device_id, deleted_at) values (:id, :now) on conflict do nothing")
                .setParameter("id", deviceId).setParameter("now", now).executeUpdate();
    }

    void cancel(String deviceId) {
        entities.createNativeQuery("delete from layout_removal where device_id = :id").setParameter("id", deviceId)
                .executeUpdate();
    }

    /** Ids to remove from Redis; the rows stay locked until the end of the transaction. */
    List<String> lock(int limit) {
        return entities
                .createNativeQuery("select device_id from layout_removal order by deleted_at for update skip locked",
                        String.class)
                .setMaxResults(limit).getResultList().stream().map(String.class::cast).toList();
    }
}
