package io.greenstack.api.twin.model;

import static io.greenstack.api.twin.model.Json.object;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.greenstack.api.twin.model.SectionMerge.MergeRules;
import io.greenstack.api.twin.model.Twin.Section;

/** The test cases of RFC 7396, appendix A, that have an object as document and patch. */
class MergePatchTest {

    private static final LeafMeta FIRST = new LeafMeta(1, "user:a", 1);
    private static final LeafMeta SECOND = new LeafMeta(2, "user:b", 2);

    private static Section merge(Section base, String patch, LeafMeta stamp) {
        return SectionMerge.apply(base, object(patch), MergeRules.plain(stamp)).section();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{'a':'b'}            | {'a':'c'}                      | {'a':'c'}",
            "{'a':'b'}            | {'b':'c'}                      | {'a':'b','b':'c'}",
            "{'a':'b'}            | {'a':null}                     | {}",
            "{'a':'b','b':'c'}    | {'a':null}                     | {'b':'c'}",
            "{'a':['b']}          | {'a':'c'}                      | {'a':'c'}",
            "{'a':'c'}            | {'a':['b']}                    | {'a':['b']}",
            "{'a':{'b':'c'}}      | {'a':{'b':'d','c':null}}       | {'a':{'b':'d'}}",
            "{'a':[{'b':'c'}]}    | {'a':[1]}                      | {'a':[1]}",
            "{'a':'foo'}          | {'a':{'b':{'c':null,'d':1}}}   | {'a':{'b':{'d':1}}}",
            "{}                   | {'a':{'bb':{'ccc':null}}}      | {'a':{'bb':{}}}",
            "{'a':{'b':1}}        | {'a':{'b':null}}               | {'a':{}}",
            "{'a':{}}             | {'a':{'b':1}}                  | {'a':{'b':1}}"})
    void followsTheStandard(String document, String patch, String result) {
        Section base = merge(Section.empty(), document, FIRST);
        assertThat(base.values()).isEqualTo(object(document));

        Section merged = merge(base, patch, SECOND);

        assertThat(merged.values()).isEqualTo(object(result));
        assertThat(merged.meta().keySet()).isEqualTo(TwinPropertiesTest.leaves(merged.values()));
        assertThat(base.values()).as("the document before is untouched").isEqualTo(object(document));
    }

    @Test
    void onlyWhatChangesGetsNewMetadata() {
        Section base = merge(Section.empty(), "{'a':1,'b':{'c':2,'d':3}}", FIRST);

        Section merged = merge(base, "{'a':1.0,'b':{'d':4}}", SECOND);

        assertThat(merged.meta()).containsEntry("/a", FIRST).containsEntry("/b/c", FIRST).containsEntry("/b/d", SECOND);
        assertThat(merge(base, "{'a':1,'b':{'c':2.0}}", SECOND)).isSameAs(base);
    }

    @Test
    void numbersAreComparedByValueAndNothingElseIsNumeric() {
        assertThat(JsonValues.same(object("{'a':[1,{'b':1e2}]}"), object("{'a':[1.0,{'b':100}]}"))).isTrue();
        assertThat(JsonValues.same(object("{'a':1}"), object("{'a':'1'}"))).isFalse();
        assertThat(JsonValues.same(object("{'a':1}"), object("{'a':true}"))).isFalse();
        assertThat(JsonValues.same(object("{'a':9007199254740993}"), object("{'a':9007199254740992}"))).isFalse();
        assertThat(JsonValues.same(object("{'a':0.1}"), object("{'a':0.10000000000000001}"))).isTrue();
    }
}
