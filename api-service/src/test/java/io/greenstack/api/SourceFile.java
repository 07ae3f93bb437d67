package io.greenstack.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;

/**
 * A Java file of this repository.
 *
 * @param path where it is
 * @param text what it says
 */
record SourceFile(Path path, String text) {

    /** All below a folder but those that are generated. */
    static List<SourceFile> below(Path folder) throws IOException {
        List<SourceFile> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.toString();
                if (name.endsWith(".java") && !name.endsWith("-info.java") && name.contains("src")
                        && !name.contains("target") && !name.contains("node_modules")) {
                    sources.add(new SourceFile(file, Files.readString(file)));
                }
            }
        }
        return sources;
    }

    boolean isMain() {
        return path.startsWith(Path.of("src", "main")) || path.toString().contains(Path.of("src", "main").toString());
    }

    String simpleName() {
        return path.getFileName().toString().replace(".java", "");
    }

    long lines() {
        return text.lines().count();
    }

    /** Whether a file of another package imports a type, or something in it. */
    boolean uses(JavaClass type) {
        String name = type.getName();
        return !text.contains("package " + type.getPackageName() + ";")
                && Stream.of("import " + name + ";", "import " + name + ".", "import static " + name + ".")
                        .anyMatch(text::contains);
    }
}
