package io.greenstack.api.command;

import java.sql.SQLException;

/** The database did not do what was asked of it. */
final class CommandStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandStoreException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
