package io.greenstack.localstack.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The four servers of the suite, started and stopped together. */
public record LocalServers(EmbeddedPostgres postgres, EmbeddedRedis redis, EmbeddedBroker broker,
        EmbeddedQuestDb questDb) implements AutoCloseable {

    /** Temporary servers on free ports. */
    public static LocalServers forTests() {
        return new LocalServers(new EmbeddedPostgres(ServerSettings.forTests("postgres")),
                new EmbeddedRedis(ServerSettings.forTests("redis")),
                new EmbeddedBroker(ServerSettings.forTests("broker")),
                new EmbeddedQuestDb(ServerSettings.forTests("questdb")));
    }

    public List<EmbeddedServer> all() {
        return List.of(postgres, redis, broker, questDb);
    }

    public void start() {
        start(server -> {});
    }

    /**
     * Starts all servers at the same time; when one fails, the others are stopped again.
     *
     * @param started called for each server that is up, from several threads
     * @throws ServerException of the first server that failed
     */
    public void start(Consumer<EmbeddedServer> started) {
        ExecutorService executor = Executors.newFixedThreadPool(all().size());
        try {
            List<CompletableFuture<Void>> starts = new ArrayList<>();
            for (EmbeddedServer server : all()) {
                starts.add(CompletableFuture.runAsync(() -> {
                    server.start();
                    started.accept(server);
                }, executor));
            }
            CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            stop();
            throw e.getCause() instanceof ServerException known
                    ? known
                    : new ServerException("A server did not start: " + e.getCause(), e.getCause());
        } finally {
            executor.shutdown();
        }
    }

    /** Stops all servers, the ones that others write to last. */
    public void stop() {
        all().forEach(EmbeddedServer::stop);
    }

    @Override
    public void close() {
        all().forEach(EmbeddedServer::close);
    }
}
