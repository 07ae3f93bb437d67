package io.greenstack.loadtest.faults;

import java.time.Duration;
import java.util.List;

import io.greenstack.loadtest.check.CheckReport;
import io.greenstack.loadtest.check.DeadLettered;

/**
 * What came of a run with faults.
 *
 * @param rows one for each fault
 * @param check the stores after the run
 * @param earlierDeadLetters messages that were set aside before the last fault; they should be none as well
 */
public record FaultReport(List<Row> rows, CheckReport check, List<DeadLettered> earlierDeadLetters) {

    /**
     * A fault.
     *
     * @param fault its name
     * @param away from its begin until the part was back
     * @param recovery from then until the live view held everything that the broker had taken by then
     * @param health the slowest answer of a health endpoint meanwhile
     */
    public record Row(String fault, Duration away, Duration recovery, Duration health) {

        /** Whether every health endpoint answered, well or not, for as long as its service ran. */
        public boolean healthAnswered() {
            return health.compareTo(HealthWatch.LIMIT) < 0;
        }
    }

    public FaultReport {
        rows = List.copyOf(rows);
        earlierDeadLetters = List.copyOf(earlierDeadLetters);
    }

    /** Whether nothing is missing, doubled, out of order or set aside, and the ledgers add up. */
    public boolean passed() {
        return check.passed() && earlierDeadLetters.isEmpty();
    }
}
