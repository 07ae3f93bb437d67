package io.greenstack.api.command;

/**
 * The parameter that a command reads or writes.
 *
 * @param descriptionId description by which it was resolved
 * @param variableId variable in it
 * @param subindex item, 0 for the whole
 */
record ParameterTarget(long descriptionId, String variableId, int subindex) {}
