package io.greenstack.api.telemetry;

/** Somebody who watches the readings of a device. Never blocks its caller. */
interface LiveViewer {

    /** A reading as JSON. */
    void offer(String reading);

    /** The service stops. */
    void end();
}
