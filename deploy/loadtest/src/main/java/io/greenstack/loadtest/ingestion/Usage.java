package io.greenstack.loadtest.ingestion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process uses. */
final class Usage {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private Usage() {}

    /** Processor seconds since its start; 0 where the system does not tell, or for no process. */
    static double seconds(long process) {
        return process <= 0
                ? 0
                : ProcessHandle.of(process).flatMap(handle -> handle.info().totalCpuDuration()).orElse(Duration.ZERO)
                        .toNanos() / 1e9;
    }

    /** Resident megabytes, -1 where the system does not tell. */
    static long megabytes(long process) {
        try {
            Matcher matcher = RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(process), "status")));
            return matcher.find() ? Long.parseLong(matcher.group(1)) / 1024 : -1;
        } catch (IOException e) {
            return -1;
        }
    }
}
