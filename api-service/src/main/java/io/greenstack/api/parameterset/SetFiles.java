package io.greenstack.api.parameterset;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.OpenDescriptions;
import io.greenstack.api.export.ParameterSet;
import io.greenstack.api.export.ParameterSet.SetValue;
import io.greenstack.api.export.ParameterSetService;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.table.TableFormat;
import io.greenstack.descriptions.ParameterSetting;

/** Reads files of parameter sets: JSON as it was exported, and tables that name parameters and values. */
@ApplicationScoped
class SetFiles {

    private static final int MOST_VALUES = 5_000;
    private static final int LONGEST_VALUE = 4_096;
    private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true).setTrim(true).setAllowMissingColumnNames(true).get();

    private final DescriptionService descriptions;
    private final OpenDescriptions open;
    private final Clock clock;

    SetFiles(DescriptionService descriptions, OpenDescriptions open, Clock clock) {
        this.descriptions = descriptions;
        this.open = open;
        this.clock = clock;
    }

    /** Names a value of a set: the parameter and its item. */
    static String key(String parameterId, int subindex) {
        return parameterId + "/" + subindex;
    }

    /**
     * Checks a set that somebody brought.
     *
     * @throws ApiException 400 when it is none
     */
    ParameterSet checked(ParameterSet given) {
        if (!ParameterSetService.FORMAT.equals(given.format())) {
            throw bad("set", "'format' has to be " + ParameterSetService.FORMAT);
        }
        if (given.kind() == null || given.parameters() == null) {
            throw bad("set", "'kind' and 'parameters' are needed");
        }
        List<SetValue> values = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (SetValue value : given.parameters()) {
            if (value == null || value.parameterId() == null || value.parameterId().isBlank()) {
                throw bad("set", "each of 'parameters' needs a parameter_id");
            }
            if (!seen.add(key(value.parameterId(), value.subindex()))) {
                throw bad("set", value.parameterId() + " stands there twice");
            }
            if (present(value.value())) {
                values.add(kept(value, value.value()));
            }
        }
        return of(known(given), given.kind(), given.vendorId(), given.vendorName(), given.deviceTypeId(),
                given.productName(), given.deviceId(), values);
    }

    /** The description that a set says it is of, 0 where this catalog has something else, or nothing, by that number. */
    private long known(ParameterSet given) {
        DescriptionSummary found = descriptions.summaries(List.of(given.descriptionId())).get(given.descriptionId());
        return found != null && found.kind().equals(given.kind()) && found.vendorId() == given.vendorId()
                && found.deviceId() == given.deviceTypeId() ? found.id() : 0;
    }

    /**
     * Reads a table: columns {@code parameter_id} and {@code value} are needed, {@code subindex} is for items. The names, types and units
     * come from the description.
     *
     * @throws ApiException 400 when it is none, 404 when there is no such description
     */
    ParameterSet table(String csv, long descriptionId) {
        DescriptionSummary summary = descriptions.summary(descriptionId, null);
        Map<String, ParameterSetting> settings = settings(summary);
        Map<String, SetValue> values = new HashMap<>();
        List<SetValue> inOrder = new ArrayList<>();
        try (CSVParser rows = CSVParser.parse(new StringReader(csv.startsWith("\uFEFF") ? csv.substring(1) : csv),
                CSV)) {
            if (!rows.getHeaderNames().containsAll(List.of("parameter_id", "value"))) {
                throw bad("csv",
                        "the first line has to name the columns parameter_id and value, with commas between them");
            }
            for (CSVRecord row : rows) {
                SetValue value = value(row, settings);
                if (value != null) {
                    if (values.put(key(value.parameterId(), value.subindex()), value) != null) {
                        throw bad("csv", "line " + rows.getCurrentLineNumber() + ": " + value.parameterId()
                                + " stands there twice");
                    }
                    inOrder.add(value);
                }
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw bad("csv", "it is no table of comma-separated values: " + e.getMessage());
        }
        return of(summary.id(), summary.kind(), summary.vendorId(), summary.vendorName(), summary.deviceId(),
                summary.productName(), null, inOrder);
    }

    private static SetValue value(CSVRecord row, Map<String, ParameterSetting> settings) {
        String id = row.get("parameter_id");
        String text = row.isSet("value") ? TableFormat.unguarded(row.get("value")) : "";
        if (id.isEmpty() || text.isEmpty()) {
            return null;
        }
        String item = row.isMapped("subindex") && row.isSet("subindex") ? row.get("subindex") : "";
        if (!item.isEmpty() && !item.matches("[0-9]{1,3}")) {
            throw bad("csv", "record " + row.getRecordNumber() + ": '" + item + "' is no subindex");
        }
        int subindex = item.isEmpty() ? 0 : Integer.parseInt(item);
        ParameterSetting setting = settings.get(key(id, subindex));
        JsonNode value = setting != null && String.valueOf(setting.dataType()).matches(".*(String|Time).*")
                ? JsonNodeFactory.instance.textNode(text)
                : ParameterSetService.text(text);
        return setting == null
                ? kept(new SetValue(id, null, id, null, subindex, null, null, null, null, null, null, null, null),
                        value)
                : kept(new SetValue(setting.name(), setting.item(), id, setting.index(), subindex, setting.dataType(),
                        setting.accessRights(), setting.unit(), null, null, null, null, setting.defaultValue()), value);
    }

    /** What the parameters of a description are, by their keys. */
    Map<String, ParameterSetting> settings(DescriptionSummary summary) {
        Map<String, ParameterSetting> settings = new HashMap<>();
        open.of(summary).settings(null)
                .forEach(setting -> settings.put(key(setting.id(), setting.subindex()), setting));
        return settings;
    }

    /** The values that a device reported, out of all that is known of it. */
    ParameterSet asFound(ParameterSet known) {
        List<SetValue> values = known.parameters().stream().filter(value -> present(value.reportedValue()))
                .map(value -> kept(value, value.reportedValue())).toList();
        return of(known.descriptionId(), known.kind(), known.vendorId(), known.vendorName(), known.deviceTypeId(),
                known.productName(), known.deviceId(), values);
    }

    private ParameterSet of(long description, String kind, long vendor, String vendorName, long type, String product,
            String device, List<SetValue> values) {
        if (values.size() > MOST_VALUES) {
            throw new ApiException(422, "set-too-large", "The set has more than " + MOST_VALUES + " values.");
        }
        return new ParameterSet(ParameterSetService.FORMAT, description, kind, vendor, vendorName, type, product,
                device,
                clock.instant(), values);
    }

    private static SetValue kept(SetValue of, JsonNode value) {
        if (value.toString().length() > LONGEST_VALUE) {
            throw bad("set", "the value of " + of.parameterId() + " has more than " + LONGEST_VALUE + " characters");
        }
        return new SetValue(of.name() == null ? of.parameterId() : of.name(), of.item(), of.parameterId(), of.index(),
                of.subindex(), of.dataType(), of.accessRights(), of.unit(), value, null, null, null, of.defaultValue());
    }

    static boolean present(JsonNode value) {
        return value != null && !value.isNull() && !value.isMissingNode();
    }

    private static ApiException bad(String field, String why) {
        return ApiException.invalidParameter(field, why);
    }
}
