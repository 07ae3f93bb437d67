package io.greenstack.descriptions.iodd.layout;

import java.util.List;

import io.greenstack.core.processdata.Condition;
import io.greenstack.descriptions.iodd.model.MenuItem.DataItemRef;

/**
 * A menu entry that shows process data.
 *
 * @param subindex record item, 0 for the whole
 * @param when conditions up the menu path
 * @param ref the entry
 */
record MenuEntry(int subindex, List<Condition> when, DataItemRef ref) {}
