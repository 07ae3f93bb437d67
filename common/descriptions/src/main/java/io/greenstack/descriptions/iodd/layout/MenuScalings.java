package io.greenstack.descriptions.iodd.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.greenstack.core.processdata.Condition;
import io.greenstack.core.processdata.Direction;
import io.greenstack.descriptions.iodd.model.UserInterface.Menu;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuItem;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuItem.DataItemRef;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuItem.MenuRef;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuSet;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuSetRef;

/**
 * The menu entries on V_ProcessDataInput or V_ProcessDataOutput, with the conditions on the way from the menu set of a
 * role to the entry. Entries with more conditions come first; otherwise menu order.
 */
final class MenuScalings {

    private static final int MAX_STEPS = 20_000;
    private static final int MAX_DEPTH = 8;

    private final CompilerContext context;
    private final Set<String> variables;
    private final Map<String, Menu> menus = new HashMap<>();
    private final Map<String, MenuEntry> entries = new LinkedHashMap<>();
    private final Set<String> visited = new HashSet<>();
    private final Set<Integer> shownSubindices = new HashSet<>();
    private int steps;

    private MenuScalings(CompilerContext context, Set<String> variables) {
        this.context = context;
        this.variables = variables;
    }

    static MenuScalings of(CompilerContext context, Direction direction) {
        MenuScalings scalings = new MenuScalings(context, direction == Direction.IN
                ? Set.of("V_ProcessDataInput", "V_ProcessDataIn")
                : Set.of("V_ProcessDataOutput", "V_ProcessDataOut"));
        for (Menu menu : context.description().menus()) {
            if (menu.id() != null) {
                scalings.menus.putIfAbsent(menu.id(), menu);
            }
        }
        for (MenuSet role : context.description().menuSets()) {
            for (MenuSetRef ref : role.refs()) {
                scalings.visit(ref.menuId(), List.of(), 0);
            }
        }
        return scalings;
    }

    /** True if a condition can never hold together with the others: the same parameter has another value there. */
    private static boolean contradicts(List<Condition> others, Condition condition) {
        return others.stream().anyMatch(other -> other.variableId().equals(condition.variableId())
                && other.subindex() == condition.subindex() && other.value() != condition.value());
    }

    private void visit(String menuId, List<Condition> path, int depth) {
        Menu menu = menus.get(menuId);
        if (menu == null || depth > MAX_DEPTH || ++steps > MAX_STEPS || !visited.add(menuId + path)) {
            return;
        }
        for (MenuItem item : menu.items()) {
            if (item instanceof DataItemRef ref) {
                if (ref.variableId() != null && variables.contains(ref.variableId())) {
                    add(ref, path);
                }
            } else if (item instanceof MenuRef ref) {
                List<Condition> deeper = ref.condition() == null ? path : extend(path, ref);
                if (deeper != null) {
                    visit(ref.menuId(), deeper, depth + 1);
                }
            }
        }
    }

    /** The path with one more condition; null if it can never hold. */
    private List<Condition> extend(List<Condition> path, MenuRef ref) {
        List<Condition> more = context.condition(ref.condition());
        if (more == null) {
            return null;
        }
        Condition condition = more.get(0);
        if (contradicts(path, condition)) {
            return null;
        }
        if (path.contains(condition)) {
            return path;
        }
        List<Condition> deeper = new ArrayList<>(path);
        deeper.add(condition);
        return deeper;
    }

    private void add(DataItemRef ref, List<Condition> path) {
        int subindex = ref.subindex() == null ? 0 : ref.subindex();
        shownSubindices.add(subindex);
        if (!ref.isBare()) {
            List<Condition> when = List.copyOf(path);
            String identity = subindex + "|" + when + "|" + ref.gradient() + "|" + ref.offset() + "|" + ref.unitCode();
            entries.putIfAbsent(identity, new MenuEntry(subindex, when, ref));
        }
    }

    /** Entries that scale an item of a frame; conditions that the frame implies are gone. */
    List<MenuEntry> entries(int subindex, List<Condition> frameConditions) {
        Map<String, MenuEntry> fitting = new LinkedHashMap<>();
        for (MenuEntry entry : entries.values()) {
            if (entry.subindex() != subindex
                    || entry.when().stream().anyMatch(c -> contradicts(frameConditions, c))) {
                continue;
            }
            List<Condition> when = entry.when().stream().filter(c -> !frameConditions.contains(c)).toList();
            DataItemRef ref = entry.ref();
            fitting.putIfAbsent(when + "|" + ref.gradient() + "|" + ref.offset() + "|" + ref.unitCode(),
                    new MenuEntry(subindex, when, ref));
        }
        List<MenuEntry> sorted = new ArrayList<>(fitting.values());
        sorted.sort(Comparator.comparing((MenuEntry entry) -> -entry.when().size()));
        return sorted;
    }

    /** True if a menu shows this item by its subindex. */
    boolean shows(int subindex) {
        return shownSubindices.contains(subindex);
    }

    /** True if menus show single items. */
    boolean showsItems() {
        return shownSubindices.stream().anyMatch(subindex -> subindex != 0);
    }

    /**
     * A menu entry that shows process data.
     *
     * @param subindex record item, 0 for the whole
     * @param when conditions up the menu path
     * @param ref the entry
     */
    record MenuEntry(int subindex, List<Condition> when, DataItemRef ref) {}
}
