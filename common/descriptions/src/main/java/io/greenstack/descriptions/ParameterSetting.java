package io.greenstack.descriptions;

/**
 * A value that a parameter set has: a parameter of one value, or an item of a record.
 *
 * @param id id in the description, by which a twin names it
 * @param index ISDU index or EDS parameter number, may be null
 * @param subindex item of a record, 0 for a parameter of one value
 * @param name name for screens
 * @param item name of the item, null for a parameter of one value
 * @param dataType data type, may be null
 * @param accessRights {@code ro}, {@code rw}, {@code wo}, may be null
 * @param defaultValue raw default as written, may be null
 * @param unit unit symbol of the value as screens show it, may be null
 */
public record ParameterSetting(String id, Integer index, int subindex, String name, String item, String dataType,
        String accessRights, String defaultValue, String unit) {}
