package io.greenstack.descriptions.iodd.model;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The menus of a role, clause 7.5.8.7.
 *
 * @param element {@code ObserverRoleMenuSet}, {@code MaintenanceRoleMenuSet} or {@code SpecialistRoleMenuSet}
 * @param identification identification menu
 * @param parameter parameter menu, null if none
 * @param observation observation menu, null if none
 * @param diagnosis diagnosis menu, null if none
 * @param source place in the file
 */
public record MenuSet(String element, MenuSetRef identification, MenuSetRef parameter, MenuSetRef observation,
        MenuSetRef diagnosis, Source source) implements IoddNode {

    /** The menus that are there, in the order above. */
    public List<MenuSetRef> refs() {
        return Stream.of(identification, parameter, observation, diagnosis).filter(Objects::nonNull).toList();
    }
}
