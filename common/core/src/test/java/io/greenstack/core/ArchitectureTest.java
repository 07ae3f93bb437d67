package io.greenstack.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Plain Java: it knows no framework, and JSON only by its stream of tokens. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.greenstack.core");

    @Test
    void isPlainJava() {
        classes().that().resideInAPackage("io.greenstack.core..").should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "com.fasterxml.jackson.core..", "io.greenstack.core..").check(CLASSES);
    }

    @Test
    void decodingKnowsNoMessages() {
        classes().that().resideInAPackage("io.greenstack.core.processdata..").should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "com.fasterxml.jackson.core..", "io.greenstack.core.processdata..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.greenstack.core.(**)").should().beFreeOfCycles().check(CLASSES);
    }
}
