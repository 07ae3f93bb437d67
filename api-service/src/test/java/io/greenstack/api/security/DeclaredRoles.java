package io.greenstack.api.security;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.quarkus.security.Authenticated;

/** Which scope each operation needs, as its annotations say. */
final class DeclaredRoles {

    /** Who may call an operation. */
    enum Need {
        /** Everybody. */
        NOBODY,
        /** Whoever is known. */
        KNOWN,
        /** The role of that name, or a higher one. */
        VIEWER, OPERATOR, ADMIN;

        boolean metBy(Scope scope) {
            return ordinal() <= KNOWN.ordinal() || scope != null && scope.ordinal() >= ordinal() - VIEWER.ordinal();
        }
    }

    private DeclaredRoles() {}

    /** By method and path, as {@code GET /api/devices/{id}}. */
    static Map<String, Need> read() {
        boolean before = ArchConfiguration.get().resolveMissingDependenciesFromClassPath();
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        try {
            return readResources();
        } finally {
            ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(before);
        }
    }

    private static Map<String, Need> readResources() {
        Map<String, Need> needs = new HashMap<>();
        for (JavaClass imported : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.greenstack.api")) {
            if (imported.isAnnotatedWith(Path.class)) {
                Class<?> resource = imported.reflect();
                for (Method method : resource.getDeclaredMethods()) {
                    String verb = verb(method);
                    if (verb != null) {
                        needs.put(verb + ' ' + path(resource, method), need(resource, method));
                    }
                }
            }
        }
        return needs;
    }

    private static String verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return verb.value();
            }
        }
        return null;
    }

    /** As the OpenAPI document writes it: variables without the patterns that they must match. */
    private static String path(Class<?> resource, Method method) {
        Path own = method.getAnnotation(Path.class);
        String path = resource.getAnnotation(Path.class).value() + (own == null ? "" : "/" + own.value());
        path = ('/' + path).replaceAll("\\{\\s*(\\w+)\\s*:[^/]*\\}", "{$1}").replaceAll("/+", "/");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static Need need(Class<?> resource, Method method) {
        Need own = need(method.getAnnotation(PermitAll.class), method.getAnnotation(Authenticated.class),
                method.getAnnotation(RolesAllowed.class));
        return own != null
                ? own
                : need(resource.getAnnotation(PermitAll.class),
                        resource.getAnnotation(Authenticated.class), resource.getAnnotation(RolesAllowed.class));
    }

    private static Need need(PermitAll all, Authenticated known, RolesAllowed roles) {
        if (all != null) {
            return Need.NOBODY;
        }
        if (known != null) {
            return Need.KNOWN;
        }
        return roles == null ? null : Need.valueOf(roles.value()[0].toUpperCase(Locale.ROOT));
    }
}
