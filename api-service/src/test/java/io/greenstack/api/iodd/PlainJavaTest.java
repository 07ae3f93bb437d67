package io.greenstack.api.iodd;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Reader, model, layouts, archives, trust report and comparison know nothing of any framework. */
class PlainJavaTest {

    private static final String[] PLAIN = {"io.greenstack.api.iodd.model..", "io.greenstack.api.iodd.reader..",
            "io.greenstack.api.iodd.layout..", "io.greenstack.api.iodd.standard..", "io.greenstack.api.iodd.archive..",
            "io.greenstack.api.iodd.trust..", "io.greenstack.api.iodd.compare.."};

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.greenstack.api.iodd");

    @Test
    void parsersArePlainJava() {
        classes().that().resideInAnyPackage(PLAIN).should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.xml.stream..", "io.greenstack.common.processdata..",
                        "com.fasterxml.jackson.core..", "io.greenstack.api.iodd.model..",
                        "io.greenstack.api.iodd.reader..", "io.greenstack.api.iodd.layout..",
                        "io.greenstack.api.iodd.standard..", "io.greenstack.api.iodd.archive..",
                        "io.greenstack.api.iodd.trust..", "io.greenstack.api.iodd.compare..")
                .check(classes);
    }

    @Test
    void onlyTheJsonFormKnowsJackson() {
        classes().that().resideInAnyPackage(PLAIN).and().resideOutsideOfPackage("io.greenstack.api.iodd.model.json..")
                .should().onlyDependOnClassesThat().resideOutsideOfPackage("com.fasterxml.jackson..").check(classes);
    }
}
