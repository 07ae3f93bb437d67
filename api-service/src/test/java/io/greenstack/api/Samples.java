package io.greenstack.api;

import static io.restassured.RestAssured.given;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

    private static final Path ROOT = Path.of(System.getProperty("greenstack.root", ".."));
    private static final Path FOLDER = ROOT.resolve("deploy/samples/iodd");

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
        Path file = ROOT.resolve("common/descriptions/src/test/resources/iodd/everything.xml");
        try {
            return Files.readString(file).replace("deviceId=\"4711\"", "deviceId=\"" + deviceId + "\"")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A device file that says no more than it must, with some variables. */
    public static byte[] little(int deviceId, String variables) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <IODevice xmlns="http://www.io-link.com/IODD/2010/10" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                <DocumentInfo version="V1.0" releaseDate="2026-01-31" copyright="none"/>
                <ProfileBody>
                <DeviceIdentity vendorId="65535" deviceId="%d" vendorName="Test"><DeviceName textId="T_Name"/></DeviceIdentity>
                <DeviceFunction>
                <DatatypeCollection/>
                <VariableCollection>%s</VariableCollection>
                <ProcessDataCollection/>
                <UserInterface><ProcessDataRefCollection/><MenuCollection/></UserInterface>
                </DeviceFunction>
                </ProfileBody>
                <ExternalTextCollection>
                <PrimaryLanguage xml:lang="en"><Text id="T_Name" value="Test device"/></PrimaryLanguage>
                </ExternalTextCollection>
                </IODevice>
                """
                .formatted(deviceId, variables).getBytes(StandardCharsets.UTF_8);
    }

    /** An EDS file with the mandatory sections and the given text behind them. */
    public static String eds(String sections) {
        return """
                [File]
                  DescText = "Test"; CreateDate = 01-31-2026; CreateTime = 10:00:00; Revision = 1.0;
                [Device]
                  VendCode = 65535; VendName = "Nobody"; ProdType = 43; ProdTypeStr = "Generic"; ProdCode = 7;
                  MajRev = 1; MinRev = 2; ProdName = "Thing"; Catalog = "T1";
                [Device Classification]
                  Class1 = EtherNetIP;
                """ + sections;
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
