package io.greenstack.api.simulation;

import java.util.List;
import java.util.Locale;

import io.greenstack.descriptions.EventBook;

/** Events now and then: each of a description in turn appears for a minute, and the next minute is quiet. */
final class SimulatedEvents {

    private static final double MINUTE = 60;
    /** Process variable range over-run, an event of the standard, for descriptions without any. */
    private static final Step OVER_RUN = new Step(0x8C10, "appears", "warning");

    private SimulatedEvents() {}

    /** What happens. */
    record Step(int code, String mode, String type) {}

    /** What happens between two moments, null if nothing does. */
    static Step between(double before, double now, EventBook book) {
        long minute = (long) Math.floor(now / MINUTE);
        if (minute == (long) Math.floor(before / MINUTE) || minute < 1) {
            return null;
        }
        Step step = choose(book, (minute - 1) / 2);
        return new Step(step.code(), minute % 2 == 1 ? "appears" : "disappears", step.type());
    }

    private static Step choose(EventBook book, long turn) {
        List<EventBook.EventText> own = book.all(null).stream().filter(text -> !text.standard()).toList();
        if (own.isEmpty()) {
            return OVER_RUN;
        }
        EventBook.EventText text = own.get((int) (turn % own.size()));
        String type = text.type() == null ? "" : text.type().toLowerCase(Locale.ROOT);
        return new Step(text.code(), "appears",
                type.startsWith("err") ? "error" : type.startsWith("warn") ? "warning" : "notification");
    }
}
