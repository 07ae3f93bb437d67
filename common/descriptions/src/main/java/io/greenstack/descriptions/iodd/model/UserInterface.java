package io.greenstack.descriptions.iodd.model;

/**
 * User interface, clause 7.5.8.
 *
 * @param processDataRefs how process data is shown, null if none
 * @param menus all menus
 * @param observer menus of the observer role
 * @param maintenance menus of the maintenance role
 * @param specialist menus of the specialist role
 * @param source place in the file
 */
public record UserInterface(ProcessDataRefCollection processDataRefs, MenuCollection menus, MenuSet observer,
        MenuSet maintenance, MenuSet specialist, Source source) implements IoddNode {}
