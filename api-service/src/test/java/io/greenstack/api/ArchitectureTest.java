package io.greenstack.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.inject.Inject;
import jakarta.persistence.Entity;

import org.eclipse.microprofile.openapi.OASFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.ConfigMapping;

/** The rules of the design that a compiler cannot check. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.greenstack.api");

    private static final int LARGE = 300;
    /** Packages whose types are still to be closed. */
    private static final String[] STILL_OPEN = {"..api.description..", "..api.eds..", "..api.imports..",
            "..api.intake..",
            "..api.iodd..", "..api.releases.."};
    /** Simple names that are still there twice; the list only gets shorter. */
    private static final Set<String> TWICE = Set.of("Condition", "DeviceIdentity", "EdsEntry", "Findings",
            "HealthResource",
            "BreakerResource", "RegistrationReader", "Replays", "TelemetryHandler", "TopicFilter", "ValueRange");

    @Test
    void resourcesTalkToServicesOnly() {
        noClasses().that().areAnnotatedWith(jakarta.ws.rs.Path.class).should().dependOnClassesThat()
                .haveSimpleNameEndingWith("Repository").check(CLASSES);
        noClasses().that().areAnnotatedWith(jakarta.ws.rs.Path.class).should().dependOnClassesThat()
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
        // JAX-RS makes a bean of query parameters itself and asks no constructor of it
        noFields().that().areDeclaredInClassesThat().doNotHaveSimpleName("SizeQuery").should()
                .beAnnotatedWith(Inject.class).check(CLASSES);
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

    /** The classes of each kind of cache are registered for native executables at one place. */
    @Test
    void cachesInMemoryAreOfTheKindsThatAreRegistered() {
        noClasses().that().doNotHaveSimpleName("MemoryCaches").should().dependOnClassesThat()
                .haveFullyQualifiedName("com.github.benmanes.caffeine.cache.Caffeine").check(CLASSES);
    }

    @Test
    void theServiceKnowsNothingOfTheEdge() {
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("io.greenstack.edge..", "io.greenstack.bridge..", "io.greenstack.ingestion..")
                .check(CLASSES);
    }

    /** Entities, settings, filters of the build and the main class are used by the framework; constants leave no trace in the byte code. */
    @Test
    void typesArePackagePrivateUnlessAnotherPackageUsesThem() throws IOException {
        List<SourceFile> sources = SourceFile.below(Path.of("src"));
        classes().that().arePublic().and().areTopLevelClasses().and().areNotAnnotatedWith(Entity.class).and()
                .areNotAnnotatedWith(ConfigMapping.class).and().areNotAnnotatedWith(QuarkusMain.class).and()
                .areNotAssignableTo(OASFilter.class).and()
                .resideOutsideOfPackages(STILL_OPEN).should(new ArchCondition<>("be used by another package") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean used = type.getDirectDependenciesToSelf().stream()
                                .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()))
                                || sources.stream().anyMatch(source -> source.uses(type));
                        events.add(new SimpleConditionEvent(type, used, type.getName() + " is public for nothing"));
                    }
                }).check(CLASSES);
    }

    @Test
    void simpleNamesAreUniqueAmongTheModules() throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        for (String module : List.of("common", "api-service", "mqtt-bridge", "influx-ingestion")) {
            SourceFile.below(Path.of("..", module)).stream().filter(SourceFile::isMain)
                    .forEach(source -> counts.merge(source.simpleName(), 1L, Long::sum));
        }
        counts.values().removeIf(count -> count == 1);
        assertThat(counts.keySet()).isSubsetOf(TWICE);
    }

    /** A large class is no failure, but a reason to look at it. */
    @Test
    void largeClassesAreReported(TestReporter report) throws IOException {
        SourceFile.below(Path.of("src")).stream().filter(source -> source.isMain() && source.lines() > LARGE)
                .sorted(Comparator.comparingLong(SourceFile::lines).reversed())
                .forEach(source -> report.publishEntry(source.simpleName(), source.lines() + " lines"));
    }

    @Test
    void theCatalogKnowsFormatsByTheirInterfaceOnly() {
        noClasses().that().resideInAnyPackage("..api.description..", "..api.imports..", "..api.device..")
                .should().dependOnClassesThat()
                .resideInAnyPackage("io.greenstack.descriptions.iodd..", "io.greenstack.descriptions.eds..")
                .check(CLASSES);
        noClasses().that().resideInAPackage("..api.imports..").should().dependOnClassesThat()
                .resideInAnyPackage("..api.iodd..", "..api.eds..", "..api.device..").check(CLASSES);
    }
}
