package io.greenstack.edge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The edge knows no service and no device description, only their compiled layouts. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.greenstack.edge");

    @Test
    void onlyHttpKnowsRest() {
        noClasses().that().resideOutsideOfPackage("io.greenstack.edge.http..").should().dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..", "io.quarkus.rest..").check(CLASSES);
    }

    @Test
    void knowsNeitherOrmNorAnyServiceOrStore() {
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("com.influxdb..", "jakarta.persistence..", "org.hibernate..",
                        "io.quarkus.hibernate..", "io.greenstack.api..",
                        "io.greenstack.bridge..", "io.greenstack.ingestion..",
                        "io.greenstack.descriptions..")
                .check(CLASSES);
    }

    /** The inside of Vert.x moves from one version to the next. */
    @Test
    void usesOfVertxOnlyWhatIsPublic() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("io.vertx.core..impl..", "io.vertx.mqtt..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.greenstack.edge.(**)").should().beFreeOfCycles().check(CLASSES);
    }
}
