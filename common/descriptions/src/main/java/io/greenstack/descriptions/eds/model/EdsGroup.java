package io.greenstack.descriptions.eds.model;

import java.util.List;

/**
 * Entry {@code GroupN} of [Groups].
 *
 * @param number N
 * @param name name
 * @param declaredCount number of members as declared, null if missing
 * @param members the members: a literal is the number of a parameter, an entry something else ({@code Variant2})
 * @param line line of the file, from 1
 */
public record EdsGroup(int number, String name, Integer declaredCount, List<EdsReference> members, int line) {

    public EdsGroup {
        members = List.copyOf(members);
    }
}
