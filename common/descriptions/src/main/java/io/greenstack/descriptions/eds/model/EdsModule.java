package io.greenstack.descriptions.eds.model;

import java.util.List;

/**
 * Entry {@code ModuleN} of [Module] or [Modules]. The fields are not fixed by the CIP specification, so they are kept by
 * position.
 *
 * @param number N
 * @param name the first quoted text, else the first field
 * @param fields all fields as text
 * @param line line of the file, from 1
 */
public record EdsModule(int number, String name, List<String> fields, int line) {

    public EdsModule {
        fields = List.copyOf(fields);
    }
}
