package io.greenstack.edge.mqtt;

import java.time.Duration;

/** Takes messages from the queue and has them handled, each until it is done with. */
interface Pump {

    /** @param name of its threads */
    void start(String name);

    /** Whether its threads run. */
    boolean alive();

    /** How much of it waits to repeat something. */
    int retrying();

    /**
     * Takes what is in the queue, lets it end, and leaves; what has not ended by the deadline is given up.
     *
     * @return whether everything was settled
     */
    boolean drain(Duration deadline) throws InterruptedException;

    SettlingTimes times();
}
