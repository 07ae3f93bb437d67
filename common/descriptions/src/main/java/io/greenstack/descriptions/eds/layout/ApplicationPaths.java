package io.greenstack.descriptions.eds.layout;

import java.util.ArrayList;
import java.util.List;

import io.greenstack.descriptions.eds.model.EdsAssembly;
import io.greenstack.descriptions.eds.model.EdsConnection;
import io.greenstack.descriptions.eds.model.EdsIndex;
import io.greenstack.descriptions.eds.model.EdsPath;
import io.greenstack.descriptions.eds.model.PathSegment;
import io.greenstack.descriptions.eds.model.PathSegment.Kind;

/**
 * What the application paths of a connection path name (CIP Volume 1, clause 3-5.5.1.10): with three paths
 * configuration, consumed data (O-to-T) and produced data (T-to-O); with two consumed and produced data, or configuration
 * and data if the request carries configuration data; with one everything.
 *
 * @param objectClass class of the objects, null if not named
 * @param configuration instance of the configuration, null if not named
 * @param consumed instance or connection point of the data the device receives, null if not named
 * @param produced instance or connection point of the data the device sends, null if not named
 */
public record ApplicationPaths(Long objectClass, Long configuration, Long consumed, Long produced) {

    private static final ApplicationPaths NONE = new ApplicationPaths(null, null, null, null);
    private static final int ASSEMBLY_CLASS = 4;

    /** Reads the path of a connection with the defaults of its parameters. */
    public static ApplicationPaths of(EdsIndex index, EdsConnection connection) {
        boolean configured = configures(index, connection.proxyConfig())
                || configures(index, connection.targetConfig());
        return of(EdsPath.parse(connection.path()).resolve(index).segments(), configured);
    }

    private static boolean configures(EdsIndex index, EdsConnection.Part part) {
        Integer octets = SizeRange.of(index, part.size()).octets();
        return octets == null ? !part.isNone() : octets > 0;
    }

    /**
     * Reads segments.
     *
     * @param configured true if the request carries configuration data
     */
    public static ApplicationPaths of(List<PathSegment> segments, boolean configured) {
        List<Long> points = new ArrayList<>();
        Long objectClass = null;
        for (PathSegment segment : segments) {
            if (segment.kind() == Kind.CLASS) {
                objectClass = objectClass == null ? (Long) segment.value() : objectClass;
            } else if (segment.kind() == Kind.INSTANCE || segment.kind() == Kind.CONNECTION_POINT) {
                points.add(segment.value());
            }
        }
        return switch (points.size()) {
            case 0 -> objectClass == null ? NONE : new ApplicationPaths(objectClass, null, null, null);
            case 1 -> new ApplicationPaths(objectClass, points.get(0), points.get(0), points.get(0));
            case 2 -> configured
                    ? new ApplicationPaths(objectClass, points.get(0), points.get(1), points.get(1))
                    : new ApplicationPaths(objectClass, null, points.get(0), points.get(1));
            default -> new ApplicationPaths(objectClass, points.get(0), points.get(1), points.get(2));
        };
    }

    /** The instance of the Assembly object that the path of an assembly names, null if it names none. */
    public static Long assemblyInstance(EdsIndex index, EdsAssembly assembly) {
        boolean assemblyClass = false;
        for (PathSegment segment : EdsPath.parse(assembly.path()).resolve(index).segments()) {
            if (segment.kind() == Kind.CLASS) {
                assemblyClass = segment.value() == ASSEMBLY_CLASS;
            } else if (assemblyClass && segment.kind() == Kind.INSTANCE) {
                return segment.value();
            }
        }
        return null;
    }
}
