package io.greenstack.bridge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.greenstack.bridge");

    @Test
    void featuresHaveNoCycles() {
        slices().matching("io.greenstack.bridge.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyHealthKnowsRest() {
        noClasses().that().resideOutsideOfPackage("io.greenstack.bridge.platform..").should()
                .dependOnClassesThat().resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..").check(CLASSES);
    }

    @Test
    void telemetryNeverTouchesTheApi() {
        noClasses().that().resideInAnyPackage("io.greenstack.bridge.telemetry..", "io.greenstack.bridge.status..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.greenstack.bridge.registration..", "io.greenstack.edge.api..").check(CLASSES);
    }

    @Test
    void dialectsKnowNeitherEachOtherNorTheirRegistryThem() {
        slices().matching("io.greenstack.bridge.dialect.(*)..").should().notDependOnEachOther().check(CLASSES);
        noClasses().that().resideInAPackage("io.greenstack.bridge.dialect").should().dependOnClassesThat()
                .resideInAPackage("io.greenstack.bridge.dialect.*..").check(CLASSES);
    }

    @Test
    void knowsNoOtherServiceAndNoDatabase() {
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("io.greenstack.api..", "io.greenstack.ingestion..",
                        "jakarta.persistence..", "org.hibernate..", "java.sql..")
                .check(CLASSES);
    }
}
