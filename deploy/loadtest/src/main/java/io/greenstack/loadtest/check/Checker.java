package io.greenstack.loadtest.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.greenstack.loadtest.generator.SentLedger;

/** The stores and services of a deployment, to be compared with ledgers; what is null is left out. */
public final class Checker {

    private final HttpText http;
    private final History history;
    private final LiveViewReader live;
    private final DeviceApi devices;
    private final List<String> services;

    Checker(HttpText http, History history, LiveViewReader live, DeviceApi devices, List<String> services) {
        this.http = http;
        this.history = history;
        this.live = live;
        this.devices = devices;
        this.services = List.copyOf(services);
    }

    /**
     * A suite whose time-series store is QuestDB and whose API is open.
     *
     * @param services addresses of the services whose message ledgers must add up
     */
    public static Checker of(String questDb, String redis, String api, List<String> services) {
        HttpText http = new HttpText();
        return new Checker(http, new QuestDbHistory(http, questDb), new LiveViewReader(redis),
                new DeviceApi(http, api, null), services);
    }

    /** Compares the stores with what was sent. */
    public CheckReport check(SentLedger ledger) throws IOException {
        List<ServiceLedger> ledgers = new ArrayList<>();
        for (String service : services) {
            ledgers.add(ServiceLedger.parse(service, http.text(HttpRequest.newBuilder(
                    URI.create(service + "/q/metrics")).header("Accept", "text/plain").GET())));
        }
        return new LedgerCheck(ledger).run(history, live, devices, ledgers);
    }

    /** Whether the services can decode what these devices send. */
    public boolean know(List<String> deviceIds) {
        return live.know(deviceIds);
    }

    /** The newest number of each device in the live view; -1 where there is none. */
    public Map<String, Integer> latest(List<String> deviceIds) throws IOException {
        return live.latest(deviceIds);
    }

    /** The dead letters of the devices of a ledger. */
    public List<DeadLettered> deadLetters(SentLedger ledger) {
        Set<String> ids = ledger.devices().stream().map(SentLedger.DeviceLedger::id).collect(Collectors.toSet());
        return live.deadLetters(ids);
    }
}
