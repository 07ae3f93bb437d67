package io.greenstack.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Weigher;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What Caffeine looks up by name for each kind of cache is there in a native executable too. */
class MemoryCachesTest {

    private static Stream<Method> kinds() {
        return Arrays.stream(MemoryCaches.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theClassesOfEachKindAreRegistered(Method kind) throws ReflectiveOperationException {
        Cache<String, String> cache = make(kind);

        cache.put("a", "b");
        assertThat(cache.getIfPresent("a")).isEqualTo("b");
        assertThat(MemoryCaches.class.getAnnotation(RegisterForReflection.class).classNames())
                .containsAll(lookedUp(cache));
    }

    @SuppressWarnings("unchecked")
    private static Cache<String, String> make(Method kind) throws IllegalAccessException, InvocationTargetException {
        Object[] arguments = Arrays.stream(kind.getParameterTypes()).map(MemoryCachesTest::argument).toArray();
        return (Cache<String, String>) kind.invoke(null, arguments);
    }

    private static Object argument(Class<?> type) {
        if (type == Weigher.class) {
            return (Weigher<String, String>) (key, value) -> 1;
        }
        return type == Duration.class ? Duration.ofMinutes(1) : (Object) 10L;
    }

    /** Names of the class that holds the entries, and of the class of an entry. */
    private static Set<String> lookedUp(Cache<?, ?> cache) throws ReflectiveOperationException {
        Object store = read(cache, "cache");
        Object entries = read(store, "nodeFactory");
        return new TreeSet<>(Set.of(store.getClass().getName(), entries.getClass().getName()));
    }

    private static Object read(Object owner, String name) throws ReflectiveOperationException {
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field.get(owner);
                }
            }
        }
        throw new NoSuchFieldException(name + " of " + owner.getClass());
    }
}
