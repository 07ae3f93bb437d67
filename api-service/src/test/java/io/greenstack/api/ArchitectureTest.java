package io.greenstack.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The rules of the design that a compiler cannot check. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.greenstack.api");

    @Test
    void resourcesTalkToServicesOnly() {
        noClasses().that().areAnnotatedWith(Path.class).should().dependOnClassesThat()
                .haveSimpleNameEndingWith("Repository").check(CLASSES);
        noClasses().that().areAnnotatedWith(Path.class).should().dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "java.sql..").check(CLASSES);
    }

    @Test
    void entitiesStayWithTheirServices() {
        classes().that().areAnnotatedWith(Entity.class).should().onlyHaveDependentClassesThat()
                .haveNameNotMatching(".*(Resource|View|Request)").check(CLASSES);
        fields().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class).should().bePackagePrivate()
                .check(CLASSES);
    }

    @Test
    void dependenciesComeThroughConstructors() {
        noFields().should().beAnnotatedWith(Inject.class).check(CLASSES);
    }

    @Test
    void thePlatformKnowsNoFeature() {
        noClasses().that().resideInAPackage("..api.platform..").should().dependOnClassesThat()
                .resideInAnyPackage("..api.description..", "..api.device..", "..api.iodd..", "..api.eds..",
                        "..api.telemetry..", "..api.security..", "..api.health..")
                .check(CLASSES);
        noClasses().that().resideInAPackage("..api.description..").should().dependOnClassesThat()
                .resideInAnyPackage("..api.device..", "..api.iodd..", "..api.eds..", "..api.telemetry..")
                .check(CLASSES);
    }

    @Test
    void featuresDoNotDependOnEachOtherInCircles() {
        slices().matching("io.greenstack.api.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
