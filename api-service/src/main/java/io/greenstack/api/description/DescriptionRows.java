package io.greenstack.api.description;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes the identity and parameter rows of a description in a few round trips. */
final class DescriptionRows {

    private static final String INSERT_IDENTITY = "insert into description_identity "
            + "(description_id, vendor_id, device_id) values (?, ?, ?)";
    private static final String INSERT_PARAMETER = "insert into description_parameter (description_id, ordinal, "
            + "variable_id, iodd_index, subindex, name, description, data_type, access_rights, unit) "
            + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int BATCH = 500;

    private DescriptionRows() {}

    static void insert(Connection connection, long id, DescriptionDraft draft) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_IDENTITY)) {
            Set<Long> deviceIds = new LinkedHashSet<>(draft.identity().additionalDeviceIds());
            deviceIds.add(draft.identity().deviceId());
            for (long deviceId : deviceIds) {
                insert.setLong(1, id);
                insert.setLong(2, draft.identity().vendorId());
                insert.setLong(3, deviceId);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT_PARAMETER)) {
            List<ParameterDraft> rows = draft.parameters();
            for (int row = 0; row < rows.size(); row++) {
                bind(insert, id, row, rows.get(row));
                insert.addBatch();
                if (row % BATCH == BATCH - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, long id, int row, ParameterDraft parameter) throws SQLException {
        insert.setLong(1, id);
        insert.setInt(2, row);
        insert.setString(3, parameter.variableId());
        insert.setObject(4, parameter.index(), Types.INTEGER);
        insert.setInt(5, parameter.subindex());
        insert.setString(6, parameter.name());
        insert.setString(7, parameter.description());
        insert.setString(8, parameter.dataType());
        insert.setString(9, parameter.accessRights());
        insert.setString(10, parameter.unit());
    }
}
