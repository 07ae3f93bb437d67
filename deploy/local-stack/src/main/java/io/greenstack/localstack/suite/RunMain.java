package io.greenstack.localstack.suite;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code ./mvnw -Prun} calls inside Maven: runs {@link SuiteMain} in a JVM of its own, with quick-start options,
 * and makes Maven wait until everything has stopped after Ctrl-C.
 */
public final class RunMain {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final int HEAP_MEGABYTES = 512;

    private RunMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Process launcher = new ProcessBuilder(command(System.getProperties())).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(launcher), "stop-launcher"));
        int code = launcher.waitFor();
        // ends Maven with the same exit code and without its own report, which would bury the launcher's message
        System.exit(code);
    }

    private static List<String> command(Properties properties) {
        List<String> command = new ArrayList<>();
        command.add(Jvm.executable());
        command.addAll(Jvm.quickStart(HEAP_MEGABYTES));
        command.addAll(Jvm.nativeAccess());
        command.add("-cp");
        command.add(classPath());
        properties.stringPropertyNames().stream().filter(name -> name.startsWith(SuiteOptions.PREFIX)).sorted()
                .forEach(name -> command.add("-D" + name + "=" + properties.getProperty(name)));
        command.add("-D" + SuiteOptions.PARENT + "=" + ProcessHandle.current().pid());
        command.add(SuiteMain.class.getName());
        return command;
    }

    /** The class path of this class: Maven loads it with a loader of its own. */
    private static String classPath() {
        if (RunMain.class.getClassLoader() instanceof URLClassLoader loader) {
            return Stream.of(loader.getURLs()).map(RunMain::path).collect(
                    Collectors.joining(System.getProperty("path.separator")));
        }
        return System.getProperty("java.class.path");
    }

    private static String path(URL url) {
        try {
            return Path.of(url.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void end(Process launcher) {
        launcher.destroy();
        try {
            if (!launcher.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
