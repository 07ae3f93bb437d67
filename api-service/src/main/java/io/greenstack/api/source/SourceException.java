package io.greenstack.api.source;

/** The library gave no usable answer. */
final class SourceException extends RuntimeException {

    /** What that means for the next try. */
    enum Kind {
        /** It cannot be reached, or says that it cannot answer now. */
        AWAY,
        /** It has no such thing. */
        NOT_FOUND,
        /** What it answered cannot be used. */
        REFUSED
    }

    private final Kind kind;
    private final String code;

    SourceException(Kind kind, String code, String detail) {
        super(detail, null, false, false);
        this.kind = kind;
        this.code = code;
    }

    Kind kind() {
        return kind;
    }

    /** Stable, kebab-case. */
    String code() {
        return code;
    }
}
