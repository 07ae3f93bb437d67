package io.greenstack.core.message;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a message is not kept, while the rest is.
 *
 * @param faults what is wrong with items
 * @param unused parts without a place
 */
public record LeftOut(List<ItemFault> faults, List<Unused> unused) {

    /** All of a message is kept. */
    public static final LeftOut NOTHING = new LeftOut(List.of(), List.of());

    public LeftOut {
        faults = List.copyOf(faults);
        unused = List.copyOf(unused);
    }

    /** Notes one message; allocates nothing for one of which all is kept. */
    static final class Notes {

        private List<ItemFault> faults = List.of();
        private List<Unused> unused = List.of();

        void fault(PayloadException fault) {
            faults = growing(faults);
            faults.add(ItemFault.of(fault));
        }

        void faults(List<ItemFault> more) {
            if (!more.isEmpty()) {
                faults = growing(faults);
                faults.addAll(more);
            }
        }

        void unused(String kind, String example) {
            unused = growing(unused);
            unused.add(new Unused(kind, example));
        }

        List<ItemFault> faults() {
            return faults;
        }

        private static <T> List<T> growing(List<T> list) {
            return list.isEmpty() ? new ArrayList<>(2) : list;
        }

        LeftOut leftOut() {
            return faults.isEmpty() && unused.isEmpty() ? NOTHING : new LeftOut(faults, unused);
        }
    }
}
