package io.greenstack.descriptions.eds.model;

import java.util.List;

/**
 * Entry {@code AssemN}, {@code AssemExaN} or one of their proxy kinds of [Assembly] (CIP Volume 1, clause 7-3.6.8).
 *
 * @param keyword keyword with number: {@code Assem100}, {@code AssemExa112}
 * @param number N
 * @param path path to the data in the device, empty if not given
 * @param size size in octets
 * @param descriptor bits, null if not given
 * @param members members from the least significant bit of the first octet on
 */
public record EdsAssembly(String keyword, int number, String name, String path, EdsSize size, Integer descriptor,
        List<AssemblyMember> members, int line) {

    public EdsAssembly {
        members = List.copyOf(members);
    }

    /** True if the size is held by a parameter, or the entry is one of the {@code Exa} kinds. */
    public boolean variable() {
        return size.reference().isEntry() || keyword.regionMatches(true, 0, "AssemExa", 0, 8)
                || keyword.contains("AssemExa");
    }

    /**
     * One member of an assembly.
     *
     * @param size size in bits
     * @param reference what is in it; nothing = padding
     */
    public record AssemblyMember(EdsSize size, EdsReference reference, int line) {}
}
