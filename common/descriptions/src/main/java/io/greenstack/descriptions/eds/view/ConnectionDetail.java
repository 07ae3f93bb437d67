package io.greenstack.descriptions.eds.view;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.greenstack.descriptions.Sparse;
import io.greenstack.descriptions.eds.layout.SizeRange;
import io.greenstack.descriptions.eds.model.ConnectionWord.ConnectionType;
import io.greenstack.descriptions.eds.model.ConnectionWord.Priority;
import io.greenstack.descriptions.eds.model.ConnectionWord.RealTimeFormat;
import io.greenstack.descriptions.eds.model.PathSegment;
import io.greenstack.descriptions.eds.model.TransportWord.ApplicationType;
import io.greenstack.descriptions.eds.model.TransportWord.Trigger;

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
            RealTimeFormat realTimeFormat, List<ConnectionType> types, List<Priority> priorities) implements Sparse {}

    /** A part of the configuration. */
    public record PartView(SizeRange size, String format) implements Sparse {}
}
