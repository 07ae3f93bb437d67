package io.greenstack.api.credential;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.credential.CredentialService.CredentialView;
import io.greenstack.api.platform.Sql;

/** Access to the table of logins. */
@ApplicationScoped
class CredentialRepository {

    private final Sql sql;

    public CredentialRepository(Sql sql) {
        this.sql = sql;
    }

    /** Stores the hash of a new password. */
    void put(String deviceId, String hash, Instant now, String by) {
        sql.query("insert into device_credential (device_id, password_hash, created_at, rotated_at, rotated_by) "
                + "values (:device, :hash, :now, :now, :by) on conflict (device_id) do update set "
                + "password_hash = excluded.password_hash, rotated_at = excluded.rotated_at, "
                + "rotated_by = excluded.rotated_by").bind("device", deviceId).bind("hash", hash).bind("now", now)
                .bind("by", by).update();
    }

    /** What is known of a login, without its password. */
    Optional<CredentialView> find(String deviceId) {
        return sql.query("select created_at, rotated_at, rotated_by from device_credential where device_id = :device")
                .bind("device", deviceId).first(row -> new CredentialView(deviceId, null, row.instant("created_at"),
                        row.instant("rotated_at"), row.text("rotated_by"), null));
    }

    /** Removes a login; false if there was none. */
    boolean delete(String deviceId) {
        return sql.query("delete from device_credential where device_id = :device").bind("device", deviceId)
                .update() > 0;
    }

    /** The hashes of all logins by user name. */
    Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>();
        sql.query("select device_id, password_hash from device_credential")
                .list(row -> hashes.put(row.text("device_id"), row.text("password_hash")));
        return hashes;
    }
}
