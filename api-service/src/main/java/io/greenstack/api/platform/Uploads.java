package io.greenstack.api.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Reads files of multipart forms. */
public final class Uploads {

    private Uploads() {}

    /** The form field {@code file}; 400 when the form does not have it. */
    public static FileUpload required(FileUpload file) {
        if (file == null) {
            throw new ApiException(400, "file-missing", "The form field 'file' with the file is missing.");
        }
        return file;
    }

    /** The octets of an uploaded file; the body limit bounds them. */
    public static byte[] content(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException("An uploaded file cannot be read back", e);
        }
    }

    /** The name the client gave the file, or a stand-in. */
    public static String name(FileUpload file) {
        return file.fileName() == null || file.fileName().isBlank() ? "upload" : file.fileName();
    }
}
