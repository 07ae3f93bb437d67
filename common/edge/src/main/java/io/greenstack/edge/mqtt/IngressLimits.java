package io.greenstack.edge.mqtt;

import java.time.Duration;

import io.greenstack.edge.intake.Outcome;

/**
 * How much the ingress holds in memory and how it cuts batches.
 *
 * @param queueMessages messages held (queued or being handled) at which the ingress stops reading from the socket
 * @param queueBytes bytes held at which the ingress stops reading; payload, topic and a fixed overhead count
 * @param batchMessages most messages in one call of the handler
 * @param linger longest wait for a batch to fill after its first message; zero hands over what is there
 * @param batchesInFlight 1 for strictly serial handling; more for several concurrent calls of the handler, which gives
 *        up order between batches
 * @param retryMin first wait after {@link Outcome#RETRY} or an exception
 * @param retryMax longest such wait
 */
public record IngressLimits(int queueMessages, long queueBytes, int batchMessages, Duration linger, int batchesInFlight,
        Duration retryMin, Duration retryMax) {

    /** Checks the ranges. */
    public IngressLimits {
        if (queueMessages < 1 || queueBytes < 1 || batchMessages < 1 || batchesInFlight < 1) {
            throw new IllegalArgumentException("Ingress limits must be positive");
        }
        if (linger.isNegative() || retryMin.isNegative() || retryMin.isZero() || retryMax.compareTo(retryMin) < 0) {
            throw new IllegalArgumentException("Ingress times must be positive and in order");
        }
    }

    /**
     * Octets of a batch, weighed as those of the queue: what a handler makes of a batch is several times as large, so that a batch of
     * a whole queue of large messages would not fit into memory.
     */
    long batchBytes() {
        return Math.max(1, queueBytes / 16);
    }
}
