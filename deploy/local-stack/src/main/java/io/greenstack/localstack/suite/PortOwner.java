package io.greenstack.localstack.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Finds the process that listens on a TCP port: from /proc on Linux, with lsof elsewhere. */
final class PortOwner {

    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";
    private static final int ADDRESS_COLUMN = 1;
    private static final int STATE_COLUMN = 3;
    private static final int INODE_COLUMN = 9;
    private static final int HEX = 16;

    private PortOwner() {}

    /** "process 4711 (/usr/bin/redis-server)", or empty when it cannot be found, as for another user's process. */
    static Optional<String> describe(int port) {
        Optional<Long> owner = Files.isDirectory(PROC.resolve("self")) ? fromProc(port) : fromLsof(port);
        return owner.map(id -> "process " + id + ProcessHandle.of(id).flatMap(process -> process.info().command())
                .map(command -> " (" + command + ")").orElse(""));
    }

    private static Optional<Long> fromProc(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            try {
                for (String line : Files.readAllLines(PROC.resolve(table))) {
                    listeningInode(line, port).ifPresent(inode -> sockets.add("socket:[" + inode + "]"));
                }
            } catch (IOException e) {
                continue;
            }
        }
        return sockets.isEmpty() ? Optional.empty() : holder(sockets);
    }

    /** Inode of a line of /proc/net/tcp when it is a listening socket on the port. */
    static Optional<String> listeningInode(String line, int port) {
        String[] columns = line.trim().split("\\s+");
        if (columns.length <= INODE_COLUMN || !columns[STATE_COLUMN].equals(LISTENING)) {
            return Optional.empty();
        }
        String address = columns[ADDRESS_COLUMN];
        int actual = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), HEX);
        return actual == port ? Optional.of(columns[INODE_COLUMN]) : Optional.empty();
    }

    private static Optional<Long> holder(Set<String> sockets) {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process.resolve("fd"), sockets)) {
                    return Optional.of(Long.parseLong(process.getFileName().toString()));
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean holds(Path descriptors, Set<String> sockets) {
        try (DirectoryStream<Path> links = Files.newDirectoryStream(descriptors)) {
            for (Path link : links) {
                if (sockets.contains(Files.readSymbolicLink(link).toString())) {
                    return true;
                }
            }
        } catch (IOException e) {
            return false;
        }
        return false;
    }

    private static Optional<Long> fromLsof(int port) {
        try {
            Process lsof = new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            if (!lsof.waitFor(5, TimeUnit.SECONDS)) {
                lsof.destroyForcibly();
                return Optional.empty();
            }
            String output = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return output.lines().map(String::trim).filter(line -> line.matches("\\d+"))
                    .map(Long::parseLong).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
