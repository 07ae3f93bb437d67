package io.greenstack.api.twin.model;

import static io.greenstack.api.twin.model.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class TwinLimitsTest {

    private static final TwinLimits LIMITS = new TwinLimits(100, 3, 5);

    private static TwinLimitException shape(String patch) {
        return catchThrowableOfType(TwinLimitException.class, () -> LIMITS.checkShape(object(patch)));
    }

    private static Change desired(String patch) {
        return Twin.none().desire(object(patch), "user:a", 1, true);
    }

    @Test
    void depthIsRefusedWithThePlace() {
        assertThatCode(() -> LIMITS.checkShape(object("{'a':{'b':{'c':1}}}"))).doesNotThrowAnyException();
        assertThat(shape("{'a':{'b':[[1]]}}")).returns("too-deep", TwinLimitException::code)
                .returns("/a/b/0", TwinLimitException::field);
    }

    @Test
    void aPatchOfFarTooManyMembersIsRefusedBeforeItsMembersAreLookedAt() {
        StringBuilder members = new StringBuilder("{'':1");
        for (int i = 0; i < 100_000; i++) {
            members.append(",'k").append(i).append("':").append(i % 2 == 0 ? "null" : "1");
        }
        assertThat(shape(members.append('}').toString())).returns("payload-too-large", TwinLimitException::code);
        assertThatCode(() -> LIMITS.checkShape(object("{'a':null,'b':null,'c':{'d':1,'e':null}}")))
                .doesNotThrowAnyException();
    }

    @Test
    void namesAndValuesThatCannotBeStoredAreRefused() {
        assertThat(shape("{'a':{'':1}}")).returns("bad-name", TwinLimitException::code)
                .returns("/a", TwinLimitException::field);
        assertThat(shape("{'" + "x".repeat(257) + "':1}")).returns("bad-name", TwinLimitException::code);
        assertThat(shape("{'a':[1e999]}")).returns("bad-value", TwinLimitException::code)
                .returns("/a/0", TwinLimitException::field);
        assertThat(shape("{'a':'\\u0000'}")).returns("bad-value", TwinLimitException::code);
    }

    @Test
    void awsSizeSurpriseWhatCountsIsTheMergedDocumentAndTheErrorSaysSo() {
        assertThatCode(() -> LIMITS.checkSize(desired("{'a':'" + "x".repeat(92) + "'}"))).doesNotThrowAnyException();
        TwinLimitException large = catchThrowableOfType(TwinLimitException.class,
                () -> LIMITS.checkSize(desired("{'a':'" + "\u00e9".repeat(47) + "'}")));
        assertThat(large).returns("payload-too-large", TwinLimitException::code)
                .returns("desired", TwinLimitException::field);
        assertThat(catchThrowableOfType(TwinLimitException.class,
                () -> LIMITS.checkSize(desired("{'a':1,'b':1,'c':1,'d':1,'e':1,'f':1}"))))
                .returns("payload-too-large", TwinLimitException::code);
    }
}
