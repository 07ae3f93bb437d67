package io.greenstack.bridge.master;

import io.greenstack.bridge.master.AdapterException.Kind;
import io.greenstack.edge.intake.PauseException;

/**
 * Where a device hangs.
 *
 * @param runner of its master
 * @param port its port; by its id where it does not hang there now
 * @param present whether it hangs there
 */
record PortPlace(MasterRunner runner, int port, boolean present) {

    /** Whether it can be told by now what hangs on the master, or why that cannot be told. */
    boolean known() {
        return runner.tried();
    }

    /** Has what is sent to the device wait. */
    PauseException pause() {
        return new PauseException("It is not known yet what hangs on master " + runner.config().id());
    }

    /**
     * Why a device that is not present cannot be reached.
     *
     * @param waits whether it may turn out to be present; then null says that nobody knows
     */
    AdapterException absence(boolean waits) {
        MasterReport report = runner.report();
        return switch (report.state()) {
            case AWAY, REFUSED -> new AdapterException(Kind.AWAY, "master-away", report.error());
            default -> waits && (report.state() == MasterReport.State.WAITING || runner.unsure().contains(port))
                    ? null
                    : new AdapterException(Kind.DEVICE, "no-device", "The device does not hang on port " + port
                            + " of master " + runner.config().id() + " now");
        };
    }
}
