package io.greenstack.api.imports;

import java.util.List;

import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.greenstack.api.platform.Uploads;

/** Reads the files of an upload form. */
final class UploadForms {

    private UploadForms() {}

    /** All files of the field {@code file}; 400 when there is none. */
    static List<UploadedFile> read(List<FileUpload> uploads) {
        Uploads.required(uploads == null || uploads.isEmpty() ? null : uploads.get(0));
        return uploads.stream().map(UploadForms::read).toList();
    }

    /** The file of the field {@code file}; 400 when there is none. */
    static UploadedFile read(FileUpload upload) {
        return new UploadedFile(name(Uploads.required(upload)), Uploads.content(upload));
    }

    /** Name of a file without folders and without control characters. */
    static String name(FileUpload upload) {
        String name = Uploads.name(upload);
        String base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
        return base.isBlank() ? "upload" : base;
    }
}
