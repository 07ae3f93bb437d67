package io.greenstack.descriptions.eds.view;

import java.util.ArrayList;
import java.util.List;

import io.greenstack.descriptions.Sparse;
import io.greenstack.descriptions.eds.layout.ApplicationPaths;
import io.greenstack.descriptions.eds.layout.AssemblyWalker;
import io.greenstack.descriptions.eds.layout.EdsLayoutCompiler;
import io.greenstack.descriptions.eds.layout.SizeRange;
import io.greenstack.descriptions.eds.model.EdsAssembly;
import io.greenstack.descriptions.eds.model.EdsAssembly.AssemblyMember;
import io.greenstack.descriptions.eds.model.EdsConnection;
import io.greenstack.descriptions.eds.model.EdsIndex;
import io.greenstack.descriptions.eds.model.EdsParameter;
import io.greenstack.descriptions.eds.model.EdsReference;
import io.greenstack.descriptions.eds.view.AssemblyViews.AssembliesView.AssemblyView;
import io.greenstack.descriptions.eds.view.AssemblyViews.AssembliesView.MemberView;
import io.greenstack.descriptions.eds.view.AssemblyViews.AssembliesView.UseView;

/** Makes the view of assemblies. */
public final class AssemblyViews {

    private final EdsIndex index;
    private final EdsLayoutCompiler compiler;

    private AssemblyViews(EdsIndex index) {
        this.index = index;
        this.compiler = new EdsLayoutCompiler(index);
    }

    /** The assemblies of a file. */
    public static AssembliesView of(EdsIndex index) {
        AssemblyViews views = new AssemblyViews(index);
        List<AssemblyView> fixed = new ArrayList<>();
        List<AssemblyView> variable = new ArrayList<>();
        for (EdsAssembly assembly : index.file().assemblies()) {
            (assembly.variable() ? variable : fixed).add(views.view(assembly));
        }
        return new AssembliesView(fixed, variable, fixed.size() + variable.size());
    }

    private AssemblyView view(EdsAssembly assembly) {
        List<UseView> uses = uses(assembly);
        SizeRange size = SizeRange.of(index, assembly.size());
        return new AssemblyView(assembly.keyword(), assembly.number(), assembly.name(), type(uses), size.octets(),
                size.parameter(), assembly.variable() ? size.maximum() : null,
                AssemblyWalker.place(index, assembly).bits(), assembly.descriptor(), assembly.path(),
                ApplicationPaths.assemblyInstance(index, assembly), assembly.variable(), assembly.line(),
                assembly.members().stream().map(this::member).toList(), uses);
    }

    private MemberView member(AssemblyMember member) {
        EdsReference reference = member.reference();
        EdsParameter parameter = index.parameter(reference);
        EdsAssembly nested = index.assembly(reference);
        String name = parameter != null ? parameter.name() : nested != null ? nested.name() : null;
        return new MemberView(member.size().value(), member.size().reference().entryKeyword(),
                reference.isNone() ? null : reference.text(), name, member.line());
    }

    private List<UseView> uses(EdsAssembly assembly) {
        List<UseView> uses = new ArrayList<>();
        for (EdsConnection connection : index.file().connections()) {
            if (assembly.equals(compiler.assemblyOf(connection, true))) {
                uses.add(new UseView(connection.number(), connection.name(), "O->T"));
            }
            if (assembly.equals(compiler.assemblyOf(connection, false))) {
                uses.add(new UseView(connection.number(), connection.name(), "T->O"));
            }
            if (assembly.equals(index.assembly(connection.proxyConfig().format()))
                    || assembly.equals(index.assembly(connection.targetConfig().format()))) {
                uses.add(new UseView(connection.number(), connection.name(), "configuration"));
            }
        }
        return uses;
    }

    private static String type(List<UseView> uses) {
        if (uses.isEmpty()) {
            return null;
        }
        return switch (uses.get(0).direction()) {
            case "O->T" -> "output";
            case "T->O" -> "input";
            default -> "configuration";
        };
    }

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
}
