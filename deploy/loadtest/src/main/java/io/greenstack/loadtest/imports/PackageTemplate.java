package io.greenstack.loadtest.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A package of a device that others are made of: all but vendor id and device id stays as it is.
 *
 * @param mainName name of the main file
 * @param main its octets; an encoding that keeps ASCII
 * @param others further files of the package by name
 */
record PackageTemplate(String mainName, byte[] main, Map<String, byte[]> others) {

    private static final Pattern VENDOR = Pattern.compile("(<DeviceIdentity\\b[^>]*?\\bvendorId\\s*=\\s*\")[^\"]*");
    private static final Pattern DEVICE = Pattern.compile("(<DeviceIdentity\\b[^>]*?\\bdeviceId\\s*=\\s*\")[^\"]*");

    PackageTemplate {
        others = Map.copyOf(others);
    }

    /** The main file for another device. */
    byte[] mainFor(int vendorId, int deviceId) {
        String text = new String(main, StandardCharsets.ISO_8859_1);
        text = VENDOR.matcher(text).replaceFirst("$1" + vendorId);
        return DEVICE.matcher(text).replaceFirst("$1" + deviceId).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The whole package for another device as a ZIP. */
    byte[] zipFor(int vendorId, int deviceId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            put(zip, mainName, mainFor(vendorId, deviceId));
            for (Map.Entry<String, byte[]> other : others.entrySet()) {
                put(zip, other.getKey(), other.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
