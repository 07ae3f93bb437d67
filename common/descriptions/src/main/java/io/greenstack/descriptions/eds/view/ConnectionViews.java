package io.greenstack.descriptions.eds.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.greenstack.descriptions.Sparse;
import io.greenstack.descriptions.eds.layout.EdsLayoutCompiler;
import io.greenstack.descriptions.eds.layout.SizeRange;
import io.greenstack.descriptions.eds.model.ConnectionWord;
import io.greenstack.descriptions.eds.model.ConnectionWord.ConnectionType;
import io.greenstack.descriptions.eds.model.ConnectionWord.Priority;
import io.greenstack.descriptions.eds.model.ConnectionWord.RealTimeFormat;
import io.greenstack.descriptions.eds.model.EdsAssembly;
import io.greenstack.descriptions.eds.model.EdsConnection;
import io.greenstack.descriptions.eds.model.EdsConnection.TransportWord;
import io.greenstack.descriptions.eds.model.EdsConnection.TransportWord.ApplicationType;
import io.greenstack.descriptions.eds.model.EdsConnection.TransportWord.Trigger;
import io.greenstack.descriptions.eds.model.EdsIndex;
import io.greenstack.descriptions.eds.model.EdsPath;
import io.greenstack.descriptions.eds.model.EdsReference;
import io.greenstack.descriptions.eds.model.PathSegment;
import io.greenstack.descriptions.eds.view.ConnectionViews.ConnectionDetail.PartView;
import io.greenstack.descriptions.eds.view.ConnectionViews.ConnectionDetail.SideView;
import io.greenstack.descriptions.eds.view.ConnectionViews.ConnectionDetail.TransportView;

/** Makes the views of connections. */
public final class ConnectionViews {

    private final EdsIndex index;
    private final EdsLayoutCompiler compiler;

    private ConnectionViews(EdsIndex index) {
        this.index = index;
        this.compiler = new EdsLayoutCompiler(index);
    }

    /** All connections of a file. */
    public static List<ConnectionDetail> of(EdsIndex index) {
        ConnectionViews views = new ConnectionViews(index);
        return index.file().connections().stream().map(views::view).toList();
    }

    /** The connection of a number, empty if there is none. */
    public static Optional<ConnectionDetail> of(EdsIndex index, int number) {
        return Optional.ofNullable(index.connection(number)).map(new ConnectionViews(index)::view);
    }

    private ConnectionDetail view(EdsConnection connection) {
        TransportWord transport = connection.transport();
        EdsPath.Resolved path = EdsPath.parse(connection.path()).resolve(index);
        return new ConnectionDetail(connection.keyword(), connection.number(), connection.name(), connection.help(),
                hex(connection.triggerAndTransport()),
                new TransportView(transport.transportClasses(), transport.triggers(), transport.applicationType(),
                        transport.server()),
                hex(connection.connectionParameters()), keyword(compiler.assemblyOf(connection, true)),
                keyword(compiler.assemblyOf(connection, false)), side(connection, true), side(connection, false),
                part(connection.proxyConfig()), part(connection.targetConfig()), connection.path(),
                path.complete() ? path.hex() : null, path.segments(), connection.safety(), connection.line());
    }

    private SideView side(EdsConnection connection, boolean toTarget) {
        EdsConnection.Side side = connection.side(toTarget);
        ConnectionWord word = connection.parameters();
        return new SideView(range(SizeRange.of(index, side.rpi())), range(SizeRange.of(index, side.size())),
                text(side.format()), word.fixedSize(toTarget), word.variableSize(toTarget), word.format(toTarget),
                word.types(toTarget), word.priorities(toTarget));
    }

    private PartView part(EdsConnection.Part part) {
        return part.isNone()
                ? null
                : new PartView(range(SizeRange.of(index, part.size())), text(part.format()));
    }

    private static SizeRange range(SizeRange range) {
        return range.isNone() ? null : range;
    }

    private static String text(EdsReference reference) {
        return reference.isNone() ? null : reference.text();
    }

    private static String keyword(EdsAssembly assembly) {
        return assembly == null ? null : assembly.keyword();
    }

    private static String hex(Long word) {
        return word == null ? null : String.format(Locale.ROOT, "0x%08X", word);
    }

    /**
     * A connection of a file with its two words decoded.
     *
     * @param keyword keyword with number
     * @param connectionNumber number of the entry
     * @param connectionName name
     * @param helpString help text
     * @param triggerTransport first word as {@code 0x04010002}
     * @param transport the same, decoded
     * @param connectionParams second word as {@code 0x44640405}
     * @param outputAssembly assembly of the O-to-T data
     * @param inputAssembly assembly of the T-to-O data
     * @param originatorToTarget O-to-T data
     * @param targetToOriginator T-to-O data
     * @param configPart1 first part of the configuration
     * @param configPart2 second part of the configuration
     * @param path path as written
     * @param pathHex path with the defaults of parameters put in, absent if the user must give something
     * @param segments segments of the path
     * @param safety fields behind the path (safety connections)
     * @param line line of the file
     */
    public record ConnectionDetail(String keyword, int connectionNumber, String connectionName, String helpString,
            String triggerTransport, TransportView transport, String connectionParams, String outputAssembly,
            String inputAssembly, @JsonProperty("o_to_t") SideView originatorToTarget,
            @JsonProperty("t_to_o") SideView targetToOriginator, @JsonProperty("config_part1") PartView configPart1,
            @JsonProperty("config_part2") PartView configPart2, String path, String pathHex, List<PathSegment> segments,
            List<String> safety, int line) implements Sparse {

        /** The transport word. Class 1 is cyclic I/O, class 3 explicit messaging. */
        public record TransportView(List<Integer> transportClasses, List<Trigger> triggers,
                ApplicationType applicationType, boolean server) implements Sparse {}

        /**
         * One direction.
         *
         * @param rpi packet interval in microseconds
         * @param size octets
         * @param format what describes the data, as written
         */
        public record SideView(SizeRange rpi, SizeRange size, String format, boolean fixedSize, boolean variableSize,
                RealTimeFormat realTimeFormat, List<ConnectionType> types,
                List<Priority> priorities) implements Sparse {}

        /** A part of the configuration. */
        public record PartView(SizeRange size, String format) implements Sparse {}
    }
}
