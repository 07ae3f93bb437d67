package io.greenstack.descriptions.eds.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.greenstack.descriptions.eds.EdsFixtures;
import io.greenstack.descriptions.eds.layout.SizeRange;
import io.greenstack.descriptions.eds.model.ConnectionWord;
import io.greenstack.descriptions.eds.model.ConnectionWord.ConnectionType;
import io.greenstack.descriptions.eds.model.ConnectionWord.Priority;
import io.greenstack.descriptions.eds.model.ConnectionWord.RealTimeFormat;
import io.greenstack.descriptions.eds.model.EdsConnection.TransportWord;
import io.greenstack.descriptions.eds.model.EdsConnection.TransportWord.ApplicationType;
import io.greenstack.descriptions.eds.model.EdsConnection.TransportWord.Trigger;
import io.greenstack.descriptions.eds.model.EdsIndex;
import io.greenstack.descriptions.eds.model.EdsPath;
import io.greenstack.descriptions.eds.model.PathSegment;
import io.greenstack.descriptions.eds.model.PathSegment.Kind;
import io.greenstack.descriptions.eds.reader.EdsReader;

class RecipeCompilerTest {

    private final RecipeCompiler sample = new RecipeCompiler(EdsReader.read(EdsFixtures.sample()).model());

    @Test
    void readsTheBitsOfTheTransportWord() {
        TransportWord word = new TransportWord(0x88070003L);

        assertThat(word.transportClasses()).containsExactly(0, 1);
        assertThat(word.triggers()).containsExactly(Trigger.CYCLIC, Trigger.CHANGE_OF_STATE, Trigger.APPLICATION);
        assertThat(word.applicationType()).isEqualTo(ApplicationType.REDUNDANT_OWNER);
        assertThat(word.server()).isTrue();
        assertThat(new TransportWord(0).applicationType()).isNull();
    }

    @Test
    void readsTheBitsOfTheConnectionParametersWord() {
        ConnectionWord word = new ConnectionWord(0x4264530AL);

        assertThat(word.fixedSize(true)).isFalse();
        assertThat(word.variableSize(true)).isTrue();
        assertThat(word.variableSize(false)).isTrue();
        assertThat(word.format(true)).isEqualTo(RealTimeFormat.HEARTBEAT);
        assertThat(word.format(false)).isEqualTo(RealTimeFormat.SAFETY);
        assertThat(word.types(true)).containsExactly(ConnectionType.POINT_TO_POINT);
        assertThat(word.types(false)).containsExactly(ConnectionType.MULTICAST, ConnectionType.POINT_TO_POINT);
        assertThat(word.priorities(true)).containsExactly(Priority.HIGH);
        assertThat(word.priorities(false)).containsExactly(Priority.SCHEDULED);
    }

    @Test
    void saysEverythingAboutTheExclusiveOwnerConnection() {
        ConnectionRecipe recipe = sample.recipe(1).orElseThrow();

        assertThat(recipe.target().electronicKey()).isEqualTo("34 04 FF FF 2B 00 E9 03 01 02");
        assertThat(recipe.transport().service()).isEqualTo(0x54);
        assertThat(recipe.transport().classAndTrigger()).isEqualTo(1);
        assertThat(recipe.originatorToTarget().instance()).isEqualTo(101);
        assertThat(recipe.originatorToTarget().connectionSize()).as("data + sequence count + header")
                .isEqualTo(4 + 2 + 4);
        assertThat(recipe.originatorToTarget().networkParameters()).isEqualTo(0x480A);
        assertThat(recipe.targetToOriginator().instance()).isEqualTo(100);
        assertThat(recipe.targetToOriginator().connectionSize()).isEqualTo(28 + 2);
        assertThat(recipe.targetToOriginator().rpi()).isEqualTo(new SizeRange(2_000L, 3_200_000L, 20_000L, "Param1"));
        assertThat(recipe.configuration().instance()).isEqualTo(110);
        assertThat(recipe.configuration().hex()).isEqualTo("00 00 0F 00 00 00 00 3F");
        assertThat(recipe.configuration().values()).hasSize(4).first().satisfies(value -> {
            assertThat(value.parameter()).isEqualTo("Param30");
            assertThat(value.label()).isEqualTo("As the arrow");
        });
        assertThat(recipe.path().hex()).isEqualTo("20 04 24 6E 2C 65 2C 64");
        assertThat(recipe.path().withConfiguration())
                .isEqualTo("20 04 24 6E 2C 65 2C 64 80 04 00 00 0F 00 00 00 00 3F");
        assertThat(recipe.path().segments()).containsExactly(new PathSegment(Kind.CLASS, 4, ""),
                new PathSegment(Kind.INSTANCE, 110, ""), new PathSegment(Kind.CONNECTION_POINT, 101, ""),
                new PathSegment(Kind.CONNECTION_POINT, 100, ""));
        assertThat(recipe.safety()).isFalse();
        assertThat(sample.recipe(99)).isEmpty();
    }

