package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/** Rules and dashboards name only what exists, and are the same wherever they stand. {@link MetricsIT} asks the services. */
class ObservabilityTest {

    private static final Pattern ALERT = Pattern.compile("(?m)^ *- alert: (\\w+)$");
    private static final Pattern RUNBOOK = Pattern.compile("runbook: (docs/[a-z]+\\.md)#([a-z0-9-]+)");

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void anExpressionIsTakenApart() {
        PromQl parts = PromQl
                .of("sum by (service, le) (rate(a_total{job=\"x{y\",uri!~\".*z\"}[5m] offset 10m)) > 3 and b_c");

        assertThat(parts.metrics()).containsOnlyKeys("a_total", "b_c").containsEntry("a_total", Set.of("job", "uri"));
        assertThat(parts.grouping()).containsExactly("le", "service");
    }

    @Test
    void everyMetricAndLabelIsKnown() throws IOException {
        KnownMetrics known = KnownMetrics.read();
        Map<String, List<String>> wrong = new TreeMap<>();
        Observability.expressions().forEach((where, expression) -> {
            List<String> faults = known.faults(expression);
            if (!faults.isEmpty()) {
                wrong.put(where, faults);
            }
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void noMetricIsListedThatNobodyUses() throws IOException {
        Set<String> used = new HashSet<>();
        Observability.expressions().values().forEach(expression -> used.addAll(expression.metrics().keySet()));

        assertThat(KnownMetrics.read().names()).allSatisfy(name -> assertThat(used).contains(name));
    }

    @Test
    void everyAlertIsTestedAndHasARunbook() {
        String rules = Observability.text(Observability.RULES);
        String tests = Observability.text(Observability.RULES.resolveSibling("rules_test.yml"));
        Set<String> alerts = all(ALERT, rules);
        assertThat(alerts).hasSizeGreaterThan(20).allSatisfy(alert -> assertThat(tests)
                .contains("name: " + alert + " fires").contains("name: " + alert + " keeps quiet"));

        Matcher runbook = RUNBOOK.matcher(rules);
        List<String> found = new ArrayList<>();
        while (runbook.find()) {
            String anchor = runbook.group(2);
            found.add(anchor);
            assertThat(Observability.text(Observability.ROOT.resolve(runbook.group(1))).lines()
                    .filter(line -> line.startsWith("## ")).map(ObservabilityTest::anchor))
                    .as(runbook.group(1)).contains(anchor);
        }
        assertThat(found).hasSameSizeAs(alerts);
    }

    private static String anchor(String heading) {
        return heading.replaceFirst("#+ ", "").toLowerCase().replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }

    @Test
    void kubernetesHasTheSameRules() {
        String rules = Observability.text(Observability.RULES);
        String groups = rules.substring(rules.indexOf("groups:\n"));
        String resource = Observability
                .text(Observability.ROOT.resolve("deploy/kubernetes/components/metrics/rules.yaml"));

        assertThat(resource.substring(resource.indexOf("spec:\n") + "spec:\n".length()))
                .isEqualTo(groups.replaceAll("(?m)^(?=.)", "  "));
    }

    @Test
    void dashboardsAreWhole() throws IOException {
        String sources = Observability.text(Observability.ROOT
                .resolve("deploy/compose/grafana/provisioning/datasources/greenstack.yml"));
        Set<String> uids = new HashSet<>();
        for (Map.Entry<String, JsonNode> dashboard : Observability.dashboards().entrySet()) {
            JsonNode content = dashboard.getValue();
            assertThat(uids.add(content.path("uid").asText())).as(dashboard.getKey()).isTrue();
            assertThat(content.path("title").asText()).as(dashboard.getKey()).isNotBlank();
            Set<String> cells = new HashSet<>();
            Set<Integer> ids = new HashSet<>();
            for (JsonNode panel : content.path("panels")) {
                String name = dashboard.getKey() + ": " + panel.path("title").asText();
                assertThat(ids.add(panel.path("id").asInt())).as(name).isTrue();
                assertThat(panel.path("description").asText()).as(name).isNotBlank();
                assertThat(sources).as(name).contains("uid: " + panel.at("/datasource/uid").asText());
                occupy(name, panel.path("gridPos"), cells);
            }
            assertThat(Observability.targets(content)).as(dashboard.getKey()).isNotEmpty().allSatisfy(target -> {
                assertThat(target.path("expr").asText() + target.path("query").asText()).isNotBlank();
                assertThat(sources).contains("uid: " + target.at("/datasource/uid").asText());
            });
        }
    }

    /** No two panels lie on each other, and none leaves the 24 columns. */
    private static void occupy(String name, JsonNode position, Set<String> cells) {
        int right = position.path("x").asInt() + position.path("w").asInt();
        assertThat(right).as(name).isLessThanOrEqualTo(24);
        for (int x = position.path("x").asInt(); x < right; x++) {
            for (int y = 0; y < position.path("h").asInt(); y++) {
                assertThat(cells.add(x + "," + (position.path("y").asInt() + y))).as(name).isTrue();
            }
        }
    }
}
