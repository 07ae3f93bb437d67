package io.greenstack.descriptions;

/**
 * A parameter as lists and search need it.
 *
 * @param variableId id in the description, may be null
 * @param index ISDU index or EDS parameter number, may be null
 * @param subindex record item, 0 for the whole
 * @param name name for screens
 * @param description explanation, may be null
 * @param dataType data type, may be null
 * @param accessRights {@code ro}, {@code rw}, {@code wo}, may be null
 * @param unit unit symbol, may be null
 */
public record ParameterRow(String variableId, Integer index, int subindex, String name, String description,
        String dataType, String accessRights, String unit) {}
