package io.greenstack.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** What all services share knows none of them, and nothing of MQTT. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.greenstack.platform");

    @Test
    void knowsNeitherRestNorOrmNorAnyService() {
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..", "io.quarkus.rest..",
                        "jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..", "io.greenstack.api..",
                        "io.greenstack.bridge..", "io.greenstack.ingestion..", "io.greenstack.edge..",
                        "io.greenstack.descriptions..", "io.vertx.mqtt..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.greenstack.platform.(**)").should().beFreeOfCycles().check(CLASSES);
    }
}
