package io.greenstack.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The rules and dashboards of the repository. */
final class Observability {

    static final Path ROOT = Path.of(System.getProperty("greenstack.root", "../.."));
    static final Path RULES = ROOT.resolve("deploy/compose/prometheus/rules.yml");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Observability() {}

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each dashboard by the name of its file. */
    static Map<String, JsonNode> dashboards() throws IOException {
        Map<String, JsonNode> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(ROOT.resolve("deploy/compose/grafana/dashboards"))) {
            for (Path file : files.toList()) {
                found.put(file.getFileName().toString(), JSON.readTree(file.toFile()));
            }
        }
        return found;
    }

    /** Every PromQL expression, with where it stands. */
    static Map<String, PromQl> expressions() throws IOException {
        Map<String, PromQl> all = new TreeMap<>();
        List<String> rules = PromQl.ofRules(text(RULES));
        rules.forEach(rule -> all.put("rules.yml: " + rule.strip(), PromQl.of(rule)));
        for (Map.Entry<String, JsonNode> dashboard : dashboards().entrySet()) {
            for (JsonNode target : targets(dashboard.getValue())) {
                if (target.at("/datasource/type").asText().equals("prometheus")) {
                    String expression = target.path("expr").asText();
                    all.put(dashboard.getKey() + ": " + expression, PromQl.of(expression));
                }
            }
        }
        return all;
    }

    static List<JsonNode> targets(JsonNode dashboard) {
        List<JsonNode> targets = new ArrayList<>();
        dashboard.path("panels").forEach(panel -> panel.path("targets").forEach(targets::add));
        return targets;
    }
}
