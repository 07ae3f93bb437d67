package io.greenstack.api.imports;

/** A job is too big as a whole; it ends. */
class ScanLimitException extends RuntimeException {

    ScanLimitException(String message) {
        super(message);
    }
}
