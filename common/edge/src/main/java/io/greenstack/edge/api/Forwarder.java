package io.greenstack.edge.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.LeftOut;
import io.greenstack.core.message.RejectReason;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.api.ApiAnswer.Accepted;
import io.greenstack.edge.api.ApiAnswer.Failed;
import io.greenstack.edge.api.ApiAnswer.Later;
import io.greenstack.edge.api.ApiAnswer.Refused;
import io.greenstack.edge.intake.IntakeBatch;
import io.greenstack.edge.intake.IntakeHandler;

/**
 * Hands messages of one kind on to an endpoint of the api-service, many in one request, in the order of their arrival. They are
 * settled by its results; while it is away they stay with the broker. A request that is refused as a whole, or over which the
 * api-service fails, is halved until the message is found that is to blame. Used by one thread at a time.
 */
public final class Forwarder implements IntakeHandler {

    private static final byte[] END = "]}".getBytes(StandardCharsets.UTF_8);
    private static final int MOST_OCTETS = 1 << 20;
    private static final int MOST_ITEMS = 1_000;

    private final EdgeApiClient api;
    private final Topics topics;
    private final String path;
    private final byte[] begin;
    private final String what;
    private final Body body;
    private final Suspects suspects;

    /** Makes the objects of a request. */
    @FunctionalInterface
    public interface Body {

        /**
         * What a message contributes to a request; nothing, if it says nothing.
         *
         * @param leftOut is told what of it is not kept, while the rest is
         * @throws io.greenstack.core.message.PayloadException if it can never be understood
         */
        List<byte[]> items(DeviceId device, InboundMessage message, Consumer<LeftOut> leftOut);
    }

    /**
     * @param path of the endpoint, from {@code /api} on
     * @param member member of the request that holds the items
     * @param what the messages, for logs, in the plural
     */
    public Forwarder(EdgeApiClient api, Topics topics, String path, String member, String what, Body body) {
        this.api = api;
        this.topics = topics;
        this.path = path;
        this.begin = ("{\"" + member + "\":[").getBytes(StandardCharsets.UTF_8);
        this.what = what;
        this.body = body;
        this.suspects = new Suspects(api);
    }

    @Override
    public void handle(IntakeBatch batch) {
        List<ForwardItem> items = new ArrayList<>(batch.size());
        List<ForwardItem> suspected = new ArrayList<>();
        batch.each((index, message) -> {
            DeviceId device = topics.parse(message.topic()).deviceId();
            List<byte[]> objects = body.items(device, message, parts -> batch.leftOut(index, parts));
            if (objects.isEmpty()) {
                batch.written(index);
            }
            for (byte[] object : objects) {
                (suspects.contains(device.value()) ? suspected : items)
                        .add(new ForwardItem(index, device.value(), object));
            }
        });
        Run run = new Run(batch);
        Later later = run.send(items, false);
        if (later == null) {
            later = run.send(suspected, suspects.proven());
            later = later == null ? null : later.afterOthers();
        }
        if (later != null) {
            batch.pause(later.pause(what));
        }
    }

    /** One batch on its way. */
    private final class Run {

        private final IntakeBatch batch;
        /** Devices whose messages wait behind one over which the api-service failed. */
        private final Set<String> held = new HashSet<>();
        private boolean taken;

        Run(IntakeBatch batch) {
            this.batch = batch;
        }

        /** Sends items in requests of a bounded size; answers why the rest has to wait, null if it need not. */
        Later send(List<ForwardItem> items, boolean suspect) {
            int from = 0;
            int octets = 0;
            Later later = null;
            for (int i = 0; i < items.size() && later == null; i++) {
                octets += items.get(i).json().length;
                boolean full = octets > MOST_OCTETS || i - from >= MOST_ITEMS;
                if (full && i > from && items.get(i).index() != items.get(i - 1).index()) {
                    later = post(items.subList(from, i), suspect);
                    from = i;
                    octets = items.get(i).json().length;
                }
            }
            return later != null || from == items.size() ? later : post(items.subList(from, items.size()), suspect);
        }

        private Later post(List<ForwardItem> all, boolean suspect) {
            List<ForwardItem> items = all.stream().filter(item -> !held.contains(item.device())).toList();
            if (items.isEmpty()) {
                return null;
            }
            ApiAnswer answer = api.post(path, request(items), batch.traceparent(), suspect).toCompletableFuture()
                    .join();
            if (answer instanceof Later later) {
                return later;
            }
            if (answer instanceof Accepted accepted) {
                return settle(items, accepted);
            }
            int half = half(items);
            if (half > 0) {
                boolean failed = suspect || answer instanceof Failed;
                Later later = post(items.subList(0, half), failed);
                return later != null ? later : post(items.subList(half, items.size()), failed);
            }
            return answer instanceof Refused refused
                    ? reject(items.get(0), RejectReason.API_REJECTED, refused.detail())
                    : blame(items.get(0), (Failed) answer);
        }

        private Later reject(ForwardItem item, String reason, String detail) {
            suspects.clear(item.device());
            batch.reject(item.index(), reason, detail);
            return null;
        }

        /** A second message over which it fails, without one that it takes, says that it fails for all. */
        private Later blame(ForwardItem item, Failed failed) {
            if (suspects.toBlame(item.device(), batch.message(item.index()))) {
                return reject(item, RejectReason.INTERNAL_ERROR, "The api-service fails over this message, and over"
                        + " no other: " + failed.detail());
            }
            boolean first = held.isEmpty();
            batch.pause(new Later(failed.detail(), null).pause(what));
            held.add(item.device());
            return first || taken ? null : new Later(failed.detail(), null);
        }

        private Later settle(List<ForwardItem> items, Accepted accepted) {
            List<ForwardResults.Result> results;
            try {
                results = ForwardResults.of(accepted.body());
            } catch (IOException e) {
                return new Later("it gave an answer that cannot be read: " + e.getMessage(), null);
            }
            if (results.size() != items.size()) {
                return new Later("it gave " + results.size() + " results for " + items.size() + " " + what, null);
            }
            taken = true;
            for (int i = 0; i < items.size(); i++) {
                ForwardResults.Result result = results.get(i);
                ForwardItem item = items.get(i);
                suspects.clear(item.device());
                if (result.rejected()) {
                    reject(item, RejectReason.API_REJECTED, result.code() + ": " + result.detail());
                }
            }
            items.forEach(item -> batch.written(item.index()));
            return null;
        }
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

    private byte[] request(List<ForwardItem> items) {
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

    /**
     * What one message contributes to a request.
     *
     * @param index its message in the batch
     * @param device its device
     * @param json its object in the request to the api-service
     */
    record ForwardItem(int index, String device, byte[] json) {}
}
