package io.greenstack.descriptions.eds.layout;

import java.util.List;
import java.util.Set;

import io.greenstack.descriptions.eds.model.EdsReference;

/**
 * The members of an assembly with their places.
 *
 * @param members members in order
 * @param bits sum of the members in bits
 * @param declaredOctets size of the assembly as declared (or the default of the parameter that holds it), null if not
 *        given
 * @param variableSize true if a parameter holds the size
 * @param selectors parameters that select among variants
 * @param problems what is wrong
 */
public record Placement(List<PlacedMember> members, int bits, Integer declaredOctets, boolean variableSize,
        Set<EdsReference> selectors, List<Problem> problems) {

    /**
     * Something wrong with the assembly.
     *
     * @param code code of the finding
     * @param error true if data cannot be trusted, false if it is clear what is meant
     * @param line line of the file, from 1
     * @param message for people
     */
    public record Problem(String code, boolean error, int line, String message) {}

    public Placement {
        members = List.copyOf(members);
        selectors = Set.copyOf(selectors);
        problems = List.copyOf(problems);
    }

    /** The number of octets that the members fill. */
    public int octets() {
        return (bits + 7) / 8;
    }

    /** The octets of the data: those declared if that is more than none, else those of the members. */
    public int agreedOctets() {
        return declaredOctets != null && declaredOctets > 0 ? declaredOctets : octets();
    }

    /** True if no member says what it holds. */
    public boolean opaque() {
        return members.stream().allMatch(PlacedMember::padding);
    }
}
