package io.greenstack.api.imports;

import java.util.List;

import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.greenstack.api.platform.Uploads;
import io.greenstack.descriptions.archive.ArchiveEntry;

/** Reads the files of an upload form. */
public final class UploadForms {

    private UploadForms() {}

    /** All files of the field {@code file}; 400 when there is none. */
    public static List<ArchiveEntry> read(List<FileUpload> uploads) {
        Uploads.required(uploads == null || uploads.isEmpty() ? null : uploads.get(0));
        return uploads.stream().map(UploadForms::read).toList();
    }

    /** The file of the field {@code file}; 400 when there is none. */
    public static ArchiveEntry read(FileUpload upload) {
        return new ArchiveEntry(name(Uploads.required(upload)), Uploads.content(upload));
    }

    /** Name of a file without folders and without control characters. */
    static String name(FileUpload upload) {
        String name = Uploads.name(upload);
        String base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
        return base.isBlank() ? "upload" : base;
    }
}
