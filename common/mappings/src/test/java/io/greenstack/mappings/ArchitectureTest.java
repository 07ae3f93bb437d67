package io.greenstack.mappings;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Plain Java, and the library of the expressions in one place. */
class ArchitectureTest {

    @Test
    void isPlainJava() {
        classes().should()
                .onlyDependOnClassesThat().resideInAnyPackage("java..", "com.fasterxml.jackson..", "com.dashjoin..",
                        "io.greenstack.core..", "io.greenstack.mappings..")
                .check(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.greenstack.mappings"));
    }
}
