package io.greenstack.api.imports;

/** A job is too big as a whole; it ends. */
class ScanLimitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScanLimitException(String message) {
        super(message);
    }
}
