package io.greenstack.ingestion.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
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
        Producer<String, byte[]> open = producer();
        List<List<Future<?>>> sent = new ArrayList<>(messages.size());
        RuntimeException failure = null;
        for (int i = 0; i < messages.size() && failure == null; i++) {
            List<Future<?>> futures = new ArrayList<>(2);
            try {
                for (ProducerRecord<String, byte[]> record : records.of(messages.get(i))) {
                    ledger.offer();
                    futures.add(open.send(record));
                }
            } catch (RuntimeException e) {
                ledger.failed();
                failure = e;
            }
            sent.add(futures);
        }
        for (int i = 0; i < sent.size(); i++) {
            Throwable wrong = settle(sent.get(i));
            boolean complete = failure == null || i < sent.size() - 1;
            if (wrong != null && permanent(wrong)) {
                results[i] = new SinkResult.Refused(RejectReason.STORE_REJECTED, "Kafka: " + wrong.getMessage());
            } else if (wrong == null && complete) {
                results[i] = SinkResult.STORED;
            } else if (wrong != null) {
                failure = new AwayException(text(wrong));
            }
        }
        if (failure != null) {
            if (permanent(failure)) {
                results[sent.size() - 1] = new SinkResult.Refused(RejectReason.STORE_REJECTED,
                        "Kafka: " + failure.getMessage());
            } else {
                renew();
            }
            throw failure instanceof AwayException away ? away : new AwayException(text(failure));
        }
    }

    /** Waits for all records of a message; what the first one failed with, null if all are there. */
    private Throwable settle(List<Future<?>> futures) {
        Throwable wrong = null;
        for (Future<?> future : futures) {
            try {
                future.get();
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

    private synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = clients.producer();
        }
        return producer;
    }

    /** After a failure the sequence of an idempotent producer may be broken for good, so the next batch begins with a new one. */
    private synchronized void renew() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    @Override
    public void close() {
        renew();
    }
}
