package io.greenstack.ingestion.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

import io.greenstack.core.message.RejectReason;
import io.greenstack.edge.intake.PauseException;
import io.greenstack.edge.sink.Sink;
import io.greenstack.edge.sink.SinkMessage;
import io.greenstack.edge.sink.SinkResult;
import io.greenstack.platform.resilience.Breaker;
import io.greenstack.platform.resilience.BreakerOpenException;

/**
 * Writes messages to Kafka through the breaker {@code kafka}; a message is stored when all replicas that are in step have all of its
 * records. A record that Kafka can never take costs only its message. While Kafka is away nothing is acknowledged. A message that was
 * written in part comes again, so its records may be there twice; the producer makes no duplicates by itself.
 */
final class KafkaSink implements Sink, AutoCloseable {

    /** Name of the breaker. */
    static final String BREAKER = "kafka";

    private final KafkaClients clients;
    private final KafkaRecords records;
    private final Breaker breaker;
    private final KafkaLedger ledger;
    private Producer<String, byte[]> producer;

    KafkaSink(KafkaClients clients, KafkaRecords records, Breaker breaker, KafkaLedger ledger) {
        this.clients = clients;
        this.records = records;
        this.breaker = breaker;
        this.ledger = ledger;
    }

    /** Kafka is away, or fails for another reason that is not in the record. */
    static final class AwayException extends RuntimeException {

        AwayException(String detail) {
            super(detail, null, false, false);
        }
    }

    @Override
    public List<SinkResult> write(List<SinkMessage> messages) {
        SinkResult[] results = new SinkResult[messages.size()];
        try {
            breaker.get(() -> {
                send(messages, results);
                return null;
            });
        } catch (AwayException | BreakerOpenException e) {
            PauseException pause = new PauseException("Kafka: " + e.getMessage());
            for (int i = 0; i < results.length; i++) {
                results[i] = results[i] == null ? new SinkResult.Waits(pause) : results[i];
            }
        }
        return Arrays.asList(results);
    }

    /** @throws AwayException if some are not stored; what is known of the others is in the results */
    private void send(List<SinkMessage> messages, SinkResult[] results) {
        List<List<ProducerRecord<String, byte[]>>> all = messages.stream().map(records::of).toList();
        Producer<String, byte[]> open = producer();
        List<List<CompletableFuture<Void>>> sent = new ArrayList<>(all.size());
        boolean going = true;
        for (int i = 0; i < all.size() && going; i++) {
            List<CompletableFuture<Void>> answers = new ArrayList<>(2);
            for (ProducerRecord<String, byte[]> one : all.get(i)) {
                CompletableFuture<Void> answer = send(open, one);
                answers.add(answer);
                // each further record would wait for the broker anew
                going &= !away(answer);
                if (!going) {
                    break;
                }
            }
            sent.add(answers);
        }
        Throwable failure = null;
        for (int i = 0; i < sent.size(); i++) {
            Throwable wrong = settle(sent.get(i));
            if (wrong == null) {
                results[i] = SinkResult.STORED;
            } else if (permanent(wrong)) {
                results[i] = new SinkResult.Refused(RejectReason.STORE_REJECTED, "Kafka: " + wrong.getMessage());
            } else {
                failure = failure == null ? wrong : failure;
            }
        }
        if (failure != null) {
            drop(open);
            throw new AwayException(text(failure));
        }
    }

    private CompletableFuture<Void> send(Producer<String, byte[]> open, ProducerRecord<String, byte[]> one) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        ledger.offer();
        try {
            open.send(one, (metadata, wrong) -> {
                if (wrong == null) {
                    answer.complete(null);
                } else {
                    answer.completeExceptionally(wrong);
                }
            });
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    private static boolean away(CompletableFuture<Void> answer) {
        return answer.isCompletedExceptionally()
                && answer.handle((nothing, wrong) -> !permanent(wrong)).join();
    }

    /** Waits for all records of a message; what the first one failed with, null if all are there. */
    private Throwable settle(List<CompletableFuture<Void>> answers) {
        Throwable wrong = null;
        for (CompletableFuture<Void> answer : answers) {
            try {
                answer.get();
                ledger.acknowledged();
            } catch (ExecutionException e) {
                if (permanent(e.getCause())) {
                    ledger.refused();
                } else {
                    ledger.failed();
                }
                wrong = wrong == null || permanent(wrong) ? e.getCause() : wrong;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                ledger.failed();
                wrong = e;
            }
        }
        return wrong;
    }

    private static boolean permanent(Throwable failure) {
        return failure instanceof RecordTooLargeException || failure instanceof SerializationException
                || failure instanceof InvalidTopicException;
    }

    private static String text(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    /** @throws AwayException also when no name of a broker can be resolved, which may pass */
    private synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            try {
                producer = clients.producer();
            } catch (KafkaException e) {
                throw new AwayException(text(e.getCause() == null ? e : e.getCause()));
            }
        }
        return producer;
    }

    /**
     * After a failure the sequence of an idempotent producer may be broken for good, so the next batch begins with a new one. Another
     * batch may have made that already.
     */
    private synchronized void drop(Producer<String, byte[]> broken) {
        broken.close(Duration.ZERO);
        if (producer == broken) {
            producer = null;
        }
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            drop(producer);
        }
    }
}
