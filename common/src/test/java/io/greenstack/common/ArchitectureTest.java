package io.greenstack.common;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Guards what the design promises of the common module. */
class ArchitectureTest {

    private static final JavaClasses COMMON = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.greenstack.common");

    @Test
    void knowsNothingOfRestOrOrm() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..", "io.quarkus.rest..",
                        "jakarta.persistence..",
                        "org.hibernate..", "io.quarkus.hibernate..")
                .check(COMMON);
    }

    @Test
    void knowsNoService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.greenstack.api..", "io.greenstack.bridge..", "io.greenstack.ingestion..")
                .check(COMMON);
    }

    @Test
    void decodingIsPlainJava() {
        classes().that()
                .resideInAPackage("io.greenstack.common.processdata..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "com.fasterxml.jackson.core..", "io.greenstack.common.processdata..")
                .check(COMMON);
    }

    @Test
    void messagesArePlainJava() {
        classes().that()
                .resideInAPackage("io.greenstack.common.message..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "com.fasterxml.jackson.core..", "io.greenstack.common.message..",
                        "io.greenstack.common.processdata..")
                .allowEmptyShould(true)
                .check(COMMON);
    }

    @Test
    void featuresHaveNoCycles() {
        slices().matching("io.greenstack.common.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(COMMON);
    }
}
