package io.greenstack.descriptions.eds.recipe;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.eds.layout.SizeRange;

/**
 * A Node-RED flow to import, for the nodes of {@code @serafintech/node-red-contrib-eip-io}: a scanner, the connection,
 * one node that receives the input data and a function that makes named values of it, and one node for each output that
 * has whole octets or is a single bit.
 */
public final class NodeRedSnippet {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int MAX_OUTPUTS = 64;
    private static final String DECODE = """
            const data = msg.payload;
            if (!Buffer.isBuffer(data)) { return null; }
            let bits = 0n;
            for (let i = data.length - 1; i >= 0; i--) { bits = (bits << 8n) | BigInt(data[i]); }
            const values = {};
            for (const [key, at, size, kind, gradient, offset, unit] of fields) {
                if (at + size > 8 * data.length) { continue; }
                const raw = BigInt.asUintN(size, bits >> BigInt(at));
                if (kind === "bool") { values[key] = raw !== 0n; continue; }
                if (kind === "octets" || kind.startsWith("string")) {
                    const octets = data.subarray(at / 8, (at + size) / 8);
                    if (kind === "octets") { values[key] = octets.toString("hex"); continue; }
                    const head = Number(kind.slice(-1));
                    const length = octets.readUIntLE(0, head);
                    values[key] = octets.subarray(head, head + length).toString("latin1");
                    continue;
                }
                let value;
                if (kind === "real") {
                    const view = Buffer.alloc(8);
                    view.writeBigUInt64LE(raw);
                    value = size === 32 ? view.readFloatLE(0) : view.readDoubleLE(0);
                } else {
                    value = Number(kind === "int" ? BigInt.asIntN(size, raw) : raw);
                }
                if (gradient !== 1 || offset !== 0) { value = Number((value * gradient + offset).toPrecision(15)); }
                values[key] = value;
            }
            msg.payload = values;
            return msg;
            """;

    private final ConnectionRecipe recipe;
    private final StringWriter text = new StringWriter();
    private final JsonGenerator json;
    private final String seed;

    private NodeRedSnippet(ConnectionRecipe recipe) throws IOException {
        this.recipe = recipe;
        this.json = JSON.createGenerator(text).useDefaultPrettyPrinter();
        this.seed = recipe.target().vendorCode() + "/" + recipe.target().productCode() + "/" + recipe.keyword() + "/";
    }

