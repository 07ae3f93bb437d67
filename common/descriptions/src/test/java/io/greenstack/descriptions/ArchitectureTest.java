package io.greenstack.descriptions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** A library of its own: of the suite it needs the core alone, and no framework at all. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.greenstack.descriptions");

    @Test
    void isPlainJava() {
        classes().that().resideInAPackage("io.greenstack.descriptions..").should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.xml.stream..", "com.fasterxml.jackson..",
                        "io.greenstack.core.processdata..", "io.greenstack.descriptions..")
                .check(CLASSES);
    }

    @Test
    void readersAndCompilersKnowNoJson() {
        noClasses().that().resideInAnyPackage("..reader..", "..layout..", "..standard..", "..archive..", "..trust..")
                .should().dependOnClassesThat().resideInAPackage("com.fasterxml.jackson..").check(CLASSES);
    }

    @Test
    void formatsKnowTheInterfaceButNotEachOther() {
        noClasses().that().resideInAPackage("io.greenstack.descriptions.iodd..").should().dependOnClassesThat()
                .resideInAPackage("io.greenstack.descriptions.eds..").check(CLASSES);
        noClasses().that().resideInAPackage("io.greenstack.descriptions.eds..").should().dependOnClassesThat()
                .resideInAPackage("io.greenstack.descriptions.iodd..").check(CLASSES);
    }

    @Test
    void whatIsSharedKnowsNoFormat() {
        noClasses().that().resideInAnyPackage("io.greenstack.descriptions", "io.greenstack.descriptions.archive..",
                "io.greenstack.descriptions.compare..").should().dependOnClassesThat()
                .resideInAnyPackage("io.greenstack.descriptions.iodd..", "io.greenstack.descriptions.eds..")
                .check(CLASSES);
        noClasses().that().resideInAPackage("io.greenstack.descriptions.archive..").should().dependOnClassesThat()
                .resideInAPackage("io.greenstack.descriptions").check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.greenstack.descriptions.(**)").should().beFreeOfCycles().check(CLASSES);
    }
}
