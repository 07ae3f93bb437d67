package io.greenstack.descriptions.iodd.model;

/**
 * Functions of the device, clause 7.5.2 to 7.5.8.
 *
 * @param features features, null if none (1.0.1)
 * @param datatypes named datatypes, null if none
 * @param processData process data
 * @param errorTypes error types, null if none
 * @param events events, null if none
 * @param userInterface menus
 */
public record DeviceFunction(Features features, IoddList<Datatype> datatypes, IoddList<VariableEntry> variables,
        IoddList<ProcessData> processData, IoddList<ErrorEntry> errorTypes, IoddList<EventEntry> events,
        UserInterface userInterface, Source source) implements IoddNode {

    /**
     * Features of the device, clause 7.5.2.
     *
     * @param blockParameter block parameterisation supported
     * @param dataStorage data storage supported
     * @param profileCharacteristic numbers of the supported profiles, separated by blanks; null if none
     * @param accessLocks access locks, null if none
     */
    public record Features(Boolean blockParameter, Boolean dataStorage, String profileCharacteristic,
            SupportedAccessLocks accessLocks, Source source) implements IoddNode {}

    /**
     * Which access locks the device has.
     *
     * @param parameter lock for parameter access
     * @param dataStorage lock for data storage
     * @param localParameterization lock for local parameterisation
     * @param localUserInterface lock for the local user interface
     */
    public record SupportedAccessLocks(Boolean parameter, Boolean dataStorage, Boolean localParameterization,
            Boolean localUserInterface, Source source) implements IoddNode {}
}
