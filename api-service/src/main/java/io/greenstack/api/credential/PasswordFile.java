package io.greenstack.api.credential;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** The file of logins that a broker reads: a line {@code user:hash} for each, replaced as a whole. */
final class PasswordFile {

    private final Path file;

    PasswordFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * Makes the file say this; leaves it alone when it does already.
     *
     * @return whether it was written
     * @throws IOException if it cannot be written
     */
    boolean write(Map<String, String> hashes) throws IOException {
        StringBuilder text = new StringBuilder();
        hashes.forEach((user, hash) -> text.append(user).append(':').append(hash).append('\n'));
        byte[] wanted = text.toString().getBytes(StandardCharsets.US_ASCII);
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), wanted)) {
            return false;
        }
        Files.createDirectories(file.getParent());
        Path next = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        try {
            Files.write(next, wanted);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
        return true;
    }
}
