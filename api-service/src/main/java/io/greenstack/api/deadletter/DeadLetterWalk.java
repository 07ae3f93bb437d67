package io.greenstack.api.deadletter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.greenstack.platform.deadletter.DeadLetterHeader;

/**
 * Walks through the dead letters of several services, newest first, and reads them in pieces. It looks at a bounded number of
 * entries, so that a filter that matches little cannot keep Redis busy; {@link #position()} tells where to go on.
 */
final class DeadLetterWalk {

    private static final int PIECE = 250;

    private final DeadLetterFilter filter;
    private final Reader reader;
    private final List<Source> sources = new ArrayList<>();
    private int budget;
    private DeadLetterId position;

    /** Reads a piece of a stream, newest first. */
    @FunctionalInterface
    interface Reader {
        List<DeadLetterHeader> read(String service, String newest, String oldest, int limit);
    }

    /**
     * @param after begin behind this one, null to begin with the newest
     * @param budget entries to look at
     */
    DeadLetterWalk(Reader reader, List<String> services, DeadLetterFilter filter, DeadLetterId after, int budget) {
        this.filter = filter;
        this.reader = reader;
        this.budget = budget;
        this.position = after;
        for (String service : services) {
            if (filter.asks(service)) {
                sources.add(new Source(service, begin(service, after)));
            }
        }
    }

    /** The next one that the filter means; null when there is none, or the budget is used up. */
    DeadLetterHeader next() {
        while (budget > 0) {
            Source source = newest();
            if (source == null) {
                position = null;
                return null;
            }
            DeadLetterHeader letter = source.pieces.poll();
            budget--;
            position = DeadLetterId.of(letter.service(), letter.id());
            if (filter.matches(letter)) {
                return letter;
            }
        }
        return null;
    }

    /** All that are left, within the budget. */
    List<DeadLetterHeader> rest() {
        List<DeadLetterHeader> letters = new ArrayList<>();
        for (DeadLetterHeader letter = next(); letter != null; letter = next()) {
            letters.add(letter);
        }
        return letters;
    }

    /** The last one that was looked at; null when there is nothing behind it. */
    DeadLetterId position() {
        return position == null || newest() == null ? null : position;
    }

    private String begin(String service, DeadLetterId after) {
        if (after == null || filter.to() != null && after.millis() > filter.to().toEpochMilli()) {
            return filter.newest();
        }
        return service.compareTo(after.service()) > 0 ? after.streamId() : "(" + after.streamId();
    }

    private Source newest() {
        Source newest = null;
        for (Source source : sources) {
            DeadLetterId head = source.head();
            if (head != null && (newest == null || head.compareTo(newest.head()) < 0)) {
                newest = source;
            }
        }
        return newest;
    }

    private final class Source {

        private final String service;
        private final Deque<DeadLetterHeader> pieces = new ArrayDeque<>();
        private String newest;

        private Source(String service, String newest) {
            this.service = service;
            this.newest = newest;
        }

        private DeadLetterId head() {
            if (pieces.isEmpty() && newest != null) {
                pieces.addAll(reader.read(service, newest, filter.oldest(), PIECE));
                newest = pieces.size() < PIECE ? null : "(" + pieces.peekLast().id();
            }
            return pieces.isEmpty() ? null : DeadLetterId.of(service, pieces.peek().id());
        }
    }
}
