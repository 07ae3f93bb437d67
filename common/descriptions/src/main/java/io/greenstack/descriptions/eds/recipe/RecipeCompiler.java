package io.greenstack.descriptions.eds.recipe;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import io.greenstack.descriptions.eds.layout.ApplicationPaths;
import io.greenstack.descriptions.eds.layout.AssemblyWalker;
import io.greenstack.descriptions.eds.layout.EdsLayoutCompiler;
import io.greenstack.descriptions.eds.layout.Placement;
import io.greenstack.descriptions.eds.layout.SizeRange;
import io.greenstack.descriptions.eds.model.ConnectionWord;
import io.greenstack.descriptions.eds.model.ConnectionWord.ConnectionType;
import io.greenstack.descriptions.eds.model.ConnectionWord.Priority;
import io.greenstack.descriptions.eds.model.ConnectionWord.RealTimeFormat;
import io.greenstack.descriptions.eds.model.EdsAssembly;
import io.greenstack.descriptions.eds.model.EdsConnection;
import io.greenstack.descriptions.eds.model.EdsConnection.TransportWord;
import io.greenstack.descriptions.eds.model.EdsConnection.TransportWord.ApplicationType;
import io.greenstack.descriptions.eds.model.EdsDevice;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsIndex;
import io.greenstack.descriptions.eds.model.EdsParameter;
import io.greenstack.descriptions.eds.model.EdsPath;
import io.greenstack.descriptions.eds.model.EdsReference;
import io.greenstack.descriptions.eds.model.EdsSize;
import io.greenstack.descriptions.eds.recipe.ConnectionRecipe.Configuration;
import io.greenstack.descriptions.eds.recipe.ConnectionRecipe.Data;
import io.greenstack.descriptions.eds.recipe.ConnectionRecipe.Path;
import io.greenstack.descriptions.eds.recipe.ConnectionRecipe.PathParameter;
import io.greenstack.descriptions.eds.recipe.ConnectionRecipe.Target;
import io.greenstack.descriptions.eds.recipe.ConnectionRecipe.Transport;

/** Makes the recipe of a connection. Thread-safe. */
public final class RecipeCompiler {

    private static final int FORWARD_OPEN = 0x54;
    private static final int LARGE_FORWARD_OPEN = 0x5B;
    private static final int LARGEST_SMALL_SIZE = 511;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final EdsIndex index;
    private final EdsLayoutCompiler layouts;

    /** A compiler for one file. */
    public RecipeCompiler(EdsFile file) {
        this.index = new EdsIndex(file);
        this.layouts = new EdsLayoutCompiler(index);
    }

    /**
     * The recipe of a connection.
     *
     * @return empty if there is no such connection
     */
    public Optional<ConnectionRecipe> recipe(int number) {
        EdsConnection connection = index.connection(number);
        return connection == null ? Optional.empty() : Optional.of(recipe(connection));
    }

    private ConnectionRecipe recipe(EdsConnection connection) {
        ApplicationPaths paths = ApplicationPaths.of(index, connection);
        TransportWord word = connection.transport();
        List<Integer> classes = word.transportClasses();
        Integer transportClass = classes.isEmpty()
                ? null
                : classes.contains(1)
                        ? Integer.valueOf(1)
                        : classes.get(classes.size() - 1);
        int sequence = transportClass != null && transportClass == 1 ? 2 : 0;
        Side out = side(connection, true, sequence);
        Side in = side(connection, false, sequence);
        boolean large = out.exceeds(LARGEST_SMALL_SIZE) || in.exceeds(LARGEST_SMALL_SIZE);
        boolean redundant = word.applicationType() == ApplicationType.REDUNDANT_OWNER;
        ConfigurationBuilder builder = new ConfigurationBuilder(index);
        Configuration configuration = builder.build(connection, paths.configuration());
        Transport transport = new Transport(word.applicationType(), transportClass, classes, word.triggers(),
                transportClass == null ? 0 : transportClass, large ? LARGE_FORWARD_OPEN : FORWARD_OPEN);
        Data outData = out.data(paths.consumed(), large, redundant);
        Data inData = in.data(paths.produced(), large, false);
        Path path = path(connection, builder.octets());
        boolean safety = outData.realTimeFormat() == RealTimeFormat.SAFETY
                || inData.realTimeFormat() == RealTimeFormat.SAFETY || !connection.safety().isEmpty();
        List<String> notes = RecipeNotes.of(connection, transport, outData, inData, configuration, path, safety);
        return new ConnectionRecipe(connection.number(), connection.keyword(), connection.name(), connection.help(),
                target(), transport, outData, inData, configuration, path, safety, notes);
    }

