package io.greenstack.api.event;

import java.sql.SQLException;

/** The database did not do what was asked of it. */
final class EventStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EventStoreException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
