package io.greenstack.ingestion;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Guards the shape of this service. */
class ArchitectureTest {

    private static final JavaClasses INGESTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.greenstack.ingestion");

    @Test
    void featuresHaveNoCycles() {
        slices().matching("io.greenstack.ingestion.(*)..").should().beFreeOfCycles().check(INGESTION);
    }

    @Test
    void onlyTheInfluxFeatureKnowsTheClient() {
        noClasses().that()
                .resideOutsideOfPackage("io.greenstack.ingestion.influx..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.influxdb..", "okhttp3..", "retrofit2..")
                .check(INGESTION);
    }

    @Test
    void theStoreIsKnownByTheSinkInterfaceOnly() {
        noClasses().that()
                .resideInAPackage("io.greenstack.ingestion.influx..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.greenstack.edge.mqtt..", "io.greenstack.edge.lane..",
                        "io.greenstack.edge.replay..", "io.greenstack.edge.deadletter..")
                .check(INGESTION);
        noClasses().that()
                .resideOutsideOfPackage("io.greenstack.ingestion.influx..")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("InfluxSink")
                .check(INGESTION);
    }

    @Test
    void onlyThePlatformKnowsRest() {
        noClasses().that()
                .resideOutsideOfPackage("io.greenstack.ingestion.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..")
                .check(INGESTION);
    }

    @Test
    void resourcesAreInThePlatform() {
        classes().that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .resideInAPackage("io.greenstack.ingestion.platform..")
                .check(INGESTION);
    }
}
