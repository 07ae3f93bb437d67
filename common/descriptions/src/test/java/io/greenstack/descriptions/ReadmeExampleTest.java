package io.greenstack.descriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.core.processdata.ProcessDataDecoder;
import io.greenstack.localstack.testing.Corpus;

/** The example of the README does what it says, with this library, the core and Jackson alone. */
class ReadmeExampleTest {

    private static final List<Class<?>> JARS = List.of(DescriptionFormats.class, ProcessDataDecoder.class,
            ObjectMapper.class, JsonFactory.class, JsonInclude.class);

    @TempDir
    Path folder;

    private static URL place(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    @Test
    void theExampleCompilesAndPrintsValues() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        String code = readme.substring(readme.indexOf("```java\n") + "```java\n".length());
        Path source = Files.writeString(folder.resolve("Example.java"), code.substring(0, code.indexOf("```")));
        Path iodd = Files.write(folder.resolve("device.xml"), Corpus.sample("TP100"));
        String classPath = String.join(File.pathSeparator,
                JARS.stream().map(jar -> Path.of(URI.create(place(jar).toString())).toString()).toList());

        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-cp", classPath,
                source.toString());
        assertThat(result).as("exit code of the compiler").isZero();

        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        List<URL> urls = new ArrayList<>(JARS.stream().map(ReadmeExampleTest::place).toList());
        urls.add(folder.toUri().toURL());
        try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader())) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass("Example").getMethod("main", String[].class).invoke(null,
                    (Object) new String[]{iodd.toString(), "00EB023402"});
        } finally {
            System.setOut(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Temperature 23.5 °C", "Pressure 5.64 bar");
    }
}
