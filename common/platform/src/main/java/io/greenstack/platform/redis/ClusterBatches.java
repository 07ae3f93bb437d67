package io.greenstack.platform.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.RequestImpl;
import io.vertx.redis.client.impl.ZModem;
import io.vertx.redis.client.impl.types.ErrorType;

/**
 * Divides batches among the servers of a cluster, since a round trip goes to one of them. Answers and refusals are those that one server
 * would give. Which server has which slot is asked now and then, and after a failure.
 */
final class ClusterBatches {

    private static final int SLOTS = 16384;
    private static final Duration LIFETIME = Duration.ofSeconds(5);
    private static final Pattern REFUSAL = Pattern.compile("^ERR \\[(\\d+)] (.*)$", Pattern.MULTILINE);

    private final Redis redis;
    private final AtomicReference<Topology> topology = new AtomicReference<>();

    ClusterBatches(Redis redis) {
        this.redis = redis;
    }

    /** The server of each slot, and until when that is believed. */
    private record Topology(CompletableFuture<String[]> servers, long until) {}

    /** Commands that one server gets in one round trip, and their places in the batch. */
    private record Part(List<Integer> places, List<Request> commands) {

        Part() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(int place, Request command) {
            places.add(place);
            commands.add(command);
        }
    }

    /** What came of a batch until now. */
    private static final class Answers {

        private final Response[] answers;
        private final Map<Integer, String> refusals = new TreeMap<>();

        Answers(int commands) {
            answers = new Response[commands];
        }

        synchronized void add(Part part, List<Response> of) {
            for (int i = 0; i < of.size(); i++) {
                answers[part.places().get(i)] = of.get(i);
            }
        }

        /** The others of the part were carried out, but what they answered is not known. */
        synchronized void refused(Part part, Throwable refusal) {
            Matcher texts = REFUSAL.matcher(refusal.getMessage());
            while (texts.find()) {
                refusals.put(part.places().get(Integer.parseInt(texts.group(1))), texts.group(2));
            }
        }

        synchronized List<Response> all() {
            if (!refusals.isEmpty()) {
                throw new CompletionException(ErrorType.create(refusals.entrySet().stream()
                        .map(one -> "ERR [" + one.getKey() + "] " + one.getValue())
                        .collect(Collectors.joining("\n"))));
            }
            return Arrays.asList(answers);
        }
    }

    /** Sends commands so that each is carried out after those before it. */
    CompletionStage<List<Response>> inOrder(List<Request> commands) {
        return told(servers().thenCompose(servers -> {
            Answers answers = new Answers(commands.size());
            CompletionStage<Void> done = CompletableFuture.completedFuture(null);
            for (Part part : runs(commands, servers)) {
                done = done.thenCompose(before -> send(part, null, answers));
            }
            return done.thenApply(all -> answers.all());
        }));
    }

    /**
     * Sends commands so that those with the same key are carried out in order, and those without a key after all others; a script is
     * loaded where it is not known.
     */
    CompletionStage<List<Response>> atOnce(List<Request> commands, RedisScript script) {
        return told(servers().thenCompose(servers -> {
            Answers answers = new Answers(commands.size());
            Map<String, Part> parts = new LinkedHashMap<>();
            Part last = new Part();
            for (int i = 0; i < commands.size(); i++) {
                String server = server(commands.get(i), servers);
                (server == null ? last : parts.computeIfAbsent(server, of -> new Part())).add(i, commands.get(i));
            }
            return CompletableFuture
                    .allOf(parts.values().stream().map(part -> send(part, script, answers).toCompletableFuture())
                            .toArray(CompletableFuture[]::new))
                    .thenCompose(sent -> last.commands().isEmpty()
                            ? CompletableFuture.<Void>completedFuture(null)
                            : send(last, null, answers))
                    .thenApply(all -> answers.all());
        }));
    }

    /** Neighbours that the same server has go together; one without a key, such as PUBLISH, goes wherever those before it went. */
    private static List<Part> runs(List<Request> commands, String[] servers) {
        List<Part> parts = new ArrayList<>();
        String last = null;
        for (int i = 0; i < commands.size(); i++) {
            String server = server(commands.get(i), servers);
            if (parts.isEmpty() || server != null && last != null && !server.equals(last)) {
                parts.add(new Part());
            }
            last = server == null ? last : server;
            parts.get(parts.size() - 1).add(i, commands.get(i));
        }
        return parts;
    }

    private static String server(Request command, String[] servers) {
        String key = key(command);
        return key == null ? null : servers[ZModem.generate(key)];
    }

    private static String key(Request command) {
        List<byte[]> keys = ((RequestImpl) command).keys();
        return keys.isEmpty() ? null : new String(keys.get(0), StandardCharsets.UTF_8);
    }

    private CompletionStage<Void> send(Part part, RedisScript script, Answers answers) {
        CompletionStage<List<Response>> sent = redis.batch(part.commands()).toCompletionStage();
        if (script != null) {
            sent = sent.exceptionallyCompose(failure -> RedisErrors.isScriptMissing(cause(failure))
                    ? redis.send(script.load(key(part.commands().get(0))))
                            .compose(loaded -> redis.batch(part.commands())).toCompletionStage()
                    : CompletableFuture.failedFuture(cause(failure)));
        }
        return sent.handle((all, failure) -> {
            if (failure == null) {
                answers.add(part, all);
            } else if (!RedisErrors.refused(cause(failure)).isEmpty()) {
                answers.refused(part, cause(failure));
            } else {
                throw new CompletionException(cause(failure));
            }
            return null;
        });
    }

    private CompletableFuture<String[]> servers() {
        Topology known = topology.get();
        if (known != null && System.nanoTime() - known.until() < 0) {
            return known.servers();
        }
        CompletableFuture<String[]> asked = new CompletableFuture<>();
        if (!topology.compareAndSet(known, new Topology(asked, System.nanoTime() + LIFETIME.toNanos()))) {
            return servers();
        }
        redis.send(Request.cmd(Command.CLUSTER).arg("SLOTS")).map(ClusterBatches::read).onComplete(
                asked::complete, asked::completeExceptionally);
        return asked.orTimeout(LIFETIME.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Entries of CLUSTER SLOTS are the first slot, the last one, the server that takes writes, and its replicas. */
    private static String[] read(Response ranges) {
        String[] servers = new String[SLOTS];
        for (Response range : ranges) {
            Response server = range.get(2);
            Arrays.fill(servers, range.get(0).toInteger(), range.get(1).toInteger() + 1,
                    server.get(0) + ":" + server.get(1));
        }
        if (Arrays.stream(servers).anyMatch(Objects::isNull)) {
            throw new IllegalStateException("The Redis cluster does not serve all hash slots");
        }
        return servers;
    }

    /** The failure itself, not what stages make of it, and what is known of the servers is not trusted after one. */
    private CompletionStage<List<Response>> told(CompletionStage<List<Response>> sent) {
        CompletableFuture<List<Response>> told = new CompletableFuture<>();
        sent.whenComplete((answers, failure) -> {
            if (failure == null) {
                told.complete(answers);
                return;
            }
            if (RedisErrors.isOutage(cause(failure))) {
                topology.set(null);
            }
            told.completeExceptionally(cause(failure));
        });
        return told;
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
