package io.greenstack.api.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.OpenDescriptions;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.LanguageQuery;
import io.greenstack.api.table.Table;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.Label;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.core.processdata.Scaling;
import io.greenstack.core.processdata.SpecialValue;
import io.greenstack.core.processdata.ValueRange;
import io.greenstack.descriptions.EventBook.EventText;
import io.greenstack.descriptions.OpenDescription;
import io.greenstack.descriptions.ParameterLine;

/** Tables of what descriptions say. */
@ApplicationScoped
class ExportService {

    private static final List<String> WHOSE = List.of("description_id", "vendor", "product");
    private static final List<String> PARAMETERS = List.of("parameter_index", "parameter_id", "name", "data_type",
            "access_rights", "default", "min", "max", "unit", "description");
    private static final List<String> FIELDS = List.of("direction", "frame", "condition", "key", "name", "subindex",
            "data_type", "bit_offset", "bit_length", "gradient", "offset", "unit", "ranges", "values",
            "special_values");
    private static final List<String> EVENTS = List.of("code", "code_hex", "type", "name", "description", "source");

    private final DescriptionService descriptions;
    private final OpenDescriptions open;
    private final int maxRows;

    ExportService(DescriptionService descriptions, OpenDescriptions open, ExportSettings settings) {
        this.descriptions = descriptions;
        this.open = open;
        this.maxRows = settings.maxRows();
    }

    /**
     * Refuses a table that is too long, before it is written.
     *
     * @throws ApiException 422 with the bound
     */
    void checkRows(long rows) {
        if (rows > maxRows) {
            throw new ApiException(422, "export-too-large", "The table would have more than " + maxRows
                    + " rows; choose fewer descriptions, or have greenstack.export.max-rows raised.");
        }
    }

    /** What a table of a description shows. */
    enum Content {
        /** Parameters. */
        PARAMETERS,
        /** Items of the process data. */
        PROCESS_DATA,
        /** Events and their texts. */
        EVENTS
    }

    /**
     * A table of one description.
     *
     * @throws io.greenstack.api.platform.ApiException 404 when there is none
     */
    Table of(long id, Content content, LanguageQuery language) {
        DescriptionSummary summary = descriptions.summary(id, null);
        List<List<Object>> rows = rows(summary, content, language);
        checkRows(rows.size());
        return new Table(summary.productName() + " " + token(content), columns(content), rows);
    }

    /** One table of several descriptions; each row tells whose it is. Ids that there are not are left out. */
    Table of(List<Long> ids, Content content, LanguageQuery language) {
        List<String> columns = new ArrayList<>(WHOSE);
        columns.addAll(columns(content));
        List<List<Object>> rows = new ArrayList<>();
        Collection<DescriptionSummary> summaries = descriptions.summaries(ids).values();
        if (content == Content.PARAMETERS) {
            checkParameters(summaries);
        }
        for (DescriptionSummary summary : summaries) {
            for (List<Object> row : rows(summary, content, language)) {
                List<Object> whole = new ArrayList<>(columns.size());
                whole.add(summary.id());
                whole.add(summary.vendorName());
                whole.add(summary.productName());
                whole.addAll(row);
                rows.add(whole);
            }
            checkRows(rows.size());
        }
        return new Table("descriptions " + token(content), columns, rows);
    }

    /** The same for the parameters of some descriptions, before any is read. */
    void checkParameters(Collection<DescriptionSummary> summaries) {
        checkRows(summaries.stream().mapToLong(DescriptionSummary::parameterCount).sum());
    }

    static String token(Content content) {
        return content.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> columns(Content content) {
        return switch (content) {
            case PARAMETERS -> PARAMETERS;
            case PROCESS_DATA -> FIELDS;
            case EVENTS -> EVENTS;
        };
    }

    private List<List<Object>> rows(DescriptionSummary summary, Content content, LanguageQuery language) {
        OpenDescription description = open.of(summary);
        String wanted = language.wanted().isEmpty() ? null : language.best(description.languages());
        return switch (content) {
            case PARAMETERS -> description.parameterLines(wanted).stream().map(ExportService::row).toList();
            case PROCESS_DATA -> fields(descriptions.layout(summary.id()));
            case EVENTS -> description.events().all(wanted).stream().map(ExportService::row).toList();
        };
    }

    private static List<Object> row(ParameterLine line) {
        return values(line.index(), line.id(), line.name(), line.dataType(), line.accessRights(), line.defaultValue(),
                line.minimum(), line.maximum(), line.unit(), line.description());
    }

    private static List<Object> row(EventText event) {
        return values(event.code(), "0x%04X".formatted(event.code()), event.type(), event.name(), event.description(),
                event.standard() ? "standard" : "description");
    }

    private static List<List<Object>> fields(ProcessDataLayout layout) {
        List<List<Object>> rows = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            for (Frame frame : layout.frames(direction)) {
                String condition = String.join(" and ", frame.when().stream().map(each -> each.variableId()
                        + (each.subindex() == 0 ? "" : "/" + each.subindex()) + " = " + each.value()).toList());
                frame.fields().forEach(field -> rows.add(row(direction, frame, condition, field)));
            }
        }
        return rows;
    }

    private static List<Object> row(Direction direction, Frame frame, String condition, Field field) {
        Scaling scaling = field.scalings().isEmpty() ? Scaling.IDENTITY : field.scalings().get(0);
        return values(direction.token(), frame.id(), condition.isEmpty() ? null : condition,
                direction.parameter(field.key()), field.name(), field.subindex(),
                field.type().name().toLowerCase(Locale.ROOT), field.bitOffset(), field.bitLength(),
                scaling.gradient(), scaling.offset(), scaling.unit(), joined(field.ranges(), ExportService::text),
                joined(field.labels(), ExportService::text), joined(field.specials(), ExportService::text));
    }

    private static String text(ValueRange range) {
        return range.lower().toPlainString() + ".." + range.upper().toPlainString()
                + (range.name() == null ? "" : " " + range.name());
    }

    private static String text(Label label) {
        return label.value().toPlainString() + " = " + label.text();
    }

    private static String text(SpecialValue special) {
        return special.value().toPlainString() + " = " + special.text();
    }

    private static <T> String joined(List<T> items, Function<T, String> text) {
        return items.isEmpty() ? null : String.join("; ", items.stream().map(text).toList());
    }

    private static List<Object> values(Object... values) {
        return Arrays.asList(values);
    }
}
