package io.greenstack.loadtest.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.greenstack.loadtest.generator.ExpectedState;
import io.greenstack.loadtest.generator.MessageKind;
import io.greenstack.loadtest.generator.PayloadShape;
import io.greenstack.loadtest.generator.SentLedger;
import io.greenstack.loadtest.generator.SentSeries;

/** Compares a ledger of the generator with the stores that are given; a store that is null is left out. */
final class LedgerCheck {

    /** Changes that the history of a twin keeps unless it is configured otherwise. */
    private static final int KEPT_CHANGES = 100;

    private final SentLedger ledger;
    private final List<Finding> findings = new ArrayList<>();

    LedgerCheck(SentLedger ledger) {
        this.ledger = ledger;
    }

    CheckReport run(History history, LiveViewReader live, DeviceApi api, List<ServiceLedger> services)
            throws IOException {
        for (SentLedger.DeviceLedger device : ledger.devices()) {
            telemetry(device, history, live);
            status(device, live);
            registration(device, api);
            reports(device, api);
            events(device, api);
        }
        long sent = 0;
        long open = 0;
        for (SentLedger.DeviceLedger device : ledger.devices()) {
            for (SentSeries series : device.kinds().values()) {
                sent += series.sent();
                open += series.unacknowledged().size();
            }
        }
        Set<String> ids = ledger.devices().stream().map(SentLedger.DeviceLedger::id).collect(Collectors.toSet());
        return new CheckReport(ledger.devices().size(), sent, sent - open, findings,
                live == null ? List.of() : live.deadLetters(ids), services);
    }

    private void telemetry(SentLedger.DeviceLedger device, History history, LiveViewReader live) throws IOException {
        SentSeries sent = device.kinds().get(MessageKind.TELEMETRY.label());
        if (sent == null) {
            return;
        }
        boolean raw = PayloadShape.valueOf(device.shape().toUpperCase(Locale.ROOT)).raw();
        String kind = MessageKind.TELEMETRY.label();
        if (history != null) {
            add(Comparison.complete("history", device.id(), kind, sent, history.numbers(device.id(), raw)));
        }
        if (live != null) {
            add(Comparison.newest("live", device.id(), kind, sent, live.applied(device.id())));
        }
    }

    private void status(SentLedger.DeviceLedger device, LiveViewReader live) {
        SentSeries sent = device.kinds().get(MessageKind.STATUS.label());
        if (sent != null && live != null && !ExpectedState.connectionStates(sent).contains(
                String.valueOf(live.connectionState(device.id())))) {
            add(lastIsMissing("live", device.id(), MessageKind.STATUS, sent));
        }
    }

    private void registration(SentLedger.DeviceLedger device, DeviceApi api) throws IOException {
        SentSeries sent = device.kinds().get(MessageKind.REGISTER.label());
        if (sent != null && api != null && !ExpectedState.names(device.id(), sent).contains(
                String.valueOf(api.name(device.id())))) {
            add(lastIsMissing("registry", device.id(), MessageKind.REGISTER, sent));
        }
    }

    private void reports(SentLedger.DeviceLedger device, DeviceApi api) throws IOException {
        SentSeries sent = device.kinds().get(MessageKind.REPORTED.label());
        if (sent == null || api == null) {
            return;
        }
        if (!ExpectedState.isLast(sent, api.reported(device.id()))) {
            add(lastIsMissing("twin", device.id(), MessageKind.REPORTED, sent));
        }
        List<Integer> applied = api.reports(device.id());
        String kind = MessageKind.REPORTED.label();
        add(sent.sent() <= KEPT_CHANGES
                ? Comparison.complete("twin history", device.id(), kind, sent, applied)
                : Comparison.newest("twin history", device.id(), kind, sent, applied));
    }

    private void events(SentLedger.DeviceLedger device, DeviceApi api) throws IOException {
        SentSeries sent = device.kinds().get(MessageKind.EVENT.label());
        if (sent == null || api == null) {
            return;
        }
        String kind = MessageKind.EVENT.label();
        add(Comparison.complete("events", device.id(), kind, sent, api.events(device.id())));
        if (sent.unacknowledged().isEmpty()) {
            int last = sent.sent() - 1;
            List<Integer> expected = last % 2 == 0 ? List.of(last) : List.of();
            List<Integer> active = api.activeEvents(device.id());
            if (!active.equals(expected)) {
                add(new Finding("active events", device.id(), kind, expected, List.of(), List.of(), active));
            }
        }
    }

    private static Finding lastIsMissing(String store, String device, MessageKind kind, SentSeries sent) {
        return new Finding(store, device, kind.label(), List.of(sent.lastAcknowledged()), List.of(), List.of(),
                List.of());
    }

    private void add(Finding finding) {
        if (!finding.clean()) {
            findings.add(finding);
        }
    }
}
