package io.greenstack.api.shadow;

import java.sql.SQLException;

/** The database refused or failed; the cause has the SQLSTATE. */
class ShadowStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ShadowStoreException(SQLException cause) {
        super("A statement on twins failed: SQLSTATE " + cause.getSQLState(), cause);
    }

    /** Whether the data itself is the reason (SQLSTATE class 22), so that a repetition cannot help. */
    boolean refusesData() {
        String state = ((SQLException) getCause()).getSQLState();
        return state != null && state.startsWith("22");
    }
}
