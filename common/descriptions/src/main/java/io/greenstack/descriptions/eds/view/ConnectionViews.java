package io.greenstack.descriptions.eds.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.greenstack.descriptions.eds.layout.EdsLayoutCompiler;
import io.greenstack.descriptions.eds.layout.SizeRange;
import io.greenstack.descriptions.eds.model.ConnectionWord;
import io.greenstack.descriptions.eds.model.EdsAssembly;
import io.greenstack.descriptions.eds.model.EdsConnection;
import io.greenstack.descriptions.eds.model.EdsIndex;
import io.greenstack.descriptions.eds.model.EdsPath;
import io.greenstack.descriptions.eds.model.EdsReference;
import io.greenstack.descriptions.eds.model.TransportWord;
import io.greenstack.descriptions.eds.view.ConnectionDetail.PartView;
import io.greenstack.descriptions.eds.view.ConnectionDetail.SideView;
import io.greenstack.descriptions.eds.view.ConnectionDetail.TransportView;

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
        EdsConnection.Side side = toTarget ? connection.originatorToTarget() : connection.targetToOriginator();
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
}
