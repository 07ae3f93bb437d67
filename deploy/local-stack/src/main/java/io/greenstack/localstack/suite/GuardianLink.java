package io.greenstack.localstack.suite;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.greenstack.localstack.server.Detached;

/** The end of the pipe to a {@link Guardian}: tells it which processes must not outlive this JVM. */
public final class GuardianLink implements AutoCloseable {

    private static final int HEAP_MEGABYTES = 16;

    private final OutputStream pipe;

    private GuardianLink(OutputStream pipe) {
        this.pipe = pipe;
    }

    /**
     * Starts the guardian.
     *
     * @throws SuiteException when the process cannot be started
     */
    public static GuardianLink start() {
        try {
            Path classes = Path.of(Guardian.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            List<String> command = new ArrayList<>();
            command.add(Jvm.executable());
            command.addAll(Jvm.quickStart(HEAP_MEGABYTES));
            command.addAll(List.of("-cp", classes.toString(), Guardian.class.getName()));
            Process process = new ProcessBuilder(Detached.command(command))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new GuardianLink(process.getOutputStream());
        } catch (IOException | URISyntaxException e) {
            throw new SuiteException(SuiteException.FAILURE, "The guardian process cannot be started: "
                    + e.getMessage());
        }
    }

    /** The guardian stops this process when this JVM ends without having removed it. */
    public void add(long processId) {
        write('+', processId);
    }

    /** The process has ended, or may go on. */
    public void remove(long processId) {
        write('-', processId);
    }

    private synchronized void write(char sign, long processId) {
        try {
            pipe.write((sign + Long.toString(processId) + "\n").getBytes(StandardCharsets.US_ASCII));
            pipe.flush();
        } catch (IOException e) {
            // without its guardian the suite still stops in order; only a kill of the launcher would leave children
            System.err.println("The guardian process is gone: " + e.getMessage());
        }
    }

    /** Ends the guardian; it stops what was not removed before. */
    @Override
    public synchronized void close() {
        try {
            pipe.close();
        } catch (IOException e) {
            System.err.println("The guardian process is gone: " + e.getMessage());
        }
    }
}
