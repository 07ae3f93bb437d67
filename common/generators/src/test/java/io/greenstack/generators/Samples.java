package io.greenstack.generators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.core.processdata.LayoutJson;
import io.greenstack.core.processdata.ParameterValues;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.DescriptionFormat;
import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.descriptions.OpenDescription;
import io.greenstack.descriptions.ReadDescription;
import io.greenstack.descriptions.StoredContent;
import io.greenstack.descriptions.archive.ArchiveException;
import io.greenstack.descriptions.archive.ArchiveLimits;
import io.greenstack.descriptions.eds.EdsFormat;
import io.greenstack.descriptions.iodd.IoddFormat;

/** Blueprints of the sample devices, and layouts to try decoders with. */
final class Samples {

    static final Path ROOT = Path.of("../..");

    private static final Site SITE = new Site("https://greenstack.example", "broker.example", 1883, "devices");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Samples() {}

    static Blueprint pressure() {
        return of("iodd/GreenStack-TP100-20261123-IODD1.1.xml", new IoddFormat(), "press-7");
    }

    static Blueprint level() {
        return of("iodd/GreenStack-LT101-20261123-IODD1.1.xml", new IoddFormat(), null);
    }

    static Blueprint flow() {
        return of("eds/greenstack-flow-transmitter.eds", new EdsFormat(), null);
    }

    private static Blueprint of(String file, DescriptionFormat format, String deviceId) {
        Path path = ROOT.resolve("deploy/samples").resolve(file);
        try {
            byte[] octets = Files.readAllBytes(path);
            DescriptionFormats formats = new DescriptionFormats(List.of(format));
            ReadDescription read = formats
                    .read(formats.open(path.toString(), octets, ArchiveLimits.DEFAULT, null).packages().get(0));
            OpenDescription open = format.open(new StoredContent() {
                @Override
                public String model() {
                    return read.model();
                }

                @Override
                public byte[] mainFile() {
                    return octets;
                }
            });
            Blueprint.Origin origin = new Blueprint.Origin(7, read.kind(), read.identity().vendorId(),
                    read.identity().deviceId(), read.product().vendorName(), read.product().name(), read.fileName());
            return new Blueprint(origin, deviceId, read.layout(), open.parameterLines(null), open.events().all(null),
                    Set.of(), SITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ArchiveException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A frame to decode: a layout, octets and the values of parameters. */
    record Case(String name, ProcessDataLayout layout, boolean out, byte[] octets, Map<String, Long> parameters) {

        ParameterValues values() {
            return ParameterValues.of(parameters);
        }
    }

    /** The test vectors of the decoder, and random octets for each of their layouts. */
    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        Random random = new Random(20);
        try (Stream<Path> files = Files.list(ROOT.resolve("common/core/src/test/resources/process-data"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
                JsonNode vectors = JSON.readTree(file.toFile());
                for (JsonNode vector : vectors.get("cases")) {
                    JsonNode layout = vectors.get("layouts").get(vector.get("layout").textValue());
                    byte[] octets = java.util.HexFormat.of()
                            .parseHex(vector.get("hex").textValue().replace(" ", ""));
                    Map<String, Long> parameters = new LinkedHashMap<>();
                    Iterator<Map.Entry<String, JsonNode>> given = vector.path("parameters").fields();
                    given.forEachRemaining(each -> parameters.put(each.getKey(), each.getValue().longValue()));
                    ProcessDataLayout read = LayoutJson.read(layout.toString());
                    boolean out = "out".equals(vector.path("direction").asText());
                    String name = file.getFileName() + " " + vector.get("name").textValue();
                    cases.add(new Case(name, read, out, octets, parameters));
                    for (int i = 0; i < 10; i++) {
                        byte[] noise = new byte[octets.length];
                        random.nextBytes(noise);
                        cases.add(new Case(name + " #" + i, read, out, noise, parameters));
                    }
                }
            }
        }
        return cases;
    }
}