    private Side side(EdsConnection connection, boolean toTarget, int sequence) {
        EdsConnection.Side side = connection.side(toTarget);
        ConnectionWord word = connection.parameters();
        EdsAssembly assembly = layouts.assemblyOf(connection, toTarget);
        SizeRange size = SizeRange.of(index, side.size());
        RealTimeFormat format = word.format(toTarget);
        if (size.isNone() && assembly != null) {
            size = sizeOf(assembly);
        }
        boolean unused = word.types(toTarget).equals(List.of(ConnectionType.NULL));
        if (size.isNone() && (format == RealTimeFormat.HEARTBEAT || unused)) {
            size = new SizeRange(0L, 0L, 0L, null);
        }
        boolean multicast = !toTarget
                && connection.transport().applicationType() == ApplicationType.LISTEN_ONLY;
        return new Side(word, toTarget, assembly, size, format, sequence, SizeRange.of(index, side.rpi()), multicast);
    }

    private SizeRange sizeOf(EdsAssembly assembly) {
        Placement placement = AssemblyWalker.place(index, assembly);
        if (placement.variableSize()) {
            return SizeRange.of(index, assembly.size());
        }
        return SizeRange.of(index, new EdsSize(placement.agreedOctets(), EdsReference.NONE));
    }

    private Path path(EdsConnection connection, byte[] configuration) {
        EdsPath path = EdsPath.parse(connection.path());
        EdsPath.Resolved resolved = path.resolve(index);
        String hex = resolved.complete() ? resolved.hex() : null;
        List<PathParameter> parameters = path.parameters().stream().map(reference -> {
            EdsParameter parameter = index.parameter(reference);
            return new PathParameter(reference.entryKeyword(), parameter == null ? null : parameter.name(),
                    SizeRange.of(index, new EdsSize(null, reference)));
        }).toList();
        return new Path(connection.path(), hex, hex == null ? null : hex + dataSegment(configuration),
                resolved.segments(), parameters, path.keywords());
    }

    /** Simple data segment: 80h, number of words, data padded to words. */
    private static String dataSegment(byte[] configuration) {
        int words = (configuration.length + 1) / 2;
        if (words == 0 || words > 0xFF) {
            return "";
        }
        return " 80 " + String.format("%02X ", words)
                + HEX.formatHex(java.util.Arrays.copyOf(configuration, words * 2));
    }

    private Target target() {
        EdsDevice device = index.file().device();
        String key = null;
        if (device.vendorCode() != null && device.productType() != null && device.productCode() != null
                && device.majorRevision() != null && device.minorRevision() != null) {
            key = HEX.formatHex(new byte[]{0x34, 4, device.vendorCode().byteValue(),
                    (byte) (device.vendorCode() >> 8), device.productType().byteValue(),
                    (byte) (device.productType() >> 8), device.productCode().byteValue(),
                    (byte) (device.productCode() >> 8), device.majorRevision().byteValue(),
                    device.minorRevision().byteValue()});
        }
        return new Target(device.vendorCode(), device.productType(), device.productCode(), device.majorRevision(),
                device.minorRevision(), device.productName(), key);
    }

    /** One direction before the size of the larger one decides on the service. */
    private record Side(ConnectionWord word, boolean toTarget, EdsAssembly assembly, SizeRange size,
            RealTimeFormat format, int sequence, SizeRange rpi, boolean multicast) {

        Integer connectionSize() {
            Integer octets = size.octets();
            return octets == null ? null : (Integer) (octets + sequence + format.headerOctets());
        }

        boolean exceeds(int limit) {
            return connectionSize() != null && connectionSize() > limit;
        }

        Data data(Long instance, boolean large, boolean redundant) {
            List<ConnectionType> types = word.types(toTarget);
            ConnectionType preferred = multicast ? ConnectionType.MULTICAST : ConnectionType.POINT_TO_POINT;
            ConnectionType type = types.contains(preferred)
                    ? preferred
                    : types.isEmpty() ? ConnectionType.NULL : types.get(types.size() - 1);
            List<Priority> priorities = word.priorities(toTarget);
            Priority priority = priorities.contains(Priority.SCHEDULED) || priorities.isEmpty()
                    ? Priority.SCHEDULED
                    : priorities.get(priorities.size() - 1);
            return new Data(instance, assembly == null ? null : assembly.keyword(),
                    assembly == null ? null : assembly.name(), size, word.fixedSize(toTarget),
                    word.variableSize(toTarget), format, connectionSize(), types, type, priorities, priority, rpi,
                    networkParameters(type, priority, large, redundant));
        }

        private Long networkParameters(ConnectionType type, Priority priority, boolean large, boolean redundant) {
            Integer octets = connectionSize();
            if (octets == null) {
                return null;
            }
            boolean variable = word.variableSize(toTarget) && !word.fixedSize(toTarget);
            long flags = (redundant ? 1L << 15 : 0) | (long) type.ordinal() << 13 | (long) priority.ordinal() << 10
                    | (variable ? 1L << 9 : 0);
            return large ? flags << 16 | octets : flags | octets;
        }
    }
}
