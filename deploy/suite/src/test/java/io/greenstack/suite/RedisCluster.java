package io.greenstack.suite;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.greenstack.localstack.server.EmbeddedServer;
import io.greenstack.localstack.server.Ports;
import redis.clients.jedis.Jedis;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis cluster of six servers: three that share the hash slots, and a replica of each, which takes over when its server is away for
 * two seconds. {@code -Dgreenstack.redis-server=/usr/bin/redis-server} takes another program than the embedded one.
 */
final class RedisCluster implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MASTERS = 3;
    private static final int SLOTS = 16384;

    private final List<Process> processes = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();

    RedisCluster(Path folder) throws IOException {
        Path program = program(Files.createDirectories(folder));
        for (int node = 0; node < 2 * MASTERS; node++) {
            start(program, Files.createDirectories(folder.resolve("node-" + node)));
        }
        await().atMost(LIMIT).ignoreExceptions().until(() -> ports.stream().allMatch(port -> {
            try (Jedis redis = redis(port)) {
                return "PONG".equals(redis.ping());
            }
        }));
        join();
    }

    private static Path program(Path folder) throws IOException {
        String other = System.getProperty("greenstack.redis-server");
        if (other != null) {
            return Path.of(other);
        }
        Path program = folder.resolve("redis-server");
        File unpacked = ExecutableProvider.newJarResourceProvider().get();
        Files.copy(unpacked.toPath(), program, StandardCopyOption.REPLACE_EXISTING);
        program.toFile().setExecutable(true);
        return program;
    }

    /** The port of the bus between the servers is ten thousand higher as shipped, which may be none. */
    private void start(Path program, Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve("nodes.conf"));
        int port = lowPort();
        ports.add(port);
        processes.add(new ProcessBuilder(program.toString(), "--port", Integer.toString(port), "--bind",
                EmbeddedServer.HOST, "--dir", folder.toString(), "--cluster-enabled", "yes", "--cluster-config-file",
                "nodes.conf", "--cluster-node-timeout", "2000", "--appendonly", "no", "--save", "")
                .redirectErrorStream(true).redirectOutput(folder.resolve("redis.log").toFile()).start());
    }

    private static int lowPort() {
        int port = Ports.free();
        while (port > 55_000 || !Ports.isFree(port + 10_000)) {
            port = Ports.free();
        }
        return port;
    }

    private static Jedis redis(int port) {
        return new Jedis(EmbeddedServer.HOST, port);
    }

    private void join() {
        for (int node = 0; node < ports.size(); node++) {
            try (Jedis redis = redis(ports.get(node))) {
                if (node < MASTERS) {
                    redis.clusterAddSlots(
                            IntStream.range(node * SLOTS / MASTERS, (node + 1) * SLOTS / MASTERS).toArray());
                }
                for (int port : ports) {
                    redis.clusterMeet(EmbeddedServer.HOST, port);
                }
            }
        }
        for (int node = MASTERS; node < ports.size(); node++) {
            String master = id(ports.get(node - MASTERS));
            try (Jedis redis = redis(ports.get(node))) {
                await().atMost(LIMIT).ignoreExceptions().until(() -> "OK".equals(redis.clusterReplicate(master)));
            }
        }
        await().atMost(LIMIT).until(() -> ports.stream().allMatch(port -> {
            try (Jedis redis = redis(port)) {
                return redis.clusterInfo().contains("cluster_state:ok") && redis.clusterNodes().lines()
                        .filter(line -> line.contains("slave")).count() == MASTERS;
            }
        }));
        for (int node = MASTERS; node < ports.size(); node++) {
            try (Jedis redis = redis(ports.get(node))) {
                await().atMost(LIMIT).until(() -> redis.info("replication").contains("master_link_status:up"));
            }
        }
    }

    private static String id(int port) {
        try (Jedis redis = redis(port)) {
            return redis.clusterNodes().lines().filter(line -> line.contains("myself")).findFirst().orElseThrow()
                    .split(" ")[0];
        }
    }

    /** Addresses as the services want them. */
    String urls() {
        return ports.stream().map(port -> "redis://" + EmbeddedServer.HOST + ":" + port)
                .collect(Collectors.joining(","));
    }

    /** Hash slot of a key. */
    long slot(String key) {
        try (Jedis redis = redis(port())) {
            return redis.clusterKeySlot(key);
        }
    }

    private int port() {
        return ports.get(processes.indexOf(processes.stream().filter(Process::isAlive).findFirst().orElseThrow()));
    }

    /** Keys on each server that takes writes. */
    List<Set<String>> keys() {
        List<Set<String>> keys = new ArrayList<>();
        for (int node = 0; node < ports.size(); node++) {
            if (processes.get(node).isAlive()) {
                try (Jedis redis = redis(ports.get(node))) {
                    if (redis.info("replication").contains("role:master")) {
                        keys.add(new TreeSet<>(redis.keys("*")));
                    }
                }
            }
        }
        return keys;
    }

    /** Kills a server that takes writes, by its place, and returns when its replica does. */
    void killMaster(int node) throws InterruptedException {
        processes.get(node).destroyForcibly().waitFor();
        try (Jedis redis = redis(ports.get(node + MASTERS))) {
            await().atMost(LIMIT).until(() -> redis.info("replication").contains("role:master")
                    && redis.clusterInfo().contains("cluster_state:ok"));
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
