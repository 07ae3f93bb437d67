package io.greenstack.generators;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Plain Java; the registry knows the generators, the generators do not know each other. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.greenstack.generators");

    @Test
    void isPlainJava() {
        classes().should().onlyDependOnClassesThat().resideInAnyPackage("java..", "com.fasterxml.jackson..",
                "io.greenstack.core.processdata..", "io.greenstack.descriptions", "io.greenstack.generators..")
                .check(CLASSES);
    }

    @Test
    void generatorsDoNotKnowEachOther() {
        slices().matching("io.greenstack.generators.(**)").should().beFreeOfCycles().check(CLASSES);
        for (String name : new String[]{"nodered", "grafana", "prometheus", "plc", "client", "asyncapi"}) {
            classes().that().resideInAPackage("io.greenstack.generators." + name).should()
                    .onlyHaveDependentClassesThat()
                    .resideInAnyPackage("io.greenstack.generators." + name, "io.greenstack.generators.registry")
                    .check(CLASSES);
        }
    }
}
