package io.greenstack.core.processdata;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonParser;

/** Reads layouts; the counterpart of {@link LayoutWriter}. One instance per layout. */
final class LayoutReader {

    private static final Pattern KIND = Pattern.compile("[A-Z][A-Z0-9_-]{0,31}");

    private final JsonFields json;
    private int fields;

    LayoutReader(JsonParser parser) {
        this.json = new JsonFields(parser);
    }

    ProcessDataLayout layout() throws IOException {
        var read = new Object() {
            String id;
            String kind;
            String product;
            List<LayoutParameter> parameters;
            List<Frame> in;
            List<Frame> out;
        };
        json.object("A layout", name -> {
            switch (name) {
                case "version" -> version(json.integer());
                case "layout_id" -> read.id = json.text();
                case "kind" -> read.kind = kind();
                case "product" -> read.product = json.text();
                case "parameters" -> read.parameters = json.list(LayoutLimits.PARAMETERS, this::parameter);
                case "in" -> read.in = json.list(LayoutLimits.FRAMES, this::frame);
                case "out" -> read.out = json.list(LayoutLimits.FRAMES, this::frame);
                default -> json.skip();
            }
        });
        return new ProcessDataLayout(json.required(read.id, "layout_id"), json.required(read.kind, "kind"),
                read.product, read.parameters, read.in, read.out);
    }

    /** Any format may have made the layout; its name has capitals only, as it is stored. */
    private String kind() throws IOException {
        String kind = json.text().toUpperCase(Locale.ROOT);
        if (!KIND.matcher(kind).matches()) {
            throw json.wrong("kind is not known: " + kind.substring(0, Math.min(40, kind.length())));
        }
        return kind;
    }

    private void version(int version) {
        if (version < 1 || version > LayoutJson.VERSION) {
            throw json.wrong("Version " + version + " is not supported, only up to " + LayoutJson.VERSION);
        }
    }

    private LayoutParameter parameter() throws IOException {
        var read = new Object() {
            String variable;
            int subindex;
            Integer index;
            String name;
            Long defaultValue;
        };
        json.object("A parameter", name -> {
            switch (name) {
                case "variable" -> read.variable = json.text();
                case "subindex" -> read.subindex = json.integer();
                case "index" -> read.index = json.integer();
                case "name" -> read.name = json.text();
                case "default" -> read.defaultValue = json.whole();
                default -> json.skip();
            }
        });
        return new LayoutParameter(json.required(read.variable, "variable"), read.subindex, read.index, read.name,
                read.defaultValue);
    }

    private Frame frame() throws IOException {
        var read = new Object() {
            String id;
            String name;
            Integer bitLength;
            ByteOrder byteOrder;
            List<Condition> when;
            List<Field> fields;
        };
        json.object("A frame", name -> {
            switch (name) {
                case "id" -> read.id = json.text();
                case "name" -> read.name = json.text();
                case "bit_length" -> read.bitLength = json.integer();
                case "byte_order" -> read.byteOrder = json.token(ByteOrder.class);
                case "when" -> read.when = json.list(LayoutLimits.CONDITIONS, this::condition);
                case "fields" -> read.fields = json.list(LayoutLimits.FIELDS, this::field);
                default -> json.skip();
            }
        });
        return new Frame(json.required(read.id, "id"), read.name, json.required(read.bitLength, "bit_length"),
                json.required(read.byteOrder, "byte_order"), read.when, read.fields);
    }

    private Condition condition() throws IOException {
        var read = new Object() {
            String variable;
            int subindex;
            Long value;
        };
        json.object("A condition", name -> {
            switch (name) {
                case "variable" -> read.variable = json.text();
                case "subindex" -> read.subindex = json.integer();
                case "value" -> read.value = json.whole();
                default -> json.skip();
            }
        });
        return new Condition(json.required(read.variable, "variable"), read.subindex,
                json.required(read.value, "value"));
    }