    @Test
    void saysEverythingAboutTheInputOnlyConnection() {
        ConnectionRecipe recipe = sample.recipe(2).orElseThrow();

        assertThat(recipe.transport().applicationType()).isEqualTo(ApplicationType.INPUT_ONLY);
        assertThat(recipe.originatorToTarget().realTimeFormat()).isEqualTo(RealTimeFormat.HEARTBEAT);
        assertThat(recipe.originatorToTarget().connectionSize()).isEqualTo(2);
        assertThat(recipe.originatorToTarget().instance()).isEqualTo(192);
        assertThat(recipe.configuration().octets()).isZero();
        assertThat(recipe.notes()).contains("O-to-T: heartbeat without data.");
    }

    @Test
    void listenersUseMulticast() {
        ConnectionRecipe recipe = new RecipeCompiler(EdsFixtures.model("""
                [Connection Manager]
                Connection1 = 0x01010002, 0x44640305, , 0, , , 600, , , , , , "L", "", "20 04 24 01 2C C0 2C 64";
                """)).recipe(1).orElseThrow();

        assertThat(recipe.targetToOriginator().type()).isEqualTo(ConnectionType.MULTICAST);
        assertThat(recipe.transport().service()).isEqualTo(0x5B);
        assertThat(recipe.targetToOriginator().networkParameters()).isEqualTo(0x2800_0000L | 602);
        assertThat(recipe.originatorToTarget().networkParameters()).isEqualTo(0x4800_0000L | 2);
    }

    @Test
    void readsPaddedAndPackedPathsAndAllSegments() {
        EdsIndex index = new EdsIndex(EdsFixtures.model(""));

        assertThat(segments(index, "21 00 73 03 24 01")).containsExactly(new PathSegment(Kind.CLASS, 0x373, ""),
                new PathSegment(Kind.INSTANCE, 1, ""));
        assertThat(segments(index, "21 04 00 25 02 00 30 03")).as("packed").containsExactly(
                new PathSegment(Kind.CLASS, 4, ""), new PathSegment(Kind.INSTANCE, 2, ""),
                new PathSegment(Kind.ATTRIBUTE, 3, ""));
        assertThat(segments(index, "01 02 34 04 01 00 0C 00 14 00 82 06 20 04 24 01 80 01 AA BB")).containsExactly(
                new PathSegment(Kind.PORT, 1, "2"), new PathSegment(Kind.KEY, -1, "04 01 00 0C 00 14 00 82 06"),
                new PathSegment(Kind.CLASS, 4, ""), new PathSegment(Kind.INSTANCE, 1, ""),
                new PathSegment(Kind.DATA, -1, "AA BB"));
        assertThat(segments(index, "91 03 54 61 67 00")).containsExactly(new PathSegment(Kind.SYMBOL, -1, "Tag"));
        assertThat(EdsPath.parse("20 04 24").resolve(index).complete()).isFalse();
        assertThat(EdsPath.parse("20 04 24 [Param99]").resolve(index).complete()).isFalse();
        assertThat(EdsPath.parse("01 SLOT 20 04").keywords()).containsExactly("SLOT");
        assertThat(EdsPath.parse("20 zz!").malformed()).isTrue();
    }

    private static java.util.List<PathSegment> segments(EdsIndex index, String path) {
        return EdsPath.parse(path).resolve(index).segments();
    }
}
