package io.greenstack.api.platform;

import java.sql.SQLException;

/** The database refused a statement or failed; the cause has the SQLSTATE. */
public final class DatabaseException extends RuntimeException {

    DatabaseException(SQLException cause) {
        super("A statement failed with SQLSTATE " + cause.getSQLState() + ": " + cause.getMessage(), cause);
    }

    /** Whether the data itself is the reason (SQLSTATE class 22), so that a repetition cannot help. */
    public boolean refusesData() {
        String state = ((SQLException) getCause()).getSQLState();
        return state != null && state.startsWith("22");
    }
}
