package io.greenstack.bridge.master;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.greenstack.bridge.dialect.Publication;
import io.greenstack.bridge.dialect.Publisher;
import io.greenstack.bridge.master.AdapterException.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

/**
 * Requests to a master over the broker. Each names the topic of its answer, which nobody else uses, so answers are never mixed up. A
 * request goes out once: a write that was carried out and not answered is not done twice.
 */
public final class MasterRequests {

    private final Vertx vertx;
    private final Publisher publisher;
    private final long limitMillis;
    private final Map<String, Promise<byte[]>> waiting = new ConcurrentHashMap<>();

    /** @param limit longest time for an answer */
    public MasterRequests(Vertx vertx, Publisher publisher, Duration limit) {
        this.vertx = vertx;
        this.publisher = publisher;
        this.limitMillis = limit.toMillis();
    }

    /** How long an answer may take. */
    public long limitMillis() {
        return limitMillis;
    }

    /**
     * Publishes a request.
     *
     * @param answer topic on which the answer is told
     * @return the answer; fails with an {@link AdapterException} of the code {@code no-answer} when there is none in time
     */
    public Future<byte[]> send(String topic, JsonObject request, String answer) {
        Promise<byte[]> promise = Promise.promise();
        waiting.put(answer, promise);
        long timer = vertx.setTimer(limitMillis, late -> promise.tryFail(new AdapterException(Kind.AWAY, "no-answer",
                "The master does not answer on " + answer.substring(0, answer.lastIndexOf('/')) + " within "
                        + limitMillis + " ms; is it connected to this broker?")));
        publish(topic, request).onFailure(promise::tryFail);
        return promise.future().onComplete(end -> {
            waiting.remove(answer);
            vertx.cancelTimer(timer);
        });
    }

    /** Publishes what is not answered; ends when the broker has it. */
    public Future<Void> publish(String topic, JsonObject message) {
        return Future.fromCompletionStage(publisher.publish(new Publication(topic, message.toBuffer().getBytes(), 1,
                false))).recover(failure -> Future.failedFuture(
                        new AdapterException(Kind.AWAY, "broker-away",
                                "The broker does not take the request: " + failure.getMessage())));
    }

    /** Whether a message is an answer that somebody waits for; then it gets it. */
    public boolean answered(String topic, byte[] payload) {
        Promise<byte[]> promise = waiting.get(topic);
        return promise != null && promise.tryComplete(payload);
    }

    /** What is under way fails. */
    public void close() {
        waiting.values().forEach(promise -> promise
                .tryFail(new AdapterException(Kind.AWAY, "master-away", "The master is not run any more")));
    }
}
