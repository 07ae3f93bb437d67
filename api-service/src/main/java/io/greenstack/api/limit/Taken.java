package io.greenstack.api.limit;

/**
 * What came of asking for a token.
 *
 * @param waitMillis 0 for a token, else the time until there is one
 * @param remaining tokens that are left
 * @param fullAfterSeconds time until the bucket is full
 */
public record Taken(long waitMillis, long remaining, long fullAfterSeconds) {

    /** Whether there was none. */
    public boolean refused() {
        return waitMillis > 0;
    }
}
