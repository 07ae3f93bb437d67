package io.greenstack.loadtest;

import java.io.IOException;
import java.util.Arrays;

import io.greenstack.loadtest.check.CheckMain;
import io.greenstack.loadtest.generator.LoadMain;

/** The command line of the module: {@code load} or {@code check}, then the options of that command. */
public final class LoadTestMain {

    private LoadTestMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String command = arguments.length == 0 ? "" : arguments[0];
        String[] options = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        switch (command) {
            case "load" -> LoadMain.main(options);
            case "check" -> CheckMain.main(options);
            default -> {
                System.err.println(
                        "The commands are: load, check; an unknown option shows those there are.");
                System.exit(2);
            }
        }
    }
}
