package io.greenstack.api.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

import io.greenstack.api.platform.KeptLanguage;

/** What the methods behind operations tell of them; the build names an operation {@code package.Class_method} first. */
final class ResourceMethods {

    private static final DotName ANSWERS = DotName.createSimple(Answers.class.getName());
    private static final Set<DotName> ASKING = Set.of(DotName.createSimple("jakarta.ws.rs.core.Request"),
            DotName.createSimple(KeptLanguage.class.getName()));
    private static final DotName PERMIT_ALL = DotName.createSimple("jakarta.annotation.security.PermitAll");

    private final IndexView index;

    ResourceMethods(IndexView index) {
        this.index = index;
    }

    /** Whether the method asks for the preconditions of the request, and so answers an {@code ETag}. */
    boolean hasTag(String id) {
        return methods(id)
                .anyMatch(method -> method.parameterTypes().stream().anyMatch(type -> ASKING.contains(type.name())));
    }

    /** Whether the method needs no key although its class does. */
    boolean isOpen(String id) {
        return methods(id).anyMatch(method -> method.hasDeclaredAnnotation(PERMIT_ALL));
    }

    /** Statuses of success that the method is annotated with. */
    List<Integer> statuses(String id) {
        return values(id, "value").flatMapToInt(value -> Arrays.stream(value.asIntArray())).boxed()
                .distinct().toList();
    }

    /** Media types that the method is annotated with. */
    List<String> types(String id) {
        return values(id, "types").flatMap(value -> Stream.of(value.asStringArray())).distinct().toList();
    }

    /** Refusals that the method is annotated with. */
    List<String> problems(String id) {
        return values(id, "problems").flatMap(value -> Stream.of(value.asStringArray())).distinct().toList();
    }

    private Stream<AnnotationValue> values(String id, String member) {
        return methods(id).flatMap(method -> {
            AnnotationInstance answers = method.annotation(ANSWERS);
            AnnotationValue value = answers == null ? null : answers.value(member);
            return value == null ? Stream.empty() : Stream.of(value);
        });
    }

    private Stream<MethodInfo> methods(String id) {
        int end = id == null ? -1 : id.lastIndexOf('_');
        ClassInfo type = end < 0 ? null : index.getClassByName(DotName.createSimple(id.substring(0, end)));
        return type == null
                ? Stream.empty()
                : type.methods().stream().filter(method -> method.name().equals(id.substring(end + 1)));
    }
}
