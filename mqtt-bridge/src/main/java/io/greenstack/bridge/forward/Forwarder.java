package io.greenstack.bridge.forward;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jboss.logging.Logger;

import io.greenstack.bridge.outcome.Rejections;
import io.greenstack.bridge.registration.ApiAnswer;
import io.greenstack.bridge.registration.ApiAnswer.Accepted;
import io.greenstack.bridge.registration.ApiAnswer.Later;
import io.greenstack.bridge.registration.ApiAnswer.Refused;
import io.greenstack.bridge.registration.ApiClient;
import io.greenstack.core.message.RejectReason;
import io.greenstack.edge.mqtt.Outcome;
import io.greenstack.edge.mqtt.PauseException;

/**
 * Hands messages on to an endpoint of the api-service, many in one request, in the order of their arrival. They are settled by
 * its results; while it is away they stay with the broker. A request that is refused as a whole is halved until the item is
 * found that is to blame. One instance per kind of message; used by one thread at a time.
 */
public final class Forwarder {

    private static final Logger LOG = Logger.getLogger(Forwarder.class);
    private static final byte[] END = "]}".getBytes(StandardCharsets.UTF_8);
    private static final int MOST_OCTETS = 1 << 20;
    private static final int MOST_ITEMS = 1_000;

    private final ApiClient api;
    private final String path;
    private final byte[] begin;
    private final String what;
    private boolean waiting;

    /**
     * @param api the api-service
     * @param path of the endpoint, from {@code /api} on
     * @param member member of the request that holds the items
     * @param what the messages, for logs, in the plural
     */
    public Forwarder(ApiClient api, String path, String member, String what) {
        this.api = api;
        this.path = path;
        this.begin = ("{\"" + member + "\":[").getBytes(StandardCharsets.UTF_8);
        this.what = what;
    }

    /**
     * Sends items and settles their messages; those of which nothing is said before are settled here.
     *
     * @param items in the order of arrival; several may belong to one message
     * @throws PauseException when the api-service asks for a pause and everything has to wait
     */
    public List<Outcome> send(List<ForwardItem> items, String traceparent, Rejections.Batch outcomes) {
        Set<Integer> rejected = new HashSet<>();
        Later later = null;
        for (List<ForwardItem> part : parts(items)) {
            later = send(part, traceparent, outcomes, rejected);
            if (later != null) {
                break;
            }
        }
        List<Outcome> results = outcomes.finish();
        note(later);
        if (later != null && later.retryAfter() != null && results.stream().allMatch(Outcome.RETRY::equals)) {
            throw new PauseException(what + " wait: " + later.why(), later.retryAfter());
        }
        return results;
    }

    /** Requests of a bounded size; the items of one message stay together, so that it is settled as a whole. */
    private static List<List<ForwardItem>> parts(List<ForwardItem> items) {
        List<List<ForwardItem>> parts = new ArrayList<>();
        int from = 0;
        int octets = 0;
        for (int i = 0; i < items.size(); i++) {
            octets += items.get(i).json().length;
            boolean full = octets > MOST_OCTETS || i - from >= MOST_ITEMS;
            if (full && i > from && items.get(i).index() != items.get(i - 1).index()) {
                parts.add(items.subList(from, i));
                from = i;
                octets = items.get(i).json().length;
            }
        }
        if (from < items.size()) {
            parts.add(items.subList(from, items.size()));
        }
        return parts;
    }

    /** Sends items; answers why they, and all that follow, have to wait, null if they need not. */
    private Later send(List<ForwardItem> items, String traceparent, Rejections.Batch outcomes, Set<Integer> rejected) {
        ApiAnswer answer = api.post(path, body(items), traceparent).toCompletableFuture().join();
        if (answer instanceof Later later) {
            return later;
        }
        if (answer instanceof Refused refused) {
            int half = half(items);
            if (half == 0) {
                items.forEach(item -> outcomes.reject(item.index(), RejectReason.API_REJECTED, refused.detail()));
                return null;
            }
            Later later = send(items.subList(0, half), traceparent, outcomes, rejected);
            return later != null ? later : send(items.subList(half, items.size()), traceparent, outcomes, rejected);
        }
        return settle(items, (Accepted) answer, outcomes, rejected);
    }

    /** Where to divide items, between two messages; 0 if they belong to one. */
    private static int half(List<ForwardItem> items) {
        int half = items.size() / 2;
        while (half > 0 && items.get(half).index() == items.get(half - 1).index()) {
            half--;
        }
        int first = items.get(0).index();
        while (half == 0 && items.get(items.size() - 1).index() != first) {
            do {
                half++;
            } while (items.get(half).index() == first);
        }
        return half;
    }

    private byte[] body(List<ForwardItem> items) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        out.writeBytes(begin);
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(items.get(i).json());
        }
        out.writeBytes(END);
        return out.toByteArray();
    }

    private Later settle(List<ForwardItem> items, Accepted accepted, Rejections.Batch outcomes, Set<Integer> rejected) {
        List<ForwardResults.Result> results;
        try {
            results = ForwardResults.of(accepted.body());
        } catch (IOException e) {
            return new Later("the api-service gave an answer that cannot be read: " + e.getMessage(), null);
        }
        if (results.size() != items.size()) {
            return new Later("the api-service gave " + results.size() + " results for " + items.size() + " " + what,
                    null);
        }
        for (int i = 0; i < items.size(); i++) {
            ForwardResults.Result result = results.get(i);
            int index = items.get(i).index();
            if (result.rejected()) {
                rejected.add(index);
                outcomes.reject(index, RejectReason.API_REJECTED, result.code() + ": " + result.detail());
            } else if (!rejected.contains(index)) {
                outcomes.written(index);
            }
        }
        return null;
    }

    /** One line when messages begin to wait and one when they go on. */
    private void note(Later later) {
        if (later != null && !waiting) {
            LOG.warnf("The %s wait for the api-service: %s", what, later.why());
        } else if (later == null && waiting) {
            LOG.infof("The api-service takes %s again", what);
        }
        waiting = later != null;
    }
}
