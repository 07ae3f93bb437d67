package io.greenstack.loadtest.imports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Many packages made of a few templates, with device ids of their own.
 *
 * @param templates what they are made of
 * @param count how many
 * @param firstDeviceId device id of the first; the others count on
 */
record Library(List<PackageTemplate> templates, int count, int firstDeviceId) {

    /** A vendor id that belongs to no vendor. */
    private static final int VENDOR = 65_000;

    Library {
        templates = List.copyOf(templates);
    }

    byte[] zip(int number) {
        return templates.get(number % templates.size()).zipFor(VENDOR, firstDeviceId + number);
    }

    String name(int number) {
        return "device-" + (firstDeviceId + number) + ".zip";
    }

    /** Octets of the main files of all packages. */
    long mainOctets() {
        long octets = 0;
        for (int i = 0; i < count; i++) {
            octets += templates.get(i % templates.size()).main().length;
        }
        return octets;
    }

    /** Writes one ZIP of all packages' ZIPs. */
    void writeZip(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (int i = 0; i < count; i++) {
                zip.putNextEntry(new ZipEntry(name(i)));
                zip.write(zip(i));
                zip.closeEntry();
            }
        }
    }

    /** Writes a folder of all packages' ZIPs. */
    void writeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < count; i++) {
            Files.write(folder.resolve(name(i)), zip(i));
        }
    }
}
