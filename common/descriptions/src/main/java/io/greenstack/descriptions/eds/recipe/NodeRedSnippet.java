package io.greenstack.descriptions.eds.recipe;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

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

    private static final int MAX_OUTPUTS = 64;
    private static final String DECODE = SnippetText.resource("node-red-decode.js");

    private final ConnectionRecipe recipe;
    private final ArrayNode flow = JsonNodeFactory.instance.arrayNode();
    private final String seed;

    private NodeRedSnippet(ConnectionRecipe recipe) {
        this.recipe = recipe;
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
        return new NodeRedSnippet(recipe).flow(layout, host);
    }

    private String flow(ProcessDataLayout layout, String host) {
        List<Frame> in = SnippetText.in(layout);
        List<Frame> out = SnippetText.out(layout);
        int inOctets = SnippetText.octets(recipe.targetToOriginator(), in);
        node("tab", "tab").put("label", SnippetText.oneLine(recipe.name()));
        node("scanner", "eip-io scanner").put("name", "Scanner").put("ipaddress", "0.0.0.0");
        connection(host, inOctets, SnippetText.octets(recipe.originatorToTarget(), out));
        if (inOctets > 0) {
            input(inOctets, in);
        }
        if (!out.isEmpty()) {
            outputs(out.get(0));
        }
        return flow.toPrettyString();
    }

    private void connection(String host, int inOctets, int outOctets) {
        ObjectNode node = node("connection", "eip-io connection").put("name", SnippetText.oneLine(recipe.name()))
                .put("scanner", id("scanner")).put("ipaddress", host).put("rpi", rpiMilliseconds());
        Long configuration = recipe.configuration().instance();
        node.put("assconfig", configuration == null ? 0 : configuration)
                .put("sizeconfig", recipe.configuration().octets())
                .put("assinput", instance(recipe.targetToOriginator())).put("sizeinput", inOctets)
                .put("assoutput", instance(recipe.originatorToTarget())).put("sizeoutput", outOctets)
                .put("edsfile", "").put("connection", "").putArray("connections");
        ArrayNode data = node.putArray("configdata");
        if (recipe.configuration().octets() > 0) {
            // One row with all octets, as the node wants it: the value is a JSON array in a string.
            String octets = Stream.of(recipe.configuration().hex().split(" ")).map(hex -> Integer.parseInt(hex, 16))
                    .map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
            data.addObject().put("size", String.valueOf(recipe.configuration().octets())).put("value", octets)
                    .put("desc", "Configuration").put("type", "209").put("decimals", "0");
        }
    }

    private void input(int octets, List<Frame> in) {
        wires(ioNode("input", "eip-io in", "Inputs", 80).put("byteOffset", 0).put("bitOffset", 0)
                .put("bitSize", octets * 8).put("updateRate", Math.max(10, rpiMilliseconds())).put("bigEndian", false)
                .put("dataType", "Buffer").put("decimals", 0), "decode");
        wires(node("decode", "function").put("z", id("tab")).put("name", "Named values")
                .put("func", "// key, bit offset, bits, kind, gradient, offset, unit\nconst fields = [\n    "
                        + String.join(",\n    ", SnippetText.rows(in)) + "\n];\n" + DECODE)
                .put("outputs", 1).put("x", 330).put("y", 80), "debug");
        node("debug", "debug").put("z", id("tab")).put("name", "Values").put("active", true)
                .put("complete", "payload").put("x", 530).put("y", 80).putArray("wires");
    }

    private void outputs(Frame frame) {
        int count = 0;
        for (Field field : frame.fields()) {
            String type = outputType(field);
            if (field.shown() && type != null && count < MAX_OUTPUTS) {
                wires(ioNode("out " + field.key(), "eip-io out", field.name(), 160 + 40 * count)
                        .put("byteOffset", field.bitOffset() / 8).put("bitOffset", field.bitOffset() % 8)
                        .put("dataType", type).put("bigEndian", false).put("decimals", 0), null);
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

    private ObjectNode ioNode(String name, String type, String label, int y) {
        return node(name, type).put("z", id("tab")).put("name", SnippetText.oneLine(label))
                .put("conn", id("connection")).put("x", 120).put("y", y);
    }

    private void wires(ObjectNode node, String to) {
        ArrayNode first = node.putArray("wires").addArray();
        if (to != null) {
            first.add(id(to));
        }
    }

    private ObjectNode node(String name, String type) {
        return flow.addObject().put("id", id(name)).put("type", type);
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
