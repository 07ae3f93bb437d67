package io.greenstack.api.description;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.greenstack.api.platform.JsonText;
import io.greenstack.core.processdata.LayoutJson;
import io.greenstack.descriptions.PackageFile;
import io.greenstack.descriptions.ParameterRow;
import io.greenstack.descriptions.ReadDescription;
import io.greenstack.descriptions.archive.Hashes;

/**
 * Writes a description with everything that belongs to it in four round trips, whatever its size: a library has thousands of
 * them, with a hundred parameters each.
 */
final class DescriptionRows {

    private static final String INSERT_DESCRIPTION = "insert into description (kind, vendor_id, device_id, vendor_name, "
            + "product_name, product_family, product_ids, format_version, file_version, major_revision, minor_revision, "
            + "release_date, file_name, sha256, byte_size, parameter_count, finding_count, detail, model, layout, findings, "
            + "imported_at, imported_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), "
            + "cast(? as jsonb), cast(? as jsonb), cast(? as jsonb), ?, ?) returning id";
    private static final String INSERT_IDENTITIES = "insert into description_identity (description_id, vendor_id, "
            + "device_id) select ?, ?, unnest(?)";
    private static final String INSERT_PARAMETERS = "insert into description_parameter (description_id, ordinal, "
            + "variable_id, iodd_index, subindex, name, description, data_type, access_rights, unit) "
            + "select ?, p.ordinal - 1, p.variable_id, p.iodd_index, p.subindex, p.name, p.description, p.data_type, "
            + "p.access_rights, p.unit from unnest(?, ?, ?, ?, ?, ?, ?, ?) with ordinality as p (variable_id, iodd_index, "
            + "subindex, name, description, data_type, access_rights, unit, ordinal)";
    private static final String INSERT_FILE = "insert into description_file (description_id, role, name, purpose, "
            + "media_type, byte_size, sha256, content) values (?, ?, ?, ?, ?, ?, ?, ?)";

    private DescriptionRows() {}

    /** Writes the rows and answers the id of the description. */
    static long insert(Connection connection, ReadDescription draft, Instant now, String by) throws SQLException {
        long id = insertDescription(connection, draft, now, by);
        insertIdentities(connection, id, draft.identity());
        if (!draft.parameters().isEmpty()) {
            insertParameters(connection, id, draft.parameters());
        }
        insertFiles(connection, id, draft.files());
        return id;
    }

    private static long insertDescription(Connection connection, ReadDescription draft, Instant now, String by)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_DESCRIPTION)) {
            int at = 0;
            insert.setString(++at, draft.kind());
            insert.setLong(++at, draft.identity().vendorId());
            insert.setLong(++at, draft.identity().deviceId());
            insert.setString(++at, draft.product().vendorName());
            insert.setString(++at, draft.product().name());
            insert.setString(++at, draft.product().family());
            insert.setArray(++at, connection.createArrayOf("text", draft.identity().productIds().toArray()));
            insert.setString(++at, draft.edition().formatVersion());
            insert.setString(++at, draft.edition().fileVersion());
            insert.setObject(++at, draft.edition().major(), Types.INTEGER);
            insert.setObject(++at, draft.edition().minor(), Types.INTEGER);
            insert.setObject(++at, draft.edition().date(), Types.DATE);
            insert.setString(++at, draft.fileName());
            insert.setString(++at, draft.sha256());
            insert.setLong(++at, draft.byteSize());
            insert.setInt(++at, draft.parameters().size());
            insert.setInt(++at, draft.findings().size());
            insert.setString(++at, JsonText.storable(draft.detail()));
            insert.setString(++at, JsonText.storable(draft.model()));
            insert.setString(++at, JsonText.storable(LayoutJson.write(draft.layout())));
            insert.setString(++at, JsonText.storable(draft.findingsJson()));
            insert.setTimestamp(++at, Timestamp.from(now));
            insert.setString(++at, by);
            try (ResultSet created = insert.executeQuery()) {
                created.next();
                return created.getLong(1);
            }
        }
    }

    private static void insertIdentities(Connection connection, long id, ReadDescription.Identity identity)
            throws SQLException {
        Set<Long> deviceIds = new LinkedHashSet<>(identity.additionalDeviceIds());
        deviceIds.add(identity.deviceId());
        try (PreparedStatement insert = connection.prepareStatement(INSERT_IDENTITIES)) {
            insert.setLong(1, id);
            insert.setLong(2, identity.vendorId());
            insert.setArray(3, connection.createArrayOf("bigint", deviceIds.toArray()));
            insert.executeUpdate();
        }
    }

    private static void insertParameters(Connection connection, long id, List<ParameterRow> rows)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_PARAMETERS)) {
            insert.setLong(1, id);
            insert.setArray(2, texts(connection, rows, ParameterRow::variableId));
            insert.setArray(3, numbers(connection, rows, ParameterRow::index));
            insert.setArray(4, numbers(connection, rows, ParameterRow::subindex));
            insert.setArray(5, texts(connection, rows, ParameterRow::name));
            insert.setArray(6, texts(connection, rows, ParameterRow::description));
            insert.setArray(7, texts(connection, rows, ParameterRow::dataType));
            insert.setArray(8, texts(connection, rows, ParameterRow::accessRights));
            insert.setArray(9, texts(connection, rows, ParameterRow::unit));
            insert.executeUpdate();
        }
    }

    private static Array texts(Connection connection, List<ParameterRow> rows,
            Function<ParameterRow, String> column) throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(column).toArray(String[]::new));
    }

    private static Array numbers(Connection connection, List<ParameterRow> rows,
            Function<ParameterRow, Integer> column) throws SQLException {
        return connection.createArrayOf("integer", rows.stream().map(column).toArray(Integer[]::new));
    }

    private static void insertFiles(Connection connection, long id, List<PackageFile> files) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_FILE)) {
            for (PackageFile file : files) {
                insert.setLong(1, id);
                insert.setString(2, file.role().name());
                insert.setString(3, file.name());
                insert.setString(4, file.purpose());
                insert.setString(5, file.mediaType());
                insert.setLong(6, file.content().length);
                insert.setString(7, Hashes.sha256Hex(file.content()));
                insert.setBytes(8, file.content());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
