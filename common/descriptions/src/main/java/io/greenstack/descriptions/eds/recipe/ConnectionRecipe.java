package io.greenstack.descriptions.eds.recipe;

import java.util.List;

import io.greenstack.descriptions.eds.layout.SizeRange;
import io.greenstack.descriptions.eds.model.ConnectionWord.ConnectionType;
import io.greenstack.descriptions.eds.model.ConnectionWord.Priority;
import io.greenstack.descriptions.eds.model.ConnectionWord.RealTimeFormat;
import io.greenstack.descriptions.eds.model.EdsConnection.TransportWord.ApplicationType;
import io.greenstack.descriptions.eds.model.EdsConnection.TransportWord.Trigger;
import io.greenstack.descriptions.eds.model.PathSegment;

/**
 * Everything a scanner needs to open one connection.
 *
 * @param connection number of the connection
 * @param keyword keyword of the connection
 * @param name name of the connection
 * @param help help text of the connection, empty if none
 * @param target whom to open it with
 * @param transport how to open it
 * @param originatorToTarget data that the device receives
 * @param targetToOriginator data that the device sends
 * @param configuration data that goes with the request
 * @param path where to open it
 * @param safety true for a CIP Safety connection: only a safety scanner can open it
 * @param notes what to mind, for people
 */
public record ConnectionRecipe(int connection, String keyword, String name, String help, Target target,
        Transport transport, Data originatorToTarget, Data targetToOriginator, Configuration configuration, Path path,
        boolean safety, List<String> notes) {

    /**
     * The device, as the electronic key names it.
     *
     * @param vendorCode vendor, null if not given
     * @param productType device profile, null if not given
     * @param productCode product, null if not given
     * @param majorRevision major revision, null if not given
     * @param minorRevision minor revision, null if not given
     * @param productName name, null if not given
     * @param electronicKey key segment as {@code 34 04 ...}, null if something of it is missing
     */
    public record Target(Integer vendorCode, Integer productType, Long productCode, Integer majorRevision,
            Integer minorRevision, String productName, String electronicKey) {}

    /**
     * The transport.
     *
     * @param applicationType what the originator may do, null if the file does not say
     * @param transportClass class to use, null if none is marked
     * @param transportClasses classes that are supported
     * @param triggers production triggers that are supported
     * @param classAndTrigger transport class and trigger octet of the request (cyclic, client)
     * @param service service to open it with: 54h Forward_Open, 5Bh Large_Forward_Open
     */
    public record Transport(ApplicationType applicationType, Integer transportClass, List<Integer> transportClasses,
            List<Trigger> triggers, int classAndTrigger, int service) {

        public Transport {
            transportClasses = List.copyOf(transportClasses);
            triggers = List.copyOf(triggers);
        }
    }

    /**
     * The data of one direction.
     *
     * @param instance instance or connection point, null if the path does not name it
     * @param assembly keyword of the assembly that describes the data, null if none does
     * @param assemblyName its name, null if none
     * @param size octets of data, without header and sequence count
     * @param fixedSize true if the size may be fixed
     * @param variableSize true if the size may vary from packet to packet
     * @param realTimeFormat what stands before the data
     * @param connectionSize size for the request: data, header and sequence count; null if the size is not known
     * @param types connection types that are supported
     * @param type connection type to use
     * @param priorities priorities that are supported
     * @param priority priority to use
     * @param rpi requested packet interval in microseconds
     * @param networkParameters network connection parameters of the request (16 bits for Forward_Open, 32 bits for
     *        Large_Forward_Open), null if the size is not known
     */
    public record Data(Long instance, String assembly, String assemblyName, SizeRange size, boolean fixedSize,
            boolean variableSize, RealTimeFormat realTimeFormat, Integer connectionSize, List<ConnectionType> types,
            ConnectionType type, List<Priority> priorities, Priority priority, SizeRange rpi, Long networkParameters) {

        public Data {
            types = List.copyOf(types);
            priorities = List.copyOf(priorities);
        }
    }

    /**
     * The configuration data.
     *
     * @param instance instance, null if the path does not name one
     * @param assemblies keywords of the assemblies or parameters that describe the data
     * @param octets size of the data, 0 if the connection takes none
     * @param hex the defaults of all parameters as {@code 01 00 ...}
     * @param values what is in it
     */
    public record Configuration(Long instance, List<String> assemblies, int octets, String hex,
            List<ConfigurationValue> values) {

        public Configuration {
            assemblies = List.copyOf(assemblies);
            values = List.copyOf(values);
        }
    }

    /**
     * One value of the configuration data.
     *
     * @param parameter keyword of the parameter, null for a fixed number
     * @param name name of the parameter
     * @param bitOffset place, counted from the least significant bit of the first octet
     * @param bits size in bits
     * @param defaultValue default as written, null if not given
     * @param label text of the default, null if it has none
     */
    public record ConfigurationValue(String parameter, String name, int bitOffset, int bits, String defaultValue,
            String label) {}

    /**
     * The path.
     *
     * @param text as written in the file
     * @param hex octets with the defaults of parameters put in, null if something must be given by the user
     * @param withConfiguration the same with the configuration data behind it, null likewise
     * @param segments segments, empty likewise
     * @param parameters parameters whose values are part of the path
     * @param needed what the user must give: {@code SYMBOL_ANSI} a tag name, {@code SLOT} a slot number
     */
    public record Path(String text, String hex, String withConfiguration, List<PathSegment> segments,
            List<PathParameter> parameters, List<String> needed) {

        public Path {
            segments = List.copyOf(segments);
            parameters = List.copyOf(parameters);
            needed = List.copyOf(needed);
        }
    }

    /**
     * A parameter whose value is part of the path.
     *
     * @param parameter keyword
     * @param name name, null if the parameter does not exist
     * @param value default and limits
     */
    public record PathParameter(String parameter, String name, SizeRange value) {}

    public ConnectionRecipe {
        notes = List.copyOf(notes);
    }
}
