package io.greenstack.api;

import static io.restassured.RestAssured.given;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.restassured.response.ValidatableResponse;

/** The sample device files that the repository ships, with device ids of their own for each test. */
public final class Samples {

    private static final Path FOLDER = Path.of(System.getProperty("greenstack.root", ".."), "deploy", "samples",
            "iodd");

    private Samples() {}

    /** The simple sensor. */
    public static byte[] simple(int deviceId) {
        return read("GreenStack-TP100-20261123-IODD1.1.xml", "deviceId=\"100\"", deviceId);
    }

    /** The sensor with conditions, special values and menu scaling. */
    public static byte[] conditional(int deviceId) {
        return read("GreenStack-LT101-20261123-IODD1.1.xml", "deviceId=\"101\"", deviceId);
    }

    private static byte[] read(String name, String id, int deviceId) {
        try {
            String xml = Files.readString(FOLDER.resolve(name));
            return xml.replace(id, "deviceId=\"" + deviceId + "\"").getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The test fixture that shows everything a description can say. */
    public static byte[] everything(int deviceId) {
        try (InputStream in = Samples.class.getResourceAsStream("/iodd/everything.xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("deviceId=\"4711\"", "deviceId=\"" + deviceId + "\"").getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A ZIP of some files. */
    public static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Sends an upload. */
    public static ValidatableResponse upload(String name, byte[] content) {
        return given().multiPart("file", name, content).post("/api/iodd/upload").then();
    }

    /** Imports a file and answers its catalog id. */
    public static int imported(byte[] content) {
        return upload("sample.xml", content).statusCode(201).extract().path("device_id");
    }
}
