package io.greenstack.localstack.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How further JVMs are started: this JVM's java, with options for a quick start and little memory. */
public final class Jvm {

    private static final int UNSAFE_WARNINGS_SINCE = 24;

    private Jvm() {}

    static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Options of a process that has to be up soon and never becomes hot: the quick compiler only, the collector without
     * threads of its own, class data sharing, and no verification of the byte code, which we have just built ourselves.
     *
     * @param heapMegabytes largest heap
     */
    public static List<String> quickStart(int heapMegabytes) {
        return List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m", "-XX:+UseSerialGC",
                "-Xshare:auto", "-XX:-UsePerfData", "-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote",
                // unused monitors are looked for four times a second otherwise
                "-XX:AsyncDeflationInterval=5000", "-Xmx" + heapMegabytes + "m");
    }

    /** Lets the embedded servers use native memory without the warnings of newer JDKs. */
    static List<String> nativeAccess() {
        List<String> options = new ArrayList<>();
        if (Runtime.version().feature() >= UNSAFE_WARNINGS_SINCE) {
            options.add("--enable-native-access=ALL-UNNAMED");
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        return options;
    }
}
