package io.greenstack.api.twin.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.twin.model.ReportReader.Report;
import io.greenstack.api.twin.model.ReportReader.TimeSource;

/** What holds for every twin, whatever is done to it; from seeded random operations, so a failure can be repeated. */
class TwinPropertiesTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int STEPS = 400;

    static Set<String> leaves(ObjectNode document) {
        Set<String> leaves = new TreeSet<>();
        if (!document.isEmpty()) {
            Pointers.leaves(document, "", (pointer, value) -> leaves.add(pointer));
        }
        return leaves;
    }

    private static ObjectNode patch(Random random, int depth) {
        ObjectNode patch = JSON.objectNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            patch.set("abcd/~".substring(random.nextInt(6)).substring(0, 1), value(random, depth));
        }
        return patch;
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(random.nextInt(3));
            case 2 -> JSON.numberNode((double) random.nextInt(3));
            case 3 -> JSON.booleanNode(random.nextBoolean());
            case 4 -> JSON.arrayNode().add(random.nextInt(2));
            case 5 -> JSON.textNode("x");
            default -> patch(random, depth - 1);
        };
    }

    private static Change step(Twin twin, Random random, boolean settle, long now) {
        return switch (random.nextInt(12)) {
            case 0 -> twin.delete(now);
            case 1, 2, 3, 4 -> twin.desire(patch(random, 2), "user:x", now, settle);
            case 11 -> twin.report(new Report(patch(random, 2), java.util.List.of(), null, now - random.nextInt(40),
                    TimeSource.values()[random.nextInt(3)], true), settle);
            case 5 -> twin.report(new Report(JSON.objectNode(), java.util.List.of(new Report.RejectedLeaf(
                    leaves(twin.desired().values()).stream().findAny().orElse("/a"), "no", null)), null, now,
                    TimeSource.ARRIVAL),
                    settle);
            case 6 -> twin.report(new Report(twin.delta(), java.util.List.of(), null, now, TimeSource.ARRIVAL), settle);
            default -> twin.report(new Report(patch(random, 2), java.util.List.of(), null, now - random.nextInt(9),
                    TimeSource.values()[random.nextInt(3)]), settle);
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void holdForRandomOperations(long seed) {
        Random random = new Random(seed);
        boolean settle = seed % 2 == 1;
        Twin twin = Twin.none();
        for (int i = 0; i < STEPS; i++) {
            Change change = step(twin, random, settle, 1_000 + i);
            Twin next = change.twin();
            assertThat(next.version()).isEqualTo(change.effective() ? twin.version() + 1 : twin.version());
            assertThat(change.effective()).isEqualTo(next != twin);
            check(twin, next, settle);
            twin = next;
        }
        Twin done = twin.report(new Report(twin.delta(), java.util.List.of(), null, 9_999, TimeSource.ARRIVAL), settle)
                .twin();
        assertThat(done.delta()).as("a device that does all that is wanted leaves no delta").isEmpty();
    }

    private static void check(Twin before, Twin after, boolean settle) {
        assertThat(after.desired().meta().keySet()).isEqualTo(leaves(after.desired().values()));
        assertThat(after.reported().meta().keySet()).isEqualTo(leaves(after.reported().values()));
        assertThat(after.desired().meta().keySet()).containsAll(after.rejections().keySet());
        assertThat(after.deltaVersion()).isLessThanOrEqualTo(after.version());
        boolean sameDelta = JsonValues.same(before.delta(), after.delta());
        boolean sameDesired = JsonValues.same(before.desired().values(), after.desired().values());
        if (!after.deleted()) {
            assertThat(after.deltaVersion() == before.deltaVersion()).isEqualTo(sameDelta);
            assertThat(after.desiredVersion() == before.desiredVersion()).isEqualTo(sameDesired);
        }
        Set<String> wanted = leaves(after.desired().values());
        Set<String> open = leaves(after.delta());
        assertThat(wanted).containsAll(open);
        if (settle) {
            open.addAll(after.rejections().keySet());
            assertThat(open).as("desired is what is open or rejected, nothing else").isEqualTo(wanted);
        }
    }
}
