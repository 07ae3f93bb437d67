package io.greenstack.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.greenstack.api.cache.Cached;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * In a native executable a type is written as JSON only if it is registered. The framework does that for what a resource takes and
 * returns. An answer that is written as text, or kept in the cache, it does not see: its types need the annotation.
 */
class NativeJsonTest {

    private static final String OURS = "io.greenstack.";
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.greenstack");
    private static final List<Class<?>> CLASSES = ALL.stream()
            .filter(type -> type.getPackageName().startsWith("io.greenstack.api"))
            .<Class<?>>map(JavaClass::reflect).toList();

    private static Stream<Method> resourceMethods() {
        return CLASSES.stream().filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()));
    }

    /** Adds a type of ours with all that it consists of. */
    private static void reach(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            reach(generic.getRawType(), found);
            Stream.of(generic.getActualTypeArguments()).forEach(argument -> reach(argument, found));
        } else if (type instanceof GenericArrayType array) {
            reach(array.getGenericComponentType(), found);
        } else if (type instanceof WildcardType wildcard) {
            Stream.of(wildcard.getUpperBounds()).forEach(bound -> reach(bound, found));
        } else if (type instanceof Class<?> one && one.isArray()) {
            reach(one.getComponentType(), found);
        } else if (type instanceof Class<?> one && one.getName().startsWith(OURS) && found.add(one)) {
            if (one.isRecord()) {
                for (RecordComponent component : one.getRecordComponents()) {
                    reach(component.getGenericType(), found);
                }
            }
            if (one.isSealed()) {
                Stream.of(one.getPermittedSubclasses()).forEach(permitted -> reach(permitted, found));
            }
        }
    }

    private static Set<Class<?>> registered() {
        Set<Class<?>> found = new HashSet<>();
        resourceMethods().forEach(method -> {
            reach(method.getGenericReturnType(), found);
            Stream.of(method.getParameters()).map(Parameter::getParameterizedType).forEach(type -> reach(type, found));
        });
        for (Class<?> type : CLASSES) {
            RegisterForReflection annotation = type.getAnnotation(RegisterForReflection.class);
            if (annotation != null) {
                Stream<Class<?>> targets = annotation.targets().length > 0
                        ? Stream.of(annotation.targets())
                        : Stream.of(type);
                targets.flatMap(target -> annotation.ignoreNested()
                        ? Stream.of(target)
                        : Stream.concat(Stream.of(target), Stream.of(target.getDeclaredClasses())))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** Whether there are objects of it; some types only tell the description of the API what is written by hand. */
    private static boolean isMade(Class<?> type) {
        return !ALL.get(type).getConstructorCallsToSelf().isEmpty();
    }

    /** Names of what is written without the framework's knowledge, and is not registered. */
    private static Set<String> missing(Stream<? extends Type> written) {
        Set<Class<?>> needed = new HashSet<>();
        written.forEach(type -> reach(type, needed));
        needed.removeAll(registered());
        Set<String> names = new TreeSet<>();
        needed.stream().filter(type -> !type.isInterface() && isMade(type)).forEach(type -> names.add(type.getName()));
        return names;
    }

    @Test
    void answersWrittenAsTextAreRegistered() {
        assertThat(missing(resourceMethods().filter(method -> method.isAnnotationPresent(APIResponseSchema.class))
                .map(method -> method.getAnnotation(APIResponseSchema.class).value()))).isEmpty();
    }

    @Test
    void valuesInTheCacheAreRegistered() {
        assertThat(missing(CLASSES.stream().flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Cached.class)).map(Method::getGenericReturnType)))
                .isEmpty();
    }
}
