package io.greenstack.api.credential;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Access to the table of logins; everything inside the caller's transaction. */
@ApplicationScoped
public class CredentialRepository {

    private static final String UPSERT = "insert into device_credential "
            + "(device_id, password_hash, created_at, rotated_at, rotated_by) values (?, ?, ?, ?, ?) "
            + "on conflict (device_id) do update set password_hash = excluded.password_hash, "
            + "rotated_at = excluded.rotated_at, rotated_by = excluded.rotated_by";

    private final DataSource database;

    @Inject
    public CredentialRepository(DataSource database) {
        this.database = database;
    }

    /** Stores the hash of a new password. */
    void put(String deviceId, String hash, Instant now, String by) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.setString(1, deviceId);
            upsert.setString(2, hash);
            upsert.setTimestamp(3, Timestamp.from(now));
            upsert.setTimestamp(4, Timestamp.from(now));
            upsert.setString(5, by);
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A login cannot be stored: " + e.getMessage(), e);
        }
    }

    /** What is known of a login, without its password. */
    Optional<CredentialView> find(String deviceId) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select created_at, rotated_at, rotated_by from device_credential where device_id = ?")) {
            select.setString(1, deviceId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new CredentialView(deviceId, null, row.getTimestamp(1).toInstant(),
                                row.getTimestamp(2).toInstant(), row.getString(3), null))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A login cannot be read: " + e.getMessage(), e);
        }
    }

    /** Removes a login; false if there was none. */
    boolean delete(String deviceId) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection
                        .prepareStatement("delete from device_credential where device_id = ?")) {
            delete.setString(1, deviceId);
            return delete.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new IllegalStateException("A login cannot be removed: " + e.getMessage(), e);
        }
    }

    /** The hashes of all logins by user name. */
    Map<String, String> hashes() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection
                        .prepareStatement("select device_id, password_hash from device_credential");
                ResultSet row = select.executeQuery()) {
            Map<String, String> hashes = new TreeMap<>();
            while (row.next()) {
                hashes.put(row.getString(1), row.getString(2));
            }
            return hashes;
        } catch (SQLException e) {
            throw new IllegalStateException("Logins cannot be read: " + e.getMessage(), e);
        }
    }
}
