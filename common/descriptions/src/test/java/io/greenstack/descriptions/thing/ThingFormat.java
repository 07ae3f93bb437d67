package io.greenstack.descriptions.thing;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.greenstack.core.processdata.ByteOrder;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.LayoutException;
import io.greenstack.core.processdata.ProcessDataDecoder;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.core.processdata.ScalarType;
import io.greenstack.core.processdata.Scaling;
import io.greenstack.core.processdata.ScalingSource;
import io.greenstack.descriptions.DescriptionException;
import io.greenstack.descriptions.DescriptionFormat;
import io.greenstack.descriptions.DescriptionFormat.SortedFiles;
import io.greenstack.descriptions.DescriptionPackage;
import io.greenstack.descriptions.FileRole;
import io.greenstack.descriptions.Finding;
import io.greenstack.descriptions.OpenDescription;
import io.greenstack.descriptions.PackageFile;
import io.greenstack.descriptions.ParameterRow;
import io.greenstack.descriptions.ReadDescription;
import io.greenstack.descriptions.RegistrationMembers;
import io.greenstack.descriptions.Release;
import io.greenstack.descriptions.Severity;
import io.greenstack.descriptions.StoredContent;
import io.greenstack.descriptions.archive.ArchiveEntry;
import io.greenstack.descriptions.archive.Hashes;

/**
 * A third format, to prove that it needs nothing but its package and its place in the list of formats: thing descriptions as
 * JSON, in the manner of the W3C, whose properties say where they lie in the octets of a device.
 *
 * <pre>
 * {"@context":"https://www.w3.org/2022/wot/td/v1.1","title":"Level meter","thing_vendor":{"id":70000,"name":"ACME"},
 *  "thing_model":{"id":7,"name":"LM-1"},"version":{"instance":"1.2"},"modified":"2026-01-31",
 *  "properties":{"level":{"title":"Level","type":"integer","octet":0,"octets":2,"multiple_of":0.1,"unit":"mm"}},
 *  "events":{"overflow":{"code":1,"title":"Overflow","description":"Close the valve."}}}
 * </pre>
 */
public final class ThingFormat implements DescriptionFormat {

