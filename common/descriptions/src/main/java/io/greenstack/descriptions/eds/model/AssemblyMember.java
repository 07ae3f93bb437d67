package io.greenstack.descriptions.eds.model;

/**
 * One member of an assembly.
 *
 * @param size size in bits
 * @param reference what is in it; nothing = padding
 * @param line line of the file, from 1
 */
public record AssemblyMember(EdsSize size, EdsReference reference, int line) {}
