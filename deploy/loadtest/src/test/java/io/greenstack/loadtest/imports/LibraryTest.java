package io.greenstack.loadtest.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {

    private static final String MAIN = "<?xml version=\"1.0\"?><IODevice><!-- deviceId=\"1\" --><DeviceIdentity vendorName=\"A\"\n"
            + " vendorId=\"310\" deviceId = \"1\"><DeviceVariant productId=\"1\" deviceSymbol=\"a-pic.png\"/></DeviceIdentity>"
            + "</IODevice>";

    @TempDir
    Path folder;

    @Test
    void onlyTheIdentityChanges() {
        PackageTemplate template = new PackageTemplate("a.xml", MAIN.getBytes(StandardCharsets.UTF_8), Map.of());
        assertThat(new String(template.mainFor(65_000, 42), StandardCharsets.UTF_8)).isEqualTo(
                MAIN.replace("vendorId=\"310\"", "vendorId=\"65000\"").replace("deviceId = \"1\"",
                        "deviceId = \"42\""));
    }

    @Test
    void aPackageHasItsLanguageFilesAndImages() throws IOException {
        Files.writeString(folder.resolve("a.xml"), MAIN);
        Files.writeString(folder.resolve("a-de.xml"), "<ExternalTextDocument/>");
        Files.writeString(folder.resolve("b-de.xml"), "<ExternalTextDocument/>");
        Files.write(folder.resolve("a-pic.png"), new byte[]{1});
        Files.write(folder.resolve("other.png"), new byte[]{1});
        List<PackageTemplate> templates = Templates.in(List.of(folder));
        assertThat(templates).hasSize(1);
        assertThat(templates.get(0).others()).containsOnlyKeys("a-de.xml", "a-pic.png");

        Path zip = folder.resolve("library.zip");
        new Library(templates, 3, 100).writeZip(zip);
        List<String> names = new ArrayList<>();
        try (ZipFile library = new ZipFile(zip.toFile())) {
            assertThat(library.stream().map(ZipEntry::getName)).containsExactly("device-100.zip", "device-101.zip",
                    "device-102.zip");
            try (ZipInputStream inner = new ZipInputStream(
                    library.getInputStream(library.getEntry("device-101.zip")))) {
                for (ZipEntry entry = inner.getNextEntry(); entry != null; entry = inner.getNextEntry()) {
                    names.add(entry.getName());
                }
            }
        }
        assertThat(names).containsExactlyInAnyOrder("a.xml", "a-de.xml", "a-pic.png");
    }
}
