package io.greenstack.localstack.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

import io.greenstack.localstack.server.Ports;

/** Makes sure that every port is free before anything is started. */
final class PortCheck {

    private final IntPredicate free;
    private final IntFunction<Optional<String>> owner;

    PortCheck() {
        this(Ports::isFree, PortOwner::describe);
    }

    PortCheck(IntPredicate free, IntFunction<Optional<String>> owner) {
        this.free = free;
        this.owner = owner;
    }

    /**
     * @throws SuiteException that names every taken port, who has it and which option changes it
     */
    void require(SuiteOptions options) {
        List<String> taken = new ArrayList<>();
        for (SuitePort port : SuitePort.values()) {
            int number = options.port(port);
            if (!free.test(number)) {
                taken.add("Port " + number + ", wanted for " + port.user() + ", is taken"
                        + owner.apply(number).map(process -> " by " + process).orElse("") + "."
                        + System.lineSeparator() + "    Stop that program, or choose another port: -D" + port.option()
                        + "=" + suggestion(number, options));
            }
        }
        if (!taken.isEmpty()) {
            throw new SuiteException(SuiteException.USAGE, String.join(System.lineSeparator(), taken));
        }
    }

    private int suggestion(int taken, SuiteOptions options) {
        for (int candidate = Math.min(taken + 10_000, 60_000); candidate < 65_536; candidate++) {
            if (!options.ports().containsValue(candidate) && free.test(candidate)) {
                return candidate;
            }
        }
        return taken + 1;
    }
}
