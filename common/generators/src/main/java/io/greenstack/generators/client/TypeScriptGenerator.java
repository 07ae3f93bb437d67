package io.greenstack.generators.client;

import java.util.Map;
import java.util.stream.Collectors;

import io.greenstack.core.processdata.ScalarType;
import io.greenstack.generators.Blueprint;
import io.greenstack.generators.GeneratedFile;
import io.greenstack.generators.Generator;
import io.greenstack.generators.Json;
import io.greenstack.generators.Measured;
import io.greenstack.generators.Template;

/** A class in TypeScript with the values of a device as types. */
public final class TypeScriptGenerator implements Generator {

    private static final Template CLIENT = Template.of("client.ts");

    @Override
    public About about() {
        return new About("typescript", "TypeScript client",
                "A class without packages for browsers and Node.js, with the values of the device as types.");
    }

    @Override
    public GeneratedFile generate(Blueprint blueprint) {
        String members = blueprint.values().stream().map(TypeScriptGenerator::member)
                .collect(Collectors.joining("\n"));
        String text = CLIENT.fill(Map.of("title", Shell.comment(blueprint.title()), "members", members, "device",
                Json.literal(Shell.device(blueprint)), "api", Json.literal(blueprint.site().apiUrl())));
        return new GeneratedFile(blueprint.slug() + ".ts", "text/x-typescript", text);
    }

    private static String member(Blueprint.Value value) {
        Measured measured = Measured.of(value);
        String type = measured.textual() ? "string" : value.field().type() == ScalarType.BOOLEAN ? "boolean" : "number";
        String unit = measured.unit() == null ? "" : ", " + measured.unit();
        return "    /** " + Shell.comment(value.title() + unit).replace("*/", "* /") + " */\n    "
                + Json.literal(value.key()) + ": " + type + ";";
    }
}
