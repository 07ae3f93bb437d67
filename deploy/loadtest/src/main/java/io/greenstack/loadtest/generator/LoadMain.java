package io.greenstack.loadtest.generator;

import java.io.IOException;

/** {@code load}: publishes and writes the ledger; exit code 0 = all acknowledged, 1 = some not, 2 = wrong options. */
public final class LoadMain {

    private LoadMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        LoadOptions options;
        try {
            options = LoadOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(LoadOptions.USAGE);
            System.exit(2);
            return;
        }
        SentLedger ledger = new LoadGenerator(options).run();
        ledger.write(options.ledger());
        long sent = 0;
        long open = 0;
        for (SentLedger.DeviceLedger device : ledger.devices()) {
            for (SentSeries series : device.kinds().values()) {
                sent += series.sent();
                open += series.unacknowledged().size();
            }
        }
        System.out.printf("%d messages sent, %d not acknowledged; PUBACK p50 %d us, p99 %d us, max %d us; ledger: %s%n",
                sent, open, ledger.latency().p50(), ledger.latency().p99(), ledger.latency().max(), options.ledger());
        System.exit(open == 0 ? 0 : 1);
    }
}
