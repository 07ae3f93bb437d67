package io.greenstack.descriptions.eds.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.LayoutParameter;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.eds.EdsFormat;
import io.greenstack.descriptions.eds.model.EdsAssembly;
import io.greenstack.descriptions.eds.model.EdsAssembly.AssemblyMember;
import io.greenstack.descriptions.eds.model.EdsConnection;
import io.greenstack.descriptions.eds.model.EdsConnection.TransportWord.ApplicationType;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsFinding;
import io.greenstack.descriptions.eds.model.EdsFinding.Severity;
import io.greenstack.descriptions.eds.model.EdsIndex;
import io.greenstack.descriptions.eds.model.EdsReference;
import io.greenstack.descriptions.eds.model.EdsSize;
import io.greenstack.descriptions.eds.model.FindingCode;

/**
 * Compiles assemblies and connections of a file to process-data layouts: IN is what the device sends (T-to-O), OUT what
 * it receives (O-to-T). Thread-safe.
 */
public final class EdsLayoutCompiler {

    private final EdsIndex index;

    /** A compiler for one file. */
    public EdsLayoutCompiler(EdsFile file) {
        this(new EdsIndex(file));
    }

    /** A compiler for one file that is indexed already. */
    public EdsLayoutCompiler(EdsIndex index) {
        this.index = index;
    }

    /**
     * The layout of one assembly.
     *
     * @param layoutId id of the layout
     * @param keyword keyword of the assembly: {@code Assem100}, {@code AssemExa112}
     * @param direction direction its data is to have
     * @param octets length of the data where it is known, for assemblies of variable size; null = as the file says
     * @return empty if there is no such assembly
     */
    public Optional<CompiledLayout> assembly(String layoutId, String keyword, Direction direction, Integer octets) {
        EdsAssembly assembly = index.assembly(keyword);
        if (assembly == null) {
            return Optional.empty();
        }
        Compilation compilation = new Compilation();
        List<Frame> frames = compilation.frames(assembly, octets == null ? List.of() : List.of(octets), octets != null);
        boolean in = direction == Direction.IN;
        return Optional.of(compilation.layout(layoutId, in ? frames : List.of(), in ? List.of() : frames));
    }

    /**
     * The layout of one connection: the data of both directions.
     *
     * @param layoutId id of the layout
     * @param number number of the connection
     * @return empty if there is no such connection
     */
    public Optional<CompiledLayout> connection(String layoutId, int number) {
        EdsConnection connection = index.connection(number);
        if (connection == null) {
            return Optional.empty();
        }
        Compilation compilation = new Compilation();
        List<Frame> in = compilation.side(connection, false);
        List<Frame> out = compilation.side(connection, true);
        return Optional.of(compilation.layout(layoutId, in, out));
    }

    /**
     * The connection a device is bound to unless told otherwise: the first exclusive-owner connection whose input data is
     * described, else the first connection whose input data is described.
     */
    public Optional<EdsConnection> defaultConnection() {
        EdsConnection first = null;
        for (EdsConnection connection : index.file().connections()) {
            if (assemblyOf(connection, false) == null) {
                continue;
            }
            if (connection.transport().applicationType() == ApplicationType.EXCLUSIVE_OWNER) {
                return Optional.of(connection);
            }
            first = first == null ? connection : first;
        }
        return Optional.ofNullable(first);
    }

    /**
     * The assembly that describes the data of one direction of a connection: its format, else the assembly of the
     * instance in the path.
     *
     * @return null if the data is not described
     */
    public EdsAssembly assemblyOf(EdsConnection connection, boolean originatorToTarget) {
        EdsConnection.Side side = connection.side(originatorToTarget);
        EdsReference format = side.format();
        EdsAssembly assembly = index.assembly(format);
        if (assembly != null) {
            return assembly;
        }
        if (format.isEntry() && index.resolves(format)) {
            String keyword = format.entryKeyword();
            return new EdsAssembly(keyword, format.number(), "", "", side.size(), null,
                    List.of(new AssemblyMember(EdsSize.NONE, format, connection.line())), connection.line());
        }
        SizeRange size = SizeRange.of(index, side.size());
        if (!format.isNone() || size.octets() == null || size.octets() == 0) {
            return null;
        }
        ApplicationPaths paths = ApplicationPaths.of(index, connection);
        Long instance = originatorToTarget ? paths.consumed() : paths.produced();
        return instance == null ? null : byInstance(instance);
    }

    /** The fixed assembly whose path names the instance, else the one whose number it is; null if there is none. */
    private EdsAssembly byInstance(long instance) {
        for (EdsAssembly assembly : index.file().assemblies()) {
            Long named = ApplicationPaths.assemblyInstance(index, assembly);
            if (named != null && named == instance) {
                return assembly;
            }
        }
        return instance <= Integer.MAX_VALUE ? index.assembly("Assem" + instance) : null;
    }

    /** One run of the compiler. */
    private final class Compilation {

        private final List<EdsFinding> findings = new ArrayList<>();
        private final Map<String, LayoutParameter> parameters = new LinkedHashMap<>();

        List<Frame> side(EdsConnection connection, boolean originatorToTarget) {
            EdsAssembly assembly = assemblyOf(connection, originatorToTarget);
            if (assembly == null) {
                return List.of();
            }
            Integer octets = SizeRange.of(index, connection.side(originatorToTarget).size()).octets();
            return frames(assembly, octets == null || octets == 0 ? List.of() : List.of(octets), false);
        }

        List<Frame> frames(EdsAssembly assembly, List<Integer> octets, boolean only) {
            FrameBuilder builder = new FrameBuilder(index, assembly);
            List<Frame> frames = builder.frames(octets, only);
            parameters.putAll(builder.parameters());
            for (Placement.Problem problem : builder.problems()) {
                findings.add(
                        new EdsFinding(problem.error() ? Severity.ERROR : Severity.WARN, problem.code(), "Assembly",
                                assembly.keyword(), problem.line(), 0, problem.message()));
            }
            if (frames.isEmpty()) {
                findings.add(new EdsFinding(Severity.INFO, FindingCode.ASSEMBLY_OPAQUE, "Assembly", assembly.keyword(),
                        assembly.line(), 0, "Neither a size nor members: its data cannot be decoded"));
            }
            return frames;
        }

        CompiledLayout layout(String layoutId, List<Frame> in, List<Frame> out) {
            String product = index.file().device().productName();
            return new CompiledLayout(new ProcessDataLayout(layoutId, EdsFormat.KIND, product,
                    new ArrayList<>(parameters.values()), in, out), findings);
        }
    }

    /**
     * A layout and what had to be assumed for it.
     *
     * @param layout the layout
     * @param findings what is wrong with the assemblies, or was assumed
     */
    public record CompiledLayout(ProcessDataLayout layout, List<EdsFinding> findings) {

        public CompiledLayout {
            findings = List.copyOf(findings);
        }
    }
}
