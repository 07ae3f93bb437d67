package io.greenstack.loadtest.check;

import java.util.List;

/**
 * Result of a check.
 *
 * @param devices how many were compared
 * @param sent messages that the generator sent
 * @param acknowledged how many of them the broker acknowledged
 * @param findings what is wrong, one for each device, kind and store with something wrong
 * @param deadLetters messages of the devices that were set aside
 * @param services ledgers of the services that were asked
 */
public record CheckReport(int devices, long sent, long acknowledged, List<Finding> findings,
        List<DeadLettered> deadLetters, List<ServiceLedger> services) {

    public CheckReport {
        findings = List.copyOf(findings);
        deadLetters = List.copyOf(deadLetters);
        services = List.copyOf(services);
    }

    /** Nothing missing, doubled or out of order, and every service accounts for what it received and dropped nothing. */
    public boolean passed() {
        return findings.isEmpty() && deadLetters.isEmpty()
                && services.stream().allMatch(ledger -> ledger.open().isEmpty());
    }
}
