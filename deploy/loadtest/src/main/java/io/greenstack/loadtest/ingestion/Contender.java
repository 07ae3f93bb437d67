package io.greenstack.loadtest.ingestion;

import java.io.IOException;

import io.greenstack.loadtest.generator.PayloadShape;

/** Something that takes messages from the broker to the store. */
interface Contender {

    /** Name in the table. */
    String name();

    /** MQTT client id of its persistent session. */
    String clientId();

    /** Starts it; returns when it can take messages. */
    void start() throws IOException, InterruptedException;

    /** Id of its process. */
    long processId();

    /** Ends it. */
    void stop() throws InterruptedException;

    /** Where its numbers are. */
    Place place();

    /** How the numbers of messages lie in the store. */
    enum Place {
        /** A line for each value. */
        NARROW,
        /** A line for each message. */
        WIDE,
        /** As the peer writes: a line for each message, the topic as a tag. */
        PEER;

        /** How many values of a message it keeps: the peer leaves out what is no number. */
        int numbers(PayloadShape shape) {
            return this == PEER && shape == PayloadShape.B ? 2 : shape.numbers();
        }
    }
}
