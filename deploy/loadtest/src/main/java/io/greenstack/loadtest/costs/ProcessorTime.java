package io.greenstack.loadtest.costs;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.greenstack.localstack.server.EmbeddedServer;
import io.greenstack.localstack.suite.PackagedStack;
import io.greenstack.localstack.suite.ServiceProcess;

/**
 * Processor seconds of each part since its start.
 *
 * @param seconds by part; broker and store are threads of this JVM and told apart by their names
 */
record ProcessorTime(Map<String, Double> seconds) {

    private static final double NANOS = 1e9;

    static ProcessorTime of(PackagedStack stack) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (ServiceProcess service : stack.services()) {
            seconds.put(service.name(), ofProcess(service.processId()));
        }
        for (EmbeddedServer server : stack.servers().all()) {
            server.processId().ifPresent(process -> seconds.put(server.name(), ofProcess(process)));
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null) {
                seconds.merge(owner(thread.getThreadName()),
                        Math.max(0, threads.getThreadCpuTime(thread.getThreadId())) / NANOS, Double::sum);
            }
        }
        return new ProcessorTime(seconds);
    }

    private static String owner(String thread) {
        return thread.contains("questdb") ? "QuestDB" : thread.contains("ctiveMQ") ? "MQTT broker" : "this run";
    }

    private static double ofProcess(long process) {
        return ProcessHandle.of(process).stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO)).reduce(Duration.ZERO, Duration::plus)
                .toNanos() / NANOS;
    }

    /** What was used since an earlier look; a process that has ended meanwhile counts for nothing. */
    double since(ProcessorTime before, String part) {
        return Math.max(0, seconds.getOrDefault(part, 0.0) - before.seconds.getOrDefault(part, 0.0));
    }
}
