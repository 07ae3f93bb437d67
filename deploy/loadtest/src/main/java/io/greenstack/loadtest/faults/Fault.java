package io.greenstack.loadtest.faults;

import java.util.ArrayList;
import java.util.List;

import io.greenstack.localstack.server.EmbeddedServer;
import io.greenstack.localstack.suite.PackagedStack;
import io.greenstack.localstack.suite.ServiceProcess;

/**
 * A part of the suite that goes away and comes back.
 *
 * @param name for reports
 * @param begin takes it away
 * @param end brings it back; returns when it is back
 */
public record Fault(String name, Runnable begin, Runnable end) {

    /**
     * Every server and the api-service stopped, both edge services killed with SIGKILL, and every server standing still as
     * after SIGSTOP.
     */
    public static List<Fault> all(PackagedStack stack) {
        List<Fault> faults = new ArrayList<>(List.of(killed(stack, stack.bridge()), killed(stack, stack.ingestion()),
                stopped(stack, stack.servers().broker()), stopped(stack, stack.servers().redis()),
                new Fault(stack.api().name() + " stopped", () -> stack.stop(stack.api()),
                        () -> restart(stack, stack.api())),
                stopped(stack, stack.servers().postgres()), stopped(stack, stack.servers().questDb())));
        stack.servers().all().forEach(server -> faults.add(frozen(stack, server)));
        return List.copyOf(faults);
    }

    private static Fault frozen(PackagedStack stack, EmbeddedServer server) {
        return new Fault(server.name() + " frozen", () -> stack.freeze(server), () -> stack.thaw(server));
    }

    private static Fault stopped(PackagedStack stack, EmbeddedServer server) {
        return new Fault(server.name() + " stopped", () -> stack.stop(server), () -> stack.start(server));
    }

    private static Fault killed(PackagedStack stack, ServiceProcess service) {
        return new Fault(service.name() + " killed", () -> stack.kill(service), () -> restart(stack, service));
    }

    private static void restart(PackagedStack stack, ServiceProcess service) {
        stack.start(service);
        stack.awaitReady(service);
    }
}
