package io.greenstack.localstack.suite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The folder of data and logs, locked so that no two suites use it at a time. */
final class DataFolder implements AutoCloseable {

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * @throws SuiteException when it cannot be created or another suite has it
     */
    static DataFolder open(Path folder) {
        try {
            Files.createDirectories(folder.resolve("logs"));
            FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new SuiteException(SuiteException.USAGE, "Another GreenStack uses the data folder " + folder
                        + "." + System.lineSeparator() + "    Stop it, or choose another folder: -D"
                        + SuiteOptions.DATA + "=FOLDER (and other ports, -D" + SuitePort.API.option() + "=PORT ...)");
            }
            return new DataFolder(folder, channel);
        } catch (IOException e) {
            throw new SuiteException(SuiteException.USAGE, "The data folder " + folder + " cannot be used: " + e
                    + System.lineSeparator() + "    Choose another one: -D" + SuiteOptions.DATA + "=FOLDER");
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Keeps the logs of the last run under another name and lets new ones begin. */
    void rotateLogs() throws IOException {
        Path logs = folder.resolve("logs");
        List<Path> files;
        try (Stream<Path> entries = Files.list(logs)) {
            files = entries.filter(path -> path.getFileName().toString().endsWith(".log")).toList();
        }
        for (Path file : files) {
            Files.move(file, logs.resolve(file.getFileName() + ".previous"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Lets another suite use the folder. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            System.err.println("The lock of " + folder + " cannot be released: " + e.getMessage());
        }
    }
}
