package io.greenstack.loadtest.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
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

    /** A QuestDB and the services that write to it, and nothing else. */
    public static Checker ofQuestDb(String questDb, List<String> services) {
        HttpText http = new HttpText();
        return new Checker(http, new QuestDbHistory(http, questDb), null, null, services);
    }

    /**
     * An InfluxDB 2 and the services that write to it, and nothing else.
     *
     * @param from begin of the time range that is read
     */
    public static Checker ofInfluxDb(String influxDb, String org, String bucket, String token, Instant from,
            List<String> services) {
        HttpText http = new HttpText();
        return new Checker(http, new InfluxHistory(http, influxDb, org, bucket, token, from), null, null, services);
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
