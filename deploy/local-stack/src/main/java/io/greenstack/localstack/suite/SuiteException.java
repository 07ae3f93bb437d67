package io.greenstack.localstack.suite;

/** The suite cannot start or go on; the message tells the person at the console what is wrong and what to do. */
public class SuiteException extends RuntimeException {

    /** Exit code for a wrong option or a taken port: nothing was started. */
    public static final int USAGE = 2;
    /** Exit code for a server or service that failed. */
    public static final int FAILURE = 1;

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public SuiteException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