    /**
     * The flow as JSON.
     *
     * @param recipe recipe of the connection
     * @param layout layout of the connection, null if its data is not described
     * @param host address of the device
     */
    public static String of(ConnectionRecipe recipe, ProcessDataLayout layout, String host) {
        try {
            return new NodeRedSnippet(recipe).flow(layout, host);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String flow(ProcessDataLayout layout, String host) throws IOException {
        List<Frame> in = SnippetText.in(layout);
        List<Frame> out = SnippetText.out(layout);
        int inOctets = SnippetText.octets(recipe.targetToOriginator(), in);
        int outOctets = SnippetText.octets(recipe.originatorToTarget(), out);
        json.writeStartArray();
        node("tab", "tab");
        json.writeStringField("label", SnippetText.oneLine(recipe.name()));
        json.writeEndObject();
        node("scanner", "eip-io scanner");
        json.writeStringField("name", "Scanner");
        json.writeStringField("ipaddress", "0.0.0.0");
        json.writeEndObject();
        connection(host, inOctets, outOctets);
        if (inOctets > 0) {
            input(inOctets, in);
        }
        if (!out.isEmpty()) {
            outputs(out.get(0));
        }
        json.writeEndArray();
        json.close();
        return text.toString();
    }

    private void connection(String host, int inOctets, int outOctets) throws IOException {
        node("connection", "eip-io connection");
        json.writeStringField("name", SnippetText.oneLine(recipe.name()));
        json.writeStringField("scanner", id("scanner"));
        json.writeStringField("ipaddress", host);
        json.writeNumberField("rpi", rpiMilliseconds());
        Long configuration = recipe.configuration().instance();
        json.writeNumberField("assconfig", configuration == null ? 0 : configuration);
        json.writeNumberField("sizeconfig", recipe.configuration().octets());
        json.writeNumberField("assinput", instance(recipe.targetToOriginator()));
        json.writeNumberField("sizeinput", inOctets);
        json.writeNumberField("assoutput", instance(recipe.originatorToTarget()));
        json.writeNumberField("sizeoutput", outOctets);
        json.writeStringField("edsfile", "");
        json.writeStringField("connection", "");
        json.writeArrayFieldStart("connections");
        json.writeEndArray();
        configurationData();
        json.writeEndObject();
    }

    /** One row with all octets, as the node wants it: the value is a JSON array in a string. */
    private void configurationData() throws IOException {
        json.writeArrayFieldStart("configdata");
        if (recipe.configuration().octets() > 0) {
            StringBuilder octets = new StringBuilder("[");
            for (String hex : recipe.configuration().hex().split(" ")) {
                octets.append(octets.length() > 1 ? "," : "").append(Integer.parseInt(hex, 16));
            }
            json.writeStartObject();
            json.writeStringField("size", String.valueOf(recipe.configuration().octets()));
            json.writeStringField("value", octets.append("]").toString());
            json.writeStringField("desc", "Configuration");
            json.writeStringField("type", "209");
            json.writeStringField("decimals", "0");
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void input(int octets, List<Frame> in) throws IOException {
        ioNode("input", "eip-io in", "Inputs", 120);
        json.writeNumberField("byteOffset", 0);
        json.writeNumberField("bitOffset", 0);
        json.writeNumberField("bitSize", octets * 8);
        json.writeNumberField("updateRate", Math.max(10, rpiMilliseconds()));
        json.writeBooleanField("bigEndian", false);
        json.writeStringField("dataType", "Buffer");
        json.writeNumberField("decimals", 0);
        wires("decode");
        node("decode", "function");
        json.writeStringField("z", id("tab"));
        json.writeStringField("name", "Named values");
        json.writeStringField("func", "// key, bit offset, bits, kind, gradient, offset, unit\nconst fields = [\n    "
                + String.join(",\n    ", SnippetText.rows(in)) + "\n];\n" + DECODE);
        json.writeNumberField("outputs", 1);
        json.writeNumberField("x", 330);
        json.writeNumberField("y", 80);
        wires("debug");
        node("debug", "debug");
        json.writeStringField("z", id("tab"));
        json.writeStringField("name", "Values");
        json.writeBooleanField("active", true);
        json.writeStringField("complete", "payload");
        json.writeNumberField("x", 530);
        json.writeNumberField("y", 80);
        json.writeArrayFieldStart("wires");
        json.writeEndArray();
        json.writeEndObject();
    }

    private void outputs(Frame frame) throws IOException {
        int count = 0;
        for (Field field : frame.fields()) {
            String type = outputType(field);
            if (field.shown() && type != null && count < MAX_OUTPUTS) {
                ioNode("out " + field.key(), "eip-io out", field.name(), 160 + 40 * count);
                json.writeNumberField("byteOffset", field.bitOffset() / 8);
                json.writeNumberField("bitOffset", field.bitOffset() % 8);
                json.writeStringField("dataType", type);
                json.writeBooleanField("bigEndian", false);
                json.writeNumberField("decimals", 0);
                wires(null);
                count++;
            }
        }
    }

    private static String outputType(Field field) {
        if (field.bitLength() == 1) {
            return "Bit";
        }
        if (field.bitOffset() % 8 != 0) {
            return null;
        }
        String width = switch (field.bitLength()) {
            case 8 -> "8";
            case 16 -> "16";
            case 32 -> "32";
            default -> null;
        };
        if (width == null) {
            return null;
        }
        return switch (field.type()) {
            case UINTEGER -> "UInt" + width;
            case INTEGER -> "Int" + width;
            case FLOAT32 -> "Float";
            default -> null;
        };
    }

    private void ioNode(String name, String type, String label, int y) throws IOException {
        node(name, type);
        json.writeStringField("z", id("tab"));
        json.writeStringField("name", SnippetText.oneLine(label));
        json.writeStringField("conn", id("connection"));
        json.writeNumberField("x", 120);
        json.writeNumberField("y", y == 120 ? 80 : y);
    }

    private void wires(String to) throws IOException {
        json.writeArrayFieldStart("wires");
        json.writeStartArray();
        if (to != null) {
            json.writeString(id(to));
        }
        json.writeEndArray();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void node(String name, String type) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id(name));
        json.writeStringField("type", type);
    }

    /** Always the same id for the same node, so that a newer flow replaces the older one. */
    private String id(String name) {
        return UUID.nameUUIDFromBytes((seed + name).getBytes(StandardCharsets.UTF_8)).toString().replace("-", "")
                .substring(0, 16);
    }

    private long rpiMilliseconds() {
        SizeRange rpi = recipe.targetToOriginator().rpi().isNone()
                ? recipe.originatorToTarget().rpi()
                : recipe.targetToOriginator().rpi();
        Long micros = rpi.defaultValue() != null ? rpi.defaultValue() : rpi.minimum();
        return micros == null || micros <= 0 ? 50 : Math.max(1, micros / 1_000);
    }

    private static long instance(ConnectionRecipe.Data data) {
        return data.instance() == null ? 0 : data.instance();
    }
}