    private Field field() throws IOException {
        if (++fields > LayoutLimits.TOTAL_FIELDS) {
            throw json.wrong("More than " + LayoutLimits.TOTAL_FIELDS + " fields");
        }
        var read = new Object() {
            String key;
            String name;
            int subindex;
            int element = -1;
            Integer bitOffset;
            Integer bitLength;
            ScalarType type;
            TextEncoding encoding;
            List<Scaling> scalings;
            List<Label> labels;
            List<SpecialValue> specials;
            List<ValueRange> ranges;
            boolean shown = true;
        };
        json.object("A field", name -> {
            switch (name) {
                case "key" -> read.key = json.text();
                case "name" -> read.name = json.text();
                case "subindex" -> read.subindex = json.integer();
                case "element" -> read.element = json.integer();
                case "bit_offset" -> read.bitOffset = json.integer();
                case "bit_length" -> read.bitLength = json.integer();
                case "type" -> read.type = json.token(ScalarType.class);
                case "encoding" -> read.encoding = json.token(TextEncoding.class);
                case "scalings" -> read.scalings = json.list(LayoutLimits.SCALINGS, this::scaling);
                case "labels" -> read.labels = json.list(LayoutLimits.ENTRIES, this::label);
                case "specials" -> read.specials = json.list(LayoutLimits.ENTRIES, this::special);
                case "ranges" -> read.ranges = json.list(LayoutLimits.ENTRIES, this::range);
                case "shown" -> read.shown = json.bool();
                default -> json.skip();
            }
        });
        return new Field(json.required(read.key, "key"), read.name, read.subindex, read.element,
                json.required(read.bitOffset, "bit_offset"), json.required(read.bitLength, "bit_length"),
                json.required(read.type, "type"), read.encoding, read.scalings, read.labels, read.specials,
                read.ranges, read.shown);
    }

    private Scaling scaling() throws IOException {
        var read = new Object() {
            List<Condition> when;
            BigDecimal gradient;
            BigDecimal offset;
            Integer unitCode;
            String unit;
            DisplayFormat displayFormat;
            ScalingSource source = ScalingSource.NONE;
        };
        json.object("A scaling", name -> {
            switch (name) {
                case "when" -> read.when = json.list(LayoutLimits.CONDITIONS, this::condition);
                case "gradient" -> read.gradient = json.decimal();
                case "offset" -> read.offset = json.decimal();
                case "unit_code" -> read.unitCode = json.integer();
                case "unit" -> read.unit = json.text();
                case "display_format" -> read.displayFormat = DisplayFormat.parse(json.text());
                case "source" -> read.source = json.token(ScalingSource.class);
                default -> json.skip();
            }
        });
        return new Scaling(read.when, read.gradient, read.offset, read.unitCode, read.unit, read.displayFormat,
                read.source);
    }

    private Label label() throws IOException {
        Entry entry = entry("A label");
        return new Label(json.required(entry.value, "value"), entry.text);
    }

    private SpecialValue special() throws IOException {
        Entry entry = entry("A special value");
        return new SpecialValue(json.required(entry.value, "value"), json.required(entry.status, "status"), entry.text);
    }

    private ValueRange range() throws IOException {
        Entry entry = entry("A range");
        return new ValueRange(json.required(entry.lower, "lower"), json.required(entry.upper, "upper"), entry.name);
    }

    /** What labels, special values and ranges consist of; they have no member in common that means different things. */
    private static final class Entry {
        private BigDecimal value;
        private BigDecimal lower;
        private BigDecimal upper;
        private String text;
        private String status;
        private String name;
    }

    private Entry entry(String what) throws IOException {
        Entry read = new Entry();
        json.object(what, name -> {
            switch (name) {
                case "value" -> read.value = json.decimal();
                case "lower" -> read.lower = json.decimal();
                case "upper" -> read.upper = json.decimal();
                case "text" -> read.text = json.text();
                case "status" -> read.status = json.text();
                case "name" -> read.name = json.text();
                default -> json.skip();
            }
        });
        return read;
    }
}
