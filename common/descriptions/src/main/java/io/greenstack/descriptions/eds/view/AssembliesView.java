package io.greenstack.descriptions.eds.view;

import java.util.List;

import io.greenstack.descriptions.Sparse;

/**
 * The assemblies of a file.
 *
 * @param fixed assemblies of one size
 * @param variable assemblies whose size a parameter holds, and the {@code AssemExa} kinds
 * @param totalCount number of both
 */
public record AssembliesView(List<AssemblyView> fixed, List<AssemblyView> variable, int totalCount) {

    /**
     * An assembly.
     *
     * @param keyword keyword with number
     * @param assemblyNumber number of the entry
     * @param assemblyName name
     * @param assemblyType {@code input}, {@code output} or {@code configuration} by the connections that use it, absent if
     *        none does
     * @param size octets as declared
     * @param sizeParameter parameter that holds the size
     * @param maxSize octets at most, for variable assemblies
     * @param memberBits sum of the members in bits
     * @param descriptor bits of the descriptor
     * @param path path to the data
     * @param instance instance of the Assembly object that the path names
     * @param variable true if the size can vary
     * @param line line of the file
     * @param members members in order
     * @param usedByConnections connections that refer to exactly this assembly
     */
    public record AssemblyView(String keyword, int assemblyNumber, String assemblyName, String assemblyType,
            Integer size, String sizeParameter, Long maxSize, int memberBits, Integer descriptor, String path,
            Long instance, boolean variable, int line, List<MemberView> members,
            List<UseView> usedByConnections) implements Sparse {}

    /** A member with its size in bits; no reference = padding. */
    public record MemberView(Integer bits, String sizeParameter, String reference, String name,
            int line) implements Sparse {}

    /** A connection that uses an assembly; direction {@code O->T}, {@code T->O} or {@code configuration}. */
    public record UseView(int connectionNumber, String connectionName, String direction) {}
}
