package io.greenstack.api.deadletter;

import static io.greenstack.api.deadletter.DeadLetterReader.await;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.greenstack.api.deadletter.DeadLetterResource.SelectionRequest;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.ChangeNotes;
import io.greenstack.descriptions.Sparse;
import io.greenstack.platform.deadletter.DeadLetterHeader;
import io.greenstack.platform.deadletter.DeadLetterStore;
import io.greenstack.platform.deadletter.ReplayQueue;
import io.greenstack.platform.deadletter.ReplayQueue.Moved;
import io.greenstack.platform.deadletter.ReplayQueue.ReplayJob;

/** Replays and discards dead letters. */
@ApplicationScoped
class DeadLetterService {

    private static final Logger LOG = Logger.getLogger(DeadLetterService.class);
    private static final int DEFAULT_LIMIT = 1000;
    private static final int PIECE = 250;

    private final DeadLetterReader reader;
    private final DeadLetterStore store;
    private final ReplayQueue replays;
    private final ChangeNotes changes;

    public DeadLetterService(DeadLetterReader reader, DeadLetterStore store, ReplayQueue replays,
            ChangeNotes changes) {
        this.reader = reader;
        this.store = store;
        this.replays = replays;
        this.changes = changes;
    }

    /** A selection: what can be replayed, what cannot, and whether there is more of it. */
    private record Selection(Map<String, List<String>> byService, int gone, int cut, boolean more) {}

    /**
     * Sends one dead letter back to its service.
     *
     * @throws ApiException 404 if it is not there, 409 {@code payload-cut} if it cannot be replayed
     */
    ReplayView replay(DeadLetterId id, String by) {
        if (reader.get(id).cut()) {
            throw ApiException.conflict("payload-cut",
                    "Only the beginning of the payload is kept, so the message cannot be replayed.");
        }
        return replay(new Selection(Map.of(id.service(), List.of(id.streamId())), 0, 0, false), by);
    }

    /** Sends a selection back to the services that gave it up. */
    ReplayView replay(SelectionRequest request, String by) {
        return replay(select(request, true), by);
    }

    /** How far a replay has come. */
    ReplayView job(String id) {
        ReplayJob job = await(replays.job(id));
        if (job == null) {
            throw ApiException.notFound("There is no replay '" + id + "' (any more).");
        }
        return ReplayView.of(job);
    }

    /** Deletes one dead letter for good. */
    void discard(DeadLetterId id, String by) {
        DeadLetterView gone = DeadLetterView.of(reader.get(id));
        await(store.delete(id.service(), List.of(id.streamId())));
        LOG.infof("Dead letter %s was discarded by %s", id, by);
        changes.changed(gone, null);
    }

    /** Deletes a selection for good. */
    DiscardView discard(SelectionRequest request, String by) {
        Selection selection = select(request, false);
        long discarded = 0;
        for (Map.Entry<String, List<String>> service : selection.byService().entrySet()) {
            for (List<String> piece : pieces(service.getValue())) {
                discarded += await(store.delete(service.getKey(), piece));
            }
        }
        LOG.infof("%d dead letters were discarded by %s", discarded, by);
        changes.changed(Map.of("dead_letters", discarded), Map.of("dead_letters", 0));
        return new DiscardView(discarded, selection.more());
    }

    private ReplayView replay(Selection selection, String by) {
        String job = UUID.randomUUID().toString();
        int queued = 0;
        int gone = selection.gone();
        boolean full = false;
        for (Map.Entry<String, List<String>> service : selection.byService().entrySet()) {
            for (List<String> piece : pieces(service.getValue())) {
                Moved moved = await(replays.move(service.getKey(), piece, job));
                queued += moved.queued();
                gone += moved.gone();
                full |= moved.full();
            }
        }
        LOG.infof("%d dead letters are replayed by %s as %s", queued, by, job);
        ReplayView replay = new ReplayView(job, queued == 0, queued, 0, 0, gone, selection.cut(),
                selection.more() || full);
        changes.changed(null, replay);
        return replay;
    }

    private Selection select(SelectionRequest request, boolean whole) {
        long given = Stream.of(request.ids(), request.filter(), request.all()).filter(part -> part != null).count();
        if (given != 1 || Boolean.FALSE.equals(request.all())) {
            throw ApiException.invalidParameter("selection",
                    "exactly one of 'ids', 'filter' and 'all: true' is needed");
        }
        if (request.filter() != null && request.filter().unrestricted()) {
            throw ApiException.invalidParameter("filter", "an empty filter means nothing; say 'all: true' for all");
        }
        int limit = request.limit() == null ? DEFAULT_LIMIT : request.limit();
        return request.ids() != null
                ? byIds(request.ids(), whole)
                : byFilter(request.all() != null ? DeadLetterFilter.ALL : request.filter(), limit, whole);
    }

    private Selection byIds(List<String> texts, boolean whole) {
        Map<String, List<String>> byService = new LinkedHashMap<>();
        int cut = 0;
        int gone = 0;
        for (DeadLetterId id : texts.stream().map(text -> DeadLetterId.parse("ids", text)).distinct().sorted(
                Comparator.reverseOrder()).toList()) {
            List<DeadLetterHeader> found = reader.header(id);
            if (found.isEmpty()) {
                gone++;
            } else if (whole && found.get(0).cut()) {
                cut++;
            } else {
                byService.computeIfAbsent(id.service(), key -> new ArrayList<>()).add(id.streamId());
            }
        }
        return new Selection(byService, gone, cut, false);
    }

    private Selection byFilter(DeadLetterFilter filter, int limit, boolean whole) {
        Map<String, List<String>> byService = new LinkedHashMap<>();
        int cut = 0;
        int taken = 0;
        for (DeadLetterHeader letter : reader.select(filter)) {
            if (whole && letter.cut()) {
                cut++;
            } else if (taken == limit) {
                return new Selection(byService, 0, cut, true);
            } else {
                byService.computeIfAbsent(letter.service(), key -> new ArrayList<>()).add(letter.id());
                taken++;
            }
        }
        return new Selection(byService, 0, cut, false);
    }

    private static List<List<String>> pieces(List<String> ids) {
        List<List<String>> pieces = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += PIECE) {
            pieces.add(ids.subList(from, Math.min(ids.size(), from + PIECE)));
        }
        return pieces;
    }

    /**
     * A replay. What was not queued is still a dead letter.
     *
     * @param id name under which its outcome can be asked for
     * @param finished whether every queued message has met its fate
     * @param queued messages on their way, or arrived
     * @param written of those, how many are stored now, or ignored because newer ones came after them, or are in the queue of those
     *        that are to be published
     * @param deadLettered of those, how many failed again and are new dead letters
     * @param gone how many were not there any more; only in the answer to the request
     * @param cut how many cannot be replayed, because their payload is not kept whole; only in the answer to the request
     * @param more whether the selection has more than the limit, or than may wait at once; only in the answer to the request
     */
    record ReplayView(String id, boolean finished, long queued, long written, long deadLettered, Integer gone,
            Integer cut, Boolean more) implements Sparse {

        static ReplayView of(ReplayJob job) {
            return new ReplayView(job.id(), job.finished(), job.queued(), job.written(), job.deadLettered(), null, null,
                    null);
        }
    }

    /**
     * What was discarded.
     *
     * @param discarded dead letters that are deleted now
     * @param more whether the selection has more than the limit
     */
    record DiscardView(long discarded, boolean more) {}
}