    /** Its name as it is stored. */
    public static final String KIND = "THING";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String EXTENSION = ".td.json";
    private static final String CONTEXT = "w3.org/2022/wot/td";
    private static final int LOOK_AT = 512;
    private static final int OCTET = 8;

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
        return new String(content, 0, Math.min(content.length, LOOK_AT), StandardCharsets.UTF_8).contains(CONTEXT);
    }

    @Override
    public boolean isMain(String lowerName, Set<String> folder) {
        return lowerName.endsWith(EXTENSION);
    }

    @Override
    public SortedFiles sort(List<ArchiveEntry> files) {
        List<DescriptionPackage> packages = files.stream().filter(file -> sniff(file.name(), file.content()))
                .map(file -> DescriptionPackage.of(KIND, file)).toList();
        return new SortedFiles(packages, List.of(),
                files.stream().filter(file -> !sniff(file.name(), file.content())).toList());
    }

    @Override
    public ReadDescription read(DescriptionPackage files) {
        byte[] content = files.main().content();
        JsonNode thing = tree(content);
        JsonNode vendor = thing.path("thing_vendor");
        JsonNode model = thing.path("thing_model");
        if (!vendor.path("id").canConvertToLong() || !model.path("id").canConvertToLong()) {
            throw new DescriptionException("thing-identity-missing", 0, 0,
                    "Without the ids of 'thing_vendor' and 'thing_model' no device can be matched to the file.");
        }
        List<Finding> findings = new ArrayList<>();
        return new ReadDescription(KIND,
                new ReadDescription.Identity(vendor.path("id").longValue(), model.path("id").longValue(), List.of(),
                        List.of(model.path("name").asText())),
                new ReadDescription.Product(vendor.path("name").asText(null), thing.path("title").asText(), null),
                new ReadDescription.Edition("1.1", thing.path("version").path("instance").asText(null), null, null,
                        thing.has("modified") ? LocalDate.parse(thing.path("modified").asText()) : null),
                files.main().name(), Hashes.sha256Hex(content), content.length, thing.toString(), null,
                layout(thing, findings), findings, rows(thing),
                List.of(new PackageFile(FileRole.MAIN, files.main().name(), null, "application/td+json", content)));
    }

    private static ProcessDataLayout layout(JsonNode thing, List<Finding> findings) {
        List<Field> fields = new ArrayList<>();
        int octets = 0;
        for (Map.Entry<String, JsonNode> property : thing.path("properties").properties()) {
            JsonNode facts = property.getValue();
            if (facts.has("octet")) {
                int length = facts.path("octets").asInt(1);
                octets = Math.max(octets, facts.path("octet").intValue() + length);
                fields.add(field(property.getKey(), facts, length));
            } else {
                findings.add(new Finding(Severity.INFO, "no-octets", 0, "properties/" + property.getKey(),
                        "The property is not part of the process data."));
            }
        }
        List<Frame> frames = fields.isEmpty()
                ? List.of()
                : List.of(new Frame("properties", "", octets * OCTET, ByteOrder.LITTLE_ENDIAN, List.of(), fields));
        ProcessDataLayout layout = new ProcessDataLayout("thing-" + thing.path("thing_model").path("id").asText(),
                KIND, thing.path("title").asText(), List.of(), frames, List.of());
        try {
            ProcessDataDecoder.of(layout);
        } catch (LayoutException e) {
            throw new DescriptionException("thing-bad-octets", 0, 0, e.getMessage());
        }
        return layout;
    }

    private static Field field(String name, JsonNode facts, int length) {
        ScalarType type = switch (facts.path("type").asText()) {
            case "boolean" -> ScalarType.BOOLEAN;
            case "number" -> ScalarType.FLOAT32;
            case "integer" -> ScalarType.INTEGER;
            default -> throw new DescriptionException("thing-bad-type", 0, 0,
                    "The type of the property " + name + " is not known.");
        };
        List<Scaling> scalings = facts.has("unit") || facts.has("multiple_of")
                ? List.of(new Scaling(List.of(),
                        facts.has("multiple_of") ? facts.path("multiple_of").decimalValue() : BigDecimal.ONE,
                        BigDecimal.ZERO, null, facts.path("unit").asText(null), null, ScalingSource.NONE))
                : List.of();
        return new Field(name.toLowerCase(Locale.ROOT), facts.path("title").asText(name), 0, -1,
                facts.path("octet").intValue() * OCTET, type == ScalarType.BOOLEAN ? 1 : length * OCTET, type, null,
                scalings, List.of(), List.of(), List.of(), true);
    }

    private static List<ParameterRow> rows(JsonNode thing) {
        List<ParameterRow> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : thing.path("properties").properties()) {
            JsonNode facts = property.getValue();
            rows.add(new ParameterRow(property.getKey(), null, 0, facts.path("title").asText(property.getKey()),
                    facts.path("description").asText(null), facts.path("type").asText(null),
                    facts.path("readOnly").booleanValue() ? "ro" : "rw", facts.path("unit").asText(null)));
        }
        return rows;
    }

    static JsonNode tree(byte[] content) {
        try {
            return JSON.readTree(content);
        } catch (IOException e) {
            throw new DescriptionException("thing-malformed", 0, 0, "This is not JSON: " + e.getMessage());
        }
    }

    @Override
    public OpenDescription open(StoredContent content) {
        return new OpenThing(tree(content.mainFile()));
    }

    @Override
    public RegistrationMembers registration() {
        return new RegistrationMembers("thing", "vendor", "model", "model_name", Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public Comparator<Release> age() {
        return Release.BY_DOCUMENT;
    }
}
