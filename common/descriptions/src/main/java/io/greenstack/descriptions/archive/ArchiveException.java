package io.greenstack.descriptions.archive;

/** An upload that is refused as a whole. The message says what is wrong and what to do. */
public class ArchiveException extends Exception {

    private final String code;

    /**
     * A refused upload.
     *
     * @param code one of {@code empty-file}, {@code too-large}, {@code not-xml}, {@code zip-damaged},
     *        {@code zip-encrypted}, {@code zip-path}, {@code zip-duplicate}, {@code zip-bomb}, {@code zip-entries},
     *        {@code zip-nesting}, {@code zip-empty}
     * @param message what is wrong and what to do
     */
    public ArchiveException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Stable kebab-case code. */
    public String code() {
        return code;
    }
}
