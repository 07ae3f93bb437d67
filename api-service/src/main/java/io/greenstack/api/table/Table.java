package io.greenstack.api.table;

import java.util.List;

/**
 * A table to take along.
 *
 * @param name base of the file name and name of the sheet
 * @param columns names of the columns, as members of JSON objects have them
 * @param rows for each row a value for each column: a text, a number, a truth value, a time or null
 */
public record Table(String name, List<String> columns, List<List<Object>> rows) {}
