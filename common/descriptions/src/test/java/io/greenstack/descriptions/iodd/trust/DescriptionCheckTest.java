package io.greenstack.descriptions.iodd.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.greenstack.descriptions.Finding;
import io.greenstack.descriptions.Severity;
import io.greenstack.descriptions.iodd.IoddXml;
import io.greenstack.localstack.testing.Corpus;

class DescriptionCheckTest {

    private static final int LIMIT = 100;

    @Test
    void samplesAreSound() {
        assertThat(Corpus.samples()).allSatisfy(path -> assertThat(
                DescriptionCheck.of(IoddXml.read(Corpus.bytes(path)).model(), LIMIT)).as(path.toString()).isEmpty());
    }

    @Test
    void findsItemsThatOverlapOrLieOutside() {
        List<Finding> findings = check(IoddXml.v11().datatypes(
                """

                        <Datatype id='R' xsi:type='RecordT' bitLength='16'>
                        <RecordItem subindex='1' bitOffset='8'><SimpleDatatype xsi:type='UIntegerT' bitLength='8'/><Name textId='T_Name'/></RecordItem>
                        <RecordItem subindex='2' bitOffset='6'><SimpleDatatype xsi:type='UIntegerT' bitLength='3'/><Name textId='T_Name'/></RecordItem>
                        <RecordItem subindex='2' bitOffset='15'><SimpleDatatype xsi:type='UIntegerT' bitLength='2'/><Name textId='T_Name'/></RecordItem>
                        </Datatype>"""));

        assertThat(findings).extracting(Finding::code, Finding::line, Finding::severity).contains(
                tuple("overlapping-items", 9, Severity.WARNING), tuple("overlapping-items", 11, Severity.WARNING),
                tuple("item-outside", 11, Severity.WARNING), tuple("duplicate-subindex", 11, Severity.ERROR));
        assertThat(findings).filteredOn(finding -> "item-outside".equals(finding.code())).singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("bits 15 to 16", "16 bits of the record"));
    }

    @Test
    void findsRangesThatHoldNothingAndValuesThatDoNotFit() {
        List<Finding> findings = check(IoddXml.v11().datatypes("""

                <Datatype id='U' xsi:type='UIntegerT' bitLength='4'>
                <SingleValue value='16'/>
                <SingleValue value='3'/><SingleValue value='3'/>
                <ValueRange lowerValue='9' upperValue='8'/>
                <ValueRange lowerValue='-1' upperValue='x'/>
                </Datatype>
                <Datatype id='I' xsi:type='IntegerT' bitLength='1'/>
                <Datatype id='F' xsi:type='Float32T'><ValueRange lowerValue='1.5' upperValue='-INF'/></Datatype>"""));

        assertThat(findings).extracting(Finding::code, Finding::line).contains(tuple("value-outside-type", 9),
                tuple("duplicate-value", 10), tuple("empty-range", 11), tuple("value-outside-type", 12),
                tuple("bad-bit-length", 14));
        assertThat(findings).filteredOn(finding -> finding.line() == 12).hasSize(2);
    }

    @Test
    void findsRecordItemsThatAreNotThere() {
        List<Finding> findings = check(IoddXml.v11().variables("""

                <StdVariableRef id='V_ProcessDataInput'/>
                <Variable id='V' index='70' accessRights='rw'><Datatype xsi:type='RecordT' bitLength='8'>
                <RecordItem subindex='1' bitOffset='0'><SimpleDatatype xsi:type='UIntegerT' bitLength='8'/>
                <Name textId='T_Name'/></RecordItem></Datatype><Name textId='T_Name'/></Variable>
                <Variable id='W' index='70' accessRights='rw'><Datatype xsi:type='ArrayT' count='2'>
                <SimpleDatatype xsi:type='UIntegerT' bitLength='8'/></Datatype><Name textId='T_Name'/></Variable>""")
                .in(8, "<Datatype xsi:type='RecordT' bitLength='8'><RecordItem subindex='4' bitOffset='0'>"
                        + "<SimpleDatatype xsi:type='BooleanT'/><Name textId='T_Name'/></RecordItem></Datatype>")
                .references("<ProcessDataRef processDataId='PI'><ProcessDataRecordItemInfo subindex='5' unitCode='7'/>"
                        + "</ProcessDataRef>")
                .menus("M", "\n<Menu id='M'><RecordItemRef variableId='V' subindex='2'/>"
                        + "<RecordItemRef variableId='W' subindex='3'/><RecordItemRef variableId='W' subindex='2'/>"
                        + "<RecordItemRef variableId='V_ProcessDataInput' subindex='5'/>"
                        + "<RecordItemRef variableId='V_ProcessDataInput' subindex='4'/></Menu>"));

        assertThat(findings).filteredOn(finding -> "dangling-subindex".equals(finding.code())).hasSize(4)
                .allSatisfy(finding -> assertThat(finding.line()).isGreaterThan(10));
        assertThat(findings).extracting(Finding::code).contains("duplicate-index", "unknown-unit");
    }

    @Test
    void findsStandardDefinitionsThatDoNotExistAndRepetitions() {
        List<Finding> findings = check(IoddXml.v11().variables("<StdVariableRef id='V_Imaginary'/>")
                .functions("<ErrorTypeCollection><StdErrorTypeRef additionalCode='99'/>"
                        + "<StdErrorTypeRef additionalCode='17'/><StdErrorTypeRef code='128' additionalCode='17'/>"
                        + "</ErrorTypeCollection><EventCollection><StdEventRef code='3'/>"
                        + "<Event code='6144' type='Error'><Name textId='T_Name'/></Event><StdEventRef code='6144'/>"
                        + "</EventCollection>"));

        assertThat(findings).extracting(Finding::code).contains("unknown-standard-variable", "unknown-standard-error",
                "duplicate-error", "unknown-standard-event", "duplicate-event");
    }

    @Test
    void findsWhatNobodyUsesAndWhatIsNotTranslated() {
        List<Finding> findings = check(IoddXml.v11().datatypes("<Datatype id='D' xsi:type='BooleanT'/>")
                .menus("M", "<Menu id='M'/><Menu id='N'/>").text("A", "a").text("B", "b")
                .languages("<Language xml:lang='de'><Text id='A' value='x'/><Text id='Z' value='x'/></Language>"
                        + "<Language xml:lang='de'/>")
                .tail("<UnitCollection><Unit code='9000' abbr='drops'/></UnitCollection>"));

        assertThat(findings).extracting(Finding::code).contains("unused-datatype", "unused-menu", "unused-text",
                "missing-translation", "dangling-translation", "language-twice", "own-units");
        assertThat(findings).filteredOn(finding -> "missing-translation".equals(finding.code())).first()
                .satisfies(finding -> assertThat(finding.message()).contains("lacks 2 of 3 texts"));
    }

    private static List<Finding> check(IoddXml file) {
        return DescriptionCheck.of(file.model(), LIMIT);
    }
}
