package io.greenstack.localstack.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The signals of POSIX that let a process stand still and go on; sent by {@code kill}, as Java has no call for them. */
public enum Signal {

    /** SIGSTOP. */
    STOP("-STOP"),

    /** SIGCONT. */
    CONTINUE("-CONT");

    private final String option;

    Signal(String option) {
        this.option = option;
    }

    /**
     * Sends the signal to a process and to all that it has started.
     *
     * @throws ServerException when there is no such command or no such process
     */
    public void send(ProcessHandle process) {
        List<String> command = new ArrayList<>(List.of("kill", option));
        Stream.concat(Stream.of(process), process.descendants()).map(handle -> Long.toString(handle.pid()))
                .forEach(command::add);
        try {
            Process kill = new ProcessBuilder(command).inheritIO().start();
            // a child that ended meanwhile makes kill fail, while the process itself has the signal
            if (kill.waitFor() != 0 && !process.isAlive()) {
                throw new ServerException("There is no process " + process.pid());
            }
        } catch (IOException e) {
            throw new ServerException("kill cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
