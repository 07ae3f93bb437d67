package io.greenstack.generators.client;

import java.util.List;
import java.util.Map;

import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.Frame;
import io.greenstack.generators.Blueprint;
import io.greenstack.generators.GeneratedFile;
import io.greenstack.generators.Generator;
import io.greenstack.generators.Template;

/** A shell script of requests with curl. */
public final class CurlGenerator implements Generator {

    private static final Template SCRIPT = Template.of("client.sh");

    @Override
    public About about() {
        return new About("curl", "curl script",
                "The requests for values, history, events and decoding, to try at a prompt.");
    }

    @Override
    public GeneratedFile generate(Blueprint blueprint) {
        List<Blueprint.Value> values = blueprint.values();
        String key = values.isEmpty() ? "value" : values.get(0).key();
        List<Frame> frames = blueprint.layout().frames(Direction.IN);
        String text = SCRIPT.fill(Map.of("title", Shell.comment(blueprint.title()), "api",
                Shell.quoted(blueprint.site().apiUrl()), "device", Shell.quoted(Shell.device(blueprint)), "key", key,
                "parameter", Shell.quoted("parameter=" + key), "description",
                String.valueOf(blueprint.origin().descriptionId()), "hex",
                frames.isEmpty() ? "00" : "00".repeat(frames.get(0).octets())));
        return new GeneratedFile(blueprint.slug() + ".sh", "text/x-shellscript", text);
    }
}
