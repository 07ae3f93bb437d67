package io.greenstack.descriptions.iodd.model;

/**
 * Functions of the device, clause 7.5.2 to 7.5.8.
 *
 * @param features features, null if none (1.0.1)
 * @param datatypes named datatypes, null if none
 * @param variables variables
 * @param processData process data
 * @param errorTypes error types, null if none
 * @param events events, null if none
 * @param userInterface menus
 * @param source place in the file
 */
public record DeviceFunction(Features features, DatatypeCollection datatypes, VariableCollection variables,
        ProcessDataCollection processData, ErrorTypeCollection errorTypes, EventCollection events,
        UserInterface userInterface, Source source) implements IoddNode {}
