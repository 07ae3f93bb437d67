package io.greenstack.bridge.master;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.core.message.JsonObjects;
import io.greenstack.edge.api.ApiAnswer;
import io.greenstack.edge.api.EdgeApiClient;

/** Tells the API how it is with the masters: what is new at once, everything every few seconds. One request at a time. */
@Singleton
class MasterReporter {

    private static final Logger LOG = Logger.getLogger(MasterReporter.class);
    private static final long ALL_NANOS = 5_000_000_000L;
    private static final int AT_ONCE = 200;

    private final EdgeApiClient api;
    private final Map<String, MasterReport> told = new HashMap<>();
    private final Map<String, Long> toldAt = new HashMap<>();
    private volatile boolean busy;

    MasterReporter(EdgeApiClient api) {
        this.api = api;
    }

    /** Forgets what was told, because another bridge tells others. */
    synchronized void forget() {
        told.clear();
        toldAt.clear();
    }

    /** Tells what is new of some masters, unless it is being told of others. */
    synchronized void report(long epoch, List<MasterReport> reports) {
        long now = System.nanoTime();
        List<MasterReport> news = new ArrayList<>();
        for (MasterReport report : reports) {
            Long at = toldAt.get(report.id());
            if (news.size() < AT_ONCE && (at == null || now - at > ALL_NANOS || report.news(told.get(report.id())))) {
                news.add(report);
            }
        }
        if (busy || news.isEmpty()) {
            return;
        }
        busy = true;
        api.post("/api/masters/reports", body(epoch, news), null, false).whenComplete((answer, failure) -> {
            if (answer instanceof ApiAnswer.Accepted) {
                note(news, now);
            } else if (answer instanceof ApiAnswer.Refused refused) {
                LOG.warnf("The API does not take what is told of masters: %s", refused.detail());
                note(news, now);
            }
            busy = false;
        });
    }

    private synchronized void note(List<MasterReport> news, long now) {
        news.forEach(report -> {
            told.put(report.id(), report);
            toldAt.put(report.id(), now);
        });
    }

    private static byte[] body(long epoch, List<MasterReport> news) {
        return JsonObjects.object(json -> {
            json.writeNumberField("epoch", epoch);
            json.writeArrayFieldStart("masters");
            for (MasterReport report : news) {
                report.write(json);
            }
            json.writeEndArray();
        });
    }
}
