package io.greenstack.localstack.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Server processes that a killed launcher left behind; they would hold the port and the data folder. */
final class Orphans {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private Orphans() {}

    /** The process id in the first line of a file. */
    static OptionalLong processId(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(lines.get(0).trim()));
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /**
     * Stops the process whose id is in the file, when it still runs and is what it is believed to be.
     *
     * @param file process id file in the server's own data folder
     * @param program part of the path of its executable, in lower case
     */
    static void stop(Path file, String program) {
        processId(file).ifPresent(id -> ProcessHandle.of(id).filter(handle -> runs(handle, program))
                .ifPresent(Orphans::stop));
    }

    private static boolean runs(ProcessHandle handle, String program) {
        return handle.info().command().map(command -> command.toLowerCase(Locale.ROOT).contains(program))
                .orElse(false);
    }

    private static void stop(ProcessHandle orphan) {
        orphan.destroy();
        if (!Waiting.until(STOP_LIMIT, () -> !orphan.isAlive())) {
            orphan.destroyForcibly();
            Waiting.until(STOP_LIMIT, () -> !orphan.isAlive());
        }
    }
}
