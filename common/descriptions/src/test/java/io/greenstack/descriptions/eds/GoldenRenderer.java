package io.greenstack.descriptions.eds;

import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.eds.layout.EdsLayoutCompiler;
import io.greenstack.descriptions.eds.layout.SizeRange;
import io.greenstack.descriptions.eds.model.EdsDevice;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.recipe.ConnectionRecipe;
import io.greenstack.descriptions.eds.recipe.RecipeCompiler;

/** Renders what the golden files hold: figures and field keys of one connection, no texts of vendors. */
final class GoldenRenderer {

    private final ObjectMapper mapper = new ObjectMapper();
    private final EdsFile file;

    GoldenRenderer(EdsFile file) {
        this.file = file;
    }

    ObjectNode render(int connection) {
        ObjectNode golden = mapper.createObjectNode();
        EdsDevice device = file.device();
        golden.putArray("identity").add(device.vendorCode()).add(device.productType())
                .add(device.productCode().intValue()).add(device.revision().toString());
        golden.putObject("counts").put("parameters", file.parameters().size()).put("enums", file.enums().size())
                .put("groups", file.groups().size()).put("assemblies", file.assemblies().size())
                .put("connections", file.connections().size());
        ProcessDataLayout layout = new EdsLayoutCompiler(file).connection("golden", connection).orElseThrow().layout();
        for (Direction direction : Direction.values()) {
            ArrayNode frames = golden.putArray(direction.token());
            layout.frames(direction).forEach(frame -> frames.add(frame(frame)));
        }
        golden.set("recipe", recipe(new RecipeCompiler(file).recipe(connection).orElseThrow()));
        return golden;
    }

    private ObjectNode frame(Frame frame) {
        ObjectNode node = mapper.createObjectNode().put("id", frame.id()).put("octets", frame.octets());
        ArrayNode fields = node.putArray("fields");
        List<Field> all = frame.fields();
        for (int i = 0; i < all.size();) {
            int run = 1;
            while (i + run < all.size() && continues(all.get(i), all.get(i + run), run)) {
                run++;
            }
            fields.add(text(all.get(i)) + (run > 1 ? " times " + run : ""));
            i += run;
        }
        return node;
    }

    /** True if a field is one more of the same kind right behind the others. */
    private static boolean continues(Field first, Field next, int index) {
        return next.name().equals(first.name()) && next.bitOffset() == first.bitOffset() + index * first.bitLength()
                && text(next).substring(text(next).indexOf(' ', next.key().length() + 1))
                        .equals(text(first).substring(text(first).indexOf(' ', first.key().length() + 1)));
    }

    private static String text(Field field) {
        String unit = field.scalings().isEmpty() ? null : field.scalings().get(0).unit();
        return field.key() + " " + field.bitOffset() + " " + field.bitLength() + " " + field.type()
                + (field.encoding() == null ? "" : " " + field.encoding())
                + (field.labels().isEmpty() ? "" : " labels=" + field.labels().size())
                + (unit == null ? "" : " unit=" + unit) + (field.shown() ? "" : " hidden");
    }

    private ObjectNode recipe(ConnectionRecipe recipe) {
        ObjectNode node = mapper.createObjectNode();
        node.put("application", String.valueOf(recipe.transport().applicationType()));
        node.put("transport_class", recipe.transport().transportClass());
        node.put("service", String.format("0x%02X", recipe.transport().service()));
        node.put("key", recipe.target().electronicKey());
        node.set("o_t", data(recipe.originatorToTarget()));
        node.set("t_o", data(recipe.targetToOriginator()));
        ObjectNode configuration = node.putObject("configuration");
        configuration.put("instance", recipe.configuration().instance());
        configuration.put("octets", recipe.configuration().octets());
        if (recipe.configuration().octets() <= 64) {
            configuration.put("hex", recipe.configuration().hex());
        }
        node.put("path", recipe.path().hex());
        ArrayNode needed = node.putArray("needed");
        recipe.path().needed().forEach(needed::add);
        return node;
    }

    private ObjectNode data(ConnectionRecipe.Data data) {
        ObjectNode node = mapper.createObjectNode();
        node.put("instance", data.instance()).put("assembly", data.assembly());
        range(node.putArray("size"), data.size());
        node.put("format", data.realTimeFormat().name()).put("connection_size", data.connectionSize());
        node.put("types", names(data.types())).put("type", data.type().name()).put("priority", data.priority().name());
        range(node.putArray("rpi"), data.rpi());
        node.put("network_parameters", data.networkParameters() == null
                ? null
                : String.format("0x%04X", data.networkParameters()));
        return node;
    }

    private static String names(List<? extends Enum<?>> values) {
        return String.join(" ", values.stream().map(Enum::name).toList());
    }

    private static void range(ArrayNode node, SizeRange range) {
        node.add(range.minimum()).add(range.maximum()).add(range.defaultValue());
    }
}
