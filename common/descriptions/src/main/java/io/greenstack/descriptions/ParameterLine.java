package io.greenstack.descriptions;

/**
 * A parameter as a line of a table that people take elsewhere.
 *
 * @param id id in the description, may be null
 * @param index ISDU index or EDS parameter number
 * @param name name for screens
 * @param dataType data type, may be null
 * @param accessRights {@code ro}, {@code rw}, {@code wo}, may be null
 * @param defaultValue raw default as written, may be null
 * @param minimum least raw value, may be null
 * @param maximum greatest raw value, may be null
 * @param unit unit symbol, may be null
 * @param description explanation, may be null
 */
public record ParameterLine(String id, Integer index, String name, String dataType, String accessRights,
        String defaultValue, String minimum, String maximum, String unit, String description) {}
