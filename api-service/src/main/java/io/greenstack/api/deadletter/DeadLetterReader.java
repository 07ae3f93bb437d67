package io.greenstack.api.deadletter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.platform.ApiException;
import io.greenstack.platform.deadletter.DeadLetterHeader;
import io.greenstack.platform.deadletter.DeadLetterSettings;
import io.greenstack.platform.deadletter.DeadLetterStore;
import io.greenstack.platform.deadletter.ReplayQueue;
import io.greenstack.platform.deadletter.StoredDeadLetter;
import io.greenstack.platform.resilience.BreakerOpenException;
import io.smallrye.mutiny.Uni;

/** Reads dead letters of all services. Every operation is a 503 while Redis is away: dead letters are nowhere else. */
@ApplicationScoped
class DeadLetterReader {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Entries a filtered page looks at; the next page goes on from there. */
    private static final int LOOK_AT = 20_000;
    /** Above what all services together keep. */
    private static final int EVERYTHING = 200_000;

    private final DeadLetterStore store;
    private final ReplayQueue replays;
    private final List<String> services;

    public DeadLetterReader(DeadLetterStore store, ReplayQueue replays, DeadLetterSettings settings) {
        this.store = store;
        this.replays = replays;
        this.services = List.copyOf(settings.services());
    }

    DeadLetterPage list(DeadLetterFilter filter, DeadLetterId after, int size) {
        check(filter);
        DeadLetterWalk walk = new DeadLetterWalk(this::read, services, filter, after, LOOK_AT);
        List<DeadLetterView> items = new ArrayList<>();
        while (items.size() < size) {
            DeadLetterHeader letter = walk.next();
            if (letter == null) {
                break;
            }
            items.add(DeadLetterView.of(letter));
        }
        return new DeadLetterPage(items, walk.position());
    }

    /** All that are meant, oldest first. */
    List<DeadLetterHeader> select(DeadLetterFilter filter) {
        check(filter);
        List<DeadLetterHeader> letters = new DeadLetterWalk(this::read, services, filter, null, EVERYTHING).rest();
        Collections.reverse(letters);
        return letters;
    }

    StoredDeadLetter get(DeadLetterId id) {
        StoredDeadLetter letter = services.contains(id.service())
                ? await(store.get(id.service(), id.streamId()))
                : null;
        if (letter == null) {
            throw ApiException.notFound("There is no dead letter '" + id + "' (any more).");
        }
        return letter;
    }

    /** One without its payload; empty if it is not there. */
    List<DeadLetterHeader> header(DeadLetterId id) {
        return services.contains(id.service()) ? read(id.service(), id.streamId(), id.streamId(), 1) : List.of();
    }

    List<SummaryView> summary() {
        Map<String, Map<String, Long>> reasons = select(DeadLetterFilter.ALL).stream()
                .collect(Collectors.groupingBy(DeadLetterHeader::service,
                        Collectors.groupingBy(DeadLetterHeader::reason, TreeMap::new, Collectors.counting())));
        return services.stream().map(service -> new SummaryView(service, await(store.count(service)),
                await(store.oldest(service)), await(replays.waiting(service)),
                mostFrequentFirst(reasons.getOrDefault(service, Map.of())))).toList();
    }

    /** Waits for Redis. */
    static <T> T await(Uni<T> answer) {
        try {
            return answer.await().atMost(PATIENCE);
        } catch (BreakerOpenException e) {
            throw e;
        } catch (RuntimeException e) {
            throw ApiException.unavailable("dead-letters-unavailable",
                    "Redis, where dead letters are kept, is not answering; try again.");
        }
    }

    private static Map<String, Long> mostFrequentFirst(Map<String, Long> counts) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private void check(DeadLetterFilter filter) {
        if (filter.service() != null && !services.contains(filter.service())) {
            throw ApiException.invalidParameter("service", "one of " + services + " is needed");
        }
    }

    private List<DeadLetterHeader> read(String service, String newest, String oldest, int limit) {
        return await(store.headers(service, newest, oldest, limit));
    }

    /**
     * A piece of the list.
     *
     * @param items newest first
     * @param next where the next piece begins, null when there is none
     */
    record DeadLetterPage(List<DeadLetterView> items, DeadLetterId next) {}

    /**
     * Dead letters of a service in figures.
     *
     * @param service its name
     * @param total how many are kept
     * @param oldest when the oldest was set aside, null if there is none
     * @param replaysWaiting messages that wait for the service to handle them again
     * @param reasons how many for each reason, the most frequent first
     */
    record SummaryView(String service, long total, Instant oldest, long replaysWaiting, Map<String, Long> reasons) {}
}
