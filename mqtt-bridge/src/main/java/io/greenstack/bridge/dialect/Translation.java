package io.greenstack.bridge.dialect;

import java.util.ArrayList;
import java.util.List;

import io.greenstack.core.message.ItemFault;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.Unused;

/**
 * What became of a foreign message.
 *
 * @param publications in the order in which they have to reach the broker; empty if the message says nothing of use
 * @param rejection why the message, or a part of it, cannot be understood; null if all of it is. The publications go out all the
 *        same, and the message becomes a dead letter.
 * @param unused parts that are understood and have no place among our messages
 */
public record Translation(List<Publication> publications, PayloadException rejection, List<Unused> unused) {

    /** Of a message that says nothing of use. */
    public static final Translation NOTHING = new Translation(List.of(), null, List.of());

    public Translation {
        publications = List.copyOf(publications);
        unused = List.copyOf(unused);
    }

    /** Of a message that was understood. */
    public static Translation of(List<Publication> publications) {
        return new Translation(publications, null, List.of());
    }

    /** The same with more that is not understood. */
    public Translation with(List<ItemFault> faults) {
        if (faults.isEmpty()) {
            return this;
        }
        List<String> details = new ArrayList<>();
        if (rejection != null) {
            details.add(rejection.getMessage());
        }
        faults.forEach(fault -> details.add(fault.detail()));
        String reason = rejection == null ? faults.get(0).reason() : rejection.reason();
        return new Translation(publications, new PayloadException(reason, String.join("; ", details)), unused);
    }
}
