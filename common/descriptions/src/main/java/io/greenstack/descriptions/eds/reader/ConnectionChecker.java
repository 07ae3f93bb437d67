package io.greenstack.descriptions.eds.reader;

import io.greenstack.descriptions.eds.layout.EdsLayoutCompiler;
import io.greenstack.descriptions.eds.layout.Placement;
import io.greenstack.descriptions.eds.layout.SizeRange;
import io.greenstack.descriptions.eds.model.EdsAssembly;
import io.greenstack.descriptions.eds.model.EdsConnection;
import io.greenstack.descriptions.eds.model.EdsFinding.Severity;
import io.greenstack.descriptions.eds.model.EdsIndex;
import io.greenstack.descriptions.eds.model.EdsPath;
import io.greenstack.descriptions.eds.model.EdsReference;
import io.greenstack.descriptions.eds.model.EdsSize;
import io.greenstack.descriptions.eds.model.FindingCode;

/** Checks connections. */
final class ConnectionChecker {

    private static final String SECTION = "Connection Manager";

    private final EdsIndex index;
    private final EdsLayoutCompiler compiler;
    private final EdsFindings findings;
    private final PlacementCache placements;

    ConnectionChecker(EdsIndex index, PlacementCache placements, EdsFindings findings) {
        this.index = index;
        this.placements = placements;
        this.compiler = new EdsLayoutCompiler(index);
        this.findings = findings;
    }

    void check() {
        for (EdsConnection connection : index.file().connections()) {
            if (connection.triggerAndTransport() == null || connection.connectionParameters() == null) {
                add(Severity.ERROR, FindingCode.CONNECTION_TOO_SHORT, connection,
                        "The trigger and transport or the connection-parameters word is missing or no number");
            }
            if (connection.name().isBlank()) {
                add(Severity.WARN, FindingCode.CONNECTION_MISSING_NAME, connection, "The connection has no name");
            }
            path(connection);
            side(connection, true);
            side(connection, false);
            part(connection, connection.proxyConfig());
            part(connection, connection.targetConfig());
        }
    }

    private void path(EdsConnection connection) {
        EdsPath path = EdsPath.parse(connection.path());
        path.parameters().forEach(parameter -> reference(connection, parameter));
        boolean known = path.parameters().stream().allMatch(index::resolves);
        if (path.isEmpty()) {
            add(Severity.ERROR, FindingCode.CONNECTION_PATH, connection, "The connection has no path");
        } else if (path.malformed() || known && path.keywords().isEmpty() && !path.resolve(index).complete()) {
            add(Severity.ERROR, FindingCode.CONNECTION_PATH, connection,
                    "The path \"" + path.text() + "\" cannot be understood");
        }
    }

    private void side(EdsConnection connection, boolean originatorToTarget) {
        EdsConnection.Side side = connection.side(originatorToTarget);
        reference(connection, side.rpi().reference());
        reference(connection, side.size().reference());
        reference(connection, side.format());
        EdsAssembly assembly = side.format().isNone() ? null : compiler.assemblyOf(connection, originatorToTarget);
        if (assembly != null) {
            size(connection, side.size(), assembly, originatorToTarget ? "O-to-T" : "T-to-O");
        }
    }

    private void part(EdsConnection connection, EdsConnection.Part part) {
        reference(connection, part.size().reference());
        reference(connection, part.format());
        EdsAssembly assembly = index.assembly(part.format());
        if (assembly != null) {
            size(connection, part.size(), assembly, "configuration");
        }
    }

    private void size(EdsConnection connection, EdsSize size, EdsAssembly assembly, String what) {
        SizeRange range = SizeRange.of(index, size);
        Placement placement = placements.place(assembly);
        if (placement == null) {
            return;
        }
        int octets = placement.agreedOctets();
        if (range.isNone() || assembly.variable() || octets == 0) {
            return;
        }
        boolean below = range.minimum() != null && octets < range.minimum();
        boolean above = range.maximum() != null && octets > range.maximum();
        if (below || above) {
            String given = range.variable()
                    ? range.minimum() + ".." + range.maximum() + " (" + range.parameter() + ")"
                    : String.valueOf(range.defaultValue());
            add(Severity.WARN, FindingCode.CONNECTION_SIZE, connection, "The " + what + " size is " + given
                    + " octets, " + assembly.keyword() + " has " + octets);
        }
    }

    private void reference(EdsConnection connection, EdsReference reference) {
        findings.reference(index, reference, SECTION, connection.keyword(), connection.line());
    }

    private void add(Severity severity, String code, EdsConnection connection, String message) {
        findings.add(severity, code, SECTION, connection.keyword(), connection.line(), 0, message);
    }
}
