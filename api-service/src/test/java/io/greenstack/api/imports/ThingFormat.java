package io.greenstack.api.imports;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.greenstack.core.processdata.ByteOrder;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.core.processdata.ScalarType;
import io.greenstack.core.processdata.Scaling;
import io.greenstack.core.processdata.ScalingSource;
import io.greenstack.descriptions.DescriptionException;
import io.greenstack.descriptions.DescriptionFormat;
import io.greenstack.descriptions.DescriptionFormat.SortedFiles;
import io.greenstack.descriptions.DescriptionPackage;
import io.greenstack.descriptions.FileRole;
import io.greenstack.descriptions.OpenDescription;
import io.greenstack.descriptions.PackageFile;
import io.greenstack.descriptions.ParameterRow;
import io.greenstack.descriptions.ReadDescription;
import io.greenstack.descriptions.RegistrationMembers;
import io.greenstack.descriptions.Release;
import io.greenstack.descriptions.StoredContent;
import io.greenstack.descriptions.archive.ArchiveEntry;
import io.greenstack.descriptions.archive.Hashes;
import io.quarkus.arc.properties.IfBuildProperty;

/**
 * A third format: a small JSON description of a thing. All that the service needs to know of it is in this class; the test that
 * wants it chooses it by a profile.
 */
@Singleton
@IfBuildProperty(name = "greenstack.test.things", stringValue = "true")
public class ThingFormat implements DescriptionFormat {

    static final String KIND = "THING";

    private static final String EXTENSION = ".thing.json";
    private static final long MAX_NUMBER = 1_000_000;
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public boolean sniff(String fileName, byte[] content) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(EXTENSION);
    }

    @Override
    public boolean isMain(String lowerName, Set<String> folder) {
        return lowerName.endsWith(EXTENSION);
    }

    @Override
    public SortedFiles sort(List<ArchiveEntry> files) {
        List<DescriptionPackage> things = new ArrayList<>();
        List<ArchiveEntry> others = new ArrayList<>();
        for (ArchiveEntry file : files) {
            if (sniff(file.name(), file.content())) {
                things.add(DescriptionPackage.of(KIND, file));
            } else {
                others.add(file);
            }
        }
        return new SortedFiles(things, List.of(), others);
    }

    @Override
    public ReadDescription read(DescriptionPackage files) {
        byte[] content = files.main().content();
        JsonNode thing = parse(content);
        String name = thing.path("name").asText();
        long vendor = thing.path("maker").asLong();
        long device = thing.path("model").asLong();
        List<Field> fields = new ArrayList<>();
        List<ParameterRow> parameters = new ArrayList<>();
        int offset = 0;
        for (JsonNode value : thing.path("values")) {
            int bits = value.path("bits").asInt();
            Scaling scaling = new Scaling(List.of(), new BigDecimal(value.path("factor").asText("1")), null, null,
                    value.path("unit").asText(""), null, ScalingSource.NONE);
            fields.add(new Field(value.path("key").asText(), value.path("key").asText(), fields.size() + 1, -1, offset,
                    bits, ScalarType.UINTEGER, null, List.of(scaling), List.of(), List.of(), List.of(), true));
            parameters.add(new ParameterRow(value.path("key").asText(), null, 0, value.path("key").asText(), null, null,
                    "ro", value.path("unit").asText(null)));
            offset += bits;
        }
        Frame frame = new Frame("values", "Values", Math.max(1, offset), ByteOrder.LITTLE_ENDIAN, List.of(), fields);
        ProcessDataLayout layout = new ProcessDataLayout("thing-" + vendor + "-" + device, KIND, name, List.of(),
                List.of(frame), List.of());
        return new ReadDescription(KIND, new ReadDescription.Identity(vendor, device, List.of(), List.of()),
                new ReadDescription.Product("Maker " + vendor, name, null),
                new ReadDescription.Edition("1", thing.path("version").asText(), null, null, null),
                files.main().name(), Hashes.sha256Hex(content), content.length, thing.toString(), null, layout,
                List.of(), parameters,
                List.of(new PackageFile(FileRole.MAIN, files.main().name(), null, "application/json", content)));
    }

    private static JsonNode parse(byte[] content) {
        try {
            JsonNode thing = JSON.readTree(content);
            if (thing.path("maker").isIntegralNumber() && thing.path("model").isIntegralNumber()) {
                return thing;
            }
            throw new DescriptionException("thing-identity-missing", 1, 0, "A thing needs 'maker' and 'model'.");
        } catch (IOException e) {
            throw new DescriptionException("not-json", 1, 0, "This is not JSON.");
        }
    }

    @Override
    public OpenDescription open(StoredContent content) {
        return language -> parse(content.mainFile()).toString();
    }

    @Override
    public RegistrationMembers registration() {
        return new RegistrationMembers("thing", "maker", "model", "variant", MAX_NUMBER, MAX_NUMBER);
    }

    @Override
    public Comparator<Release> age() {
        return Release.BY_DOCUMENT;
    }
}
