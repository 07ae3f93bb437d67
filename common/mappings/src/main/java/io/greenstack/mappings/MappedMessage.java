package io.greenstack.mappings;

import java.util.List;

import io.greenstack.core.message.ItemFault;

/**
 * What a rule made of a message.
 *
 * @param items by device, in the order of the message
 * @param faults what is wrong with parts of it; the others are there
 */
public record MappedMessage(List<MappedItem> items, List<ItemFault> faults) {

    public MappedMessage {
        items = List.copyOf(items);
        faults = List.copyOf(faults);
    }
}
