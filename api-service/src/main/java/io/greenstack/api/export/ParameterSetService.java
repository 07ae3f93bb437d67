package io.greenstack.api.export;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.OpenDescriptions;
import io.greenstack.api.device.DeviceService;
import io.greenstack.api.export.ParameterSet.SetValue;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.LanguageQuery;
import io.greenstack.api.table.Table;
import io.greenstack.api.twin.TwinValues;
import io.greenstack.api.twin.TwinValues.Values;
import io.greenstack.descriptions.OpenDescription;
import io.greenstack.descriptions.ParameterSetting;

/** Parameter sets: the defaults of a description, or the values of a device. What can only be written is no part of one. */
@ApplicationScoped
public class ParameterSetService {

    /** What a file of a set says it is. */
    public static final String FORMAT = "greenstack-parameter-set-1";
    private static final String WRITE_ONLY = "wo";
    private static final String READ_WRITE = "rw";
    private static final Values NONE = new Values(JsonNodeFactory.instance.objectNode(),
            JsonNodeFactory.instance.objectNode());
    private static final List<String> COLUMNS = List.of("name", "item", "parameter_id", "index", "subindex",
            "data_type", "access_rights", "unit", "value", "source", "desired_value", "reported_value",
            "default_value");

    private final DescriptionService descriptions;
    private final OpenDescriptions open;
    private final DeviceService devices;
    private final TwinValues twins;
    private final ExportService exports;
    private final Clock clock;

    ParameterSetService(DescriptionService descriptions, OpenDescriptions open, DeviceService devices,
            TwinValues twins, ExportService exports, Clock clock) {
        this.descriptions = descriptions;
        this.open = open;
        this.devices = devices;
        this.twins = twins;
        this.exports = exports;
        this.clock = clock;
    }

    /**
     * The defaults of a description.
     *
     * @param writable true for what can be written only
     * @throws ApiException 404 when there is none
     */
    public ParameterSet ofDescription(long id, boolean writable, LanguageQuery language) {
        return set(descriptions.summary(id, null), null, NONE, writable, language);
    }

    /**
     * The values of a device.
     *
     * @throws ApiException 404 when there is none, 409 when it is bound to no description
     */
    public ParameterSet ofDevice(String deviceId, boolean writable, LanguageQuery language) {
        devices.require(deviceId);
        long id = devices.boundDescription(deviceId).orElseThrow(() -> ApiException.conflict("no-description",
                "Device " + deviceId + " is bound to no description yet; import its file or bind it."));
        return set(descriptions.summary(id, null), deviceId, twins.of(deviceId), writable, language);
    }

    private ParameterSet set(DescriptionSummary summary, String deviceId, Values values, boolean writable,
            LanguageQuery language) {
        OpenDescription description = open.of(summary);
        String wanted = language.wanted().isEmpty() ? null : language.best(description.languages());
        List<SetValue> parameters = description.settings(wanted).stream()
                .filter(each -> writable
                        ? READ_WRITE.equals(each.accessRights())
                        : !WRITE_ONLY.equals(each.accessRights()))
                .map(each -> value(each, values)).toList();
        exports.checkRows(parameters.size());
        return new ParameterSet(FORMAT, summary.id(), summary.kind(), summary.vendorId(), summary.vendorName(),
                summary.deviceId(), summary.productName(), deviceId, clock.instant(), parameters);
    }

    private static SetValue value(ParameterSetting setting, Values values) {
        JsonNode desired = find(setting, values.desired());
        JsonNode reported = find(setting, values.reported());
        JsonNode value = reported != null ? reported : desired != null ? desired : text(setting.defaultValue());
        String source = reported != null ? "reported" : desired != null ? "desired" : value == null ? null : "default";
        return new SetValue(setting.name(), setting.item(), setting.id(), setting.index(), setting.subindex(),
                setting.dataType(), setting.accessRights(), setting.unit(), value, source, desired, reported,
                setting.defaultValue());
    }

    /** Wanted values are stored by id and subindex; what a device reports may have other names for them. */
    private static JsonNode find(ParameterSetting setting, ObjectNode values) {
        JsonNode whole = first(values, setting.id(),
                setting.index() == null ? null : setting.index().toString(), setting.name());
        if (whole == null || setting.item() == null) {
            return whole;
        }
        return whole.isObject()
                ? first((ObjectNode) whole, Integer.toString(setting.subindex()), setting.item())
                : null;
    }

    private static JsonNode first(ObjectNode values, String... names) {
        for (String name : names) {
            if (name != null && values.hasNonNull(name)) {
                return values.get(name);
            }
        }
        return null;
    }

    /** Defaults are texts in the file; a number is told as such. */
    public static JsonNode text(String text) {
        if (text == null) {
            return null;
        }
        if (text.equals("true") || text.equals("false")) {
            return JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(text));
        }
        return text.matches("-?(0|[1-9]\\d{0,17})(\\.\\d{1,17})?")
                ? JsonNodeFactory.instance.numberNode(new BigDecimal(text))
                : JsonNodeFactory.instance.textNode(text);
    }

    /** The set as a table. */
    static Table table(ParameterSet set) {
        String name = (set.deviceId() == null ? set.productName() : set.deviceId()) + " parameter set";
        return new Table(name, COLUMNS, set.parameters().stream().map(each -> Arrays.<Object>asList(each.name(),
                each.item(), each.parameterId(), each.index(), each.subindex(), each.dataType(), each.accessRights(),
                each.unit(), plain(each.value()), each.source(), plain(each.desiredValue()),
                plain(each.reportedValue()), each.defaultValue())).toList());
    }

    private static Object plain(JsonNode node) {
        if (node == null) {
            return null;
        }
        if (node.isNumber()) {
            return node.decimalValue();
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.isTextual() ? node.textValue() : node.toString();
    }
}
