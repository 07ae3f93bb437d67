package io.greenstack.localstack.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts children in their own session where the platform has {@code setsid}, so that Ctrl-C in the terminal reaches
 * only the launcher, which then stops them in the right order.
 */
public final class Detached {

    private static final List<Path> SETSID = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    private Detached() {}

    /** The command itself where there is no {@code setsid}; the process id stays that of the command. */
    public static List<String> command(List<String> command) {
        List<String> result = new ArrayList<>();
        SETSID.stream().filter(Files::isExecutable).findFirst().ifPresent(setsid -> result.add(setsid.toString()));
        result.addAll(command);
        return result;
    }
}
