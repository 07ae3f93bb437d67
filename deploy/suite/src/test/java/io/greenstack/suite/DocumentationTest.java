package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the pages say of this repository is true: links, paths, packages, classes and settings exist. */
class DocumentationTest {

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?:;])\\s+|\\n\\n");
    private static final int MOST_WORDS = 45;
    /** Decisions also name what was tried and left. */
    private static final String DECISIONS = "docs/adr/0";

    private static final Pages PAGES = new Pages();

    @TestFactory
    List<DynamicTest> whatPagesNameExists() {
        return PAGES.all().stream().map(page -> DynamicTest.dynamicTest(PAGES.name(page), () -> {
            List<String> wrong = new ArrayList<>(PAGES.brokenLinks(page));
            if (!PAGES.name(page).startsWith(DECISIONS)) {
                wrong.addAll(PAGES.missingNames(page));
            }
            assertThat(wrong).as("named in %s, but not there", PAGES.name(page)).isEmpty();
        })).toList();
    }

    @TestFactory
    List<DynamicTest> sentencesAreShort() {
        return PAGES.all().stream().map(page -> DynamicTest.dynamicTest(PAGES.name(page), () -> {
            List<String> tooLong = new ArrayList<>();
            for (String sentence : SENTENCE_END.split(PAGES.prose(page))) {
                if (sentence.trim().split("\\s+").length > MOST_WORDS) {
                    tooLong.add(sentence.trim());
                }
            }
            assertThat(tooLong).as("sentences of more than %d words in %s", MOST_WORDS, PAGES.name(page)).isEmpty();
        })).toList();
    }

    @Test
    void theReadmeIsShortAndNamesBothCommands() {
        assertThat(PAGES.text("README.md").lines().count()).isLessThanOrEqualTo(200);
        assertThat(PAGES.text("README.md")).contains("./mvnw -Prun").contains("./mvnw verify");
    }

    @Test
    void everyDecisionIsInTheIndex() {
        String index = PAGES.text("docs/adr/README.md");
        assertThat(PAGES.all().stream().map(PAGES::name).filter(name -> name.startsWith(DECISIONS)).toList())
                .isNotEmpty().filteredOn(name -> !index.contains('(' + name.substring(name.lastIndexOf('/') + 1) + ')'))
                .isEmpty();
    }

    /** Every reason of a dead letter is explained, and every Redis key is listed. */
    @Test
    void thePageOfTopicsIsComplete() {
        String page = PAGES.text("docs/topics.md");
        String reasons = PAGES.text("common/core/src/main/java/io/greenstack/core/message/RejectReason.java");
        String keys = PAGES.text("common/platform/src/main/java/io/greenstack/platform/redis/RedisKeys.java");
        assertThat(literals(reasons)).isNotEmpty().filteredOn(reason -> !page.contains('`' + reason + '`')).isEmpty();
        assertThat(literals(keys)).isNotEmpty().filteredOn(key -> !page.contains(key)).isEmpty();
    }

    private static List<String> literals(String source) {
        return Pattern.compile("\"([a-z:-]{2,})\"").matcher(source).results().map(found -> found.group(1)).toList();
    }

    /** Both ways: what the sources read is in the tables with its default, and what the tables name is read. */
    @Test
    void theConfigurationPageIsComplete() {
        SettingsInSources sources = new SettingsInSources(PAGES.root());
        String page = PAGES.text("docs/configuration.md");
        compare(rows(page, "Environment variables"), sources.variables());
        compare(rows(page, "All other keys"), sources.otherKeys());
        compare(rows(page, "Variables of `docker compose`"), sources.composeVariables());
    }

    private static void compare(List<String> documented, List<String> read) {
        List<String> missing = new ArrayList<>(read);
        missing.removeAll(documented);
        List<String> wrong = new ArrayList<>(documented);
        wrong.removeAll(read);
        assertThat(missing).as("read by the sources, and not with this default in docs/configuration.md").isEmpty();
        assertThat(wrong).as("in docs/configuration.md, and not with this default in the sources").isEmpty();
    }

    /** Name and default of each row of the table below a heading; a default that is not in code style counts as none. */
    private static List<String> rows(String page, String heading) {
        String section = page.substring(page.indexOf("## " + heading));
        int end = section.indexOf("\n## ");
        Matcher row = Pattern.compile("(?m)^\\| `([^`]+)` \\| (?:[^`|]*?`([^`]*)`)?").matcher(
                end < 0 ? section : section.substring(0, end));
        List<String> rows = new ArrayList<>();
        while (row.find()) {
            rows.add(row.group(1) + " = " + (row.group(2) == null ? "none" : row.group(2)));
        }
        return rows;
    }
}
